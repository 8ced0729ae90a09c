import { randomUUID } from 'node:crypto';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { createYoga, isAsyncIterable, type Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Context } from './context.ts';
import type { Database } from './db/database.ts';
import { ForbiddenError } from './errors.ts';
import { cookieOf, REFRESH_COOKIE } from './features/sessions/cookie.ts';
import { demoViewer, viewerFromAccessToken } from './features/sessions/viewer.service.ts';
import { EXAMPLE_OPERATION } from './graphql/example.ts';
import { fault, forbidden, HTTP_STATUS, isFaultCode } from './graphql/faults.ts';
import { LIMITS, useLimits } from './graphql/limits.ts';
import type { Viewer } from './viewer.ts';

/** Outside production GraphiQL sends this header, so that nobody copies tokens about. */
const DEMO_HEADER = 'x-plumb-demo-user';

export interface YogaOptions {
  readonly schema: GraphQLSchema;
  readonly db: Database;
  readonly log: Logger;
  readonly authSecret: string;
  readonly graphiql: boolean;
  /** Accept the demo header; never in production. */
  readonly demoSignIn: boolean;
  readonly corsOrigins: readonly string[];
  readonly secureCookies: boolean;
  /** What the process adds, such as its metrics. */
  readonly plugins?: readonly Plugin[];
  readonly clock?: () => Date;
  /** How long an operation may run, in milliseconds; default 10 s. */
  readonly executionMs?: number;
}

interface ServerContext {
  /** The peer's address, given by the HTTP server. */
  address?: string | null;
}

async function viewerOf(request: Request, options: YogaOptions, now: Date): Promise<Viewer | null> {
  const { db, authSecret, demoSignIn } = options;
  const bearer = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (bearer !== undefined) {
    const viewer = await viewerFromAccessToken({ db, now, secret: authSecret }, bearer);
    if (viewer === null) throw fault('UNAUTHENTICATED', 'The access token is not valid any more.');
    return viewer;
  }
  const demoUser = request.headers.get(DEMO_HEADER);
  return demoSignIn && demoUser !== null ? demoViewer(db, demoUser) : null;
}

/** Sets the response headers that resolvers asked for, which Yoga has no place for. */
function useResponseHeaders(cookies: WeakMap<Request, string[]>): Plugin {
  return {
    onResponse({ request, response }) {
      for (const value of cookies.get(request) ?? []) response.headers.append('set-cookie', value);
    },
  };
}

/**
 * A browser asks before it sends JSON to another origin, and does not before a form: a body that is
 * anything else would let a foreign page act with the visitor's cookie.
 */
function useJsonOnly(): Plugin {
  return {
    onRequestParse({ request }) {
      if (request.method !== 'POST') return;
      const type = (request.headers.get('content-type') ?? '').split(';', 1)[0] ?? '';
      if (type.trim().toLowerCase() === 'application/json') return;
      throw fault('BAD_USER_INPUT', 'Send the operation as application/json.', {
        http: { status: 415 },
      });
    },
  };
}

/**
 * Yoga refuses what is no GraphQL request with codes of its own; callers know ours. An answer
 * without data has a status that says so, for those who ask for GraphQL's own media type; for the
 * others it stays 200, as the specification wants, unless the failure is ours.
 */
function usePublicCodes(): Plugin {
  const tooLarge = fault(
    'BAD_USER_INPUT',
    `A request may have at most ${LIMITS.bodyBytes} bytes.`,
    { limit: LIMITS.bodyBytes, http: { status: 413 } },
  );
  return {
    onResultProcess({ result, setResult }) {
      if (Array.isArray(result) || isAsyncIterable(result) || result.errors === undefined) return;
      const errors = result.errors.map((error) => {
        const { code, http } = error.extensions;
        if (code === 'REQUEST_ENTITY_TOO_LARGE') return tooLarge;
        const known = isFaultCode(code) ? code : 'BAD_USER_INPUT';
        error.extensions.code = known;
        if (!('data' in result) && http === undefined) {
          error.extensions.http = { status: HTTP_STATUS[known], spec: known !== 'INTERNAL' };
        }
        return error;
      });
      setResult({ ...result, errors });
    },
  };
}

function useTimeout(milliseconds: number): Plugin {
  return {
    onExecute({ executeFn, setExecuteFn }) {
      setExecuteFn(async (args) => {
        let timer: NodeJS.Timeout | undefined;
        const late = new Promise<{ errors: GraphQLError[] }>((resolve) => {
          timer = setTimeout(
            () =>
              resolve({
                errors: [
                  fault('TIMEOUT', `The operation took more than ${milliseconds / 1000} s.`, {
                    limit: milliseconds,
                  }),
                ],
              }),
            milliseconds,
          );
        });
        try {
          return await Promise.race([executeFn(args), late]);
        } finally {
          clearTimeout(timer);
        }
      });
    },
  };
}

/** The GraphQL endpoint without a network: tests call its `fetch`. */
export function createGraphql(options: YogaOptions) {
  const cookies = new WeakMap<Request, string[]>();
  const clock = options.clock ?? (() => new Date());
  return createYoga<ServerContext, Context>({
    schema: options.schema,
    graphqlEndpoint: '/graphql{/session}?',
    landingPage: false,
    logging: false,
    batching: false,
    multipart: false,
    maxRequestBodySize: LIMITS.bodyBytes,
    parserAndValidationCache: true,
    graphiql: options.graphiql
      ? {
          title: 'Plumb',
          defaultQuery: EXAMPLE_OPERATION,
          ...(options.demoSignIn
            ? { headers: JSON.stringify({ [DEMO_HEADER]: 'owner@constructco.example' }, null, 2) }
            : {}),
        }
      : false,
    renderGraphiQL,
    cors:
      options.corsOrigins.length === 0
        ? false
        : { origin: [...options.corsOrigins], credentials: false, methods: ['GET', 'POST'] },
    maskedErrors: {
      maskError(error) {
        const located = error instanceof GraphQLError ? error : null;
        const original = located === null ? error : (located.originalError ?? located);
        if (located !== null && original instanceof GraphQLError) return located;
        const place = { nodes: located?.nodes ?? null, path: located?.path ?? null };
        if (original instanceof ForbiddenError) {
          const { message, extensions } = forbidden();
          return new GraphQLError(message, { ...place, extensions });
        }
        const requestId = randomUUID();
        options.log.error({ err: original, requestId }, 'a request failed');
        const extensions = { code: 'INTERNAL', requestId };
        return new GraphQLError('Something went wrong on our side.', { ...place, extensions });
      },
    },
    context: async ({ request, ...server }) => {
      const now = clock();
      const address = (server as ServerContext).address ?? null;
      return {
        db: options.db,
        now,
        viewer: await viewerOf(request, options, now),
        requestId: randomUUID(),
        authSecret: options.authSecret,
        userAgent: request.headers.get('user-agent')?.slice(0, 300) ?? null,
        address,
        refreshCookie: cookieOf(request, REFRESH_COOKIE),
        secureCookies: options.secureCookies,
        response: {
          setCookie: (value) => cookies.set(request, [...(cookies.get(request) ?? []), value]),
        },
        loaders: new Map(),
      };
    },
    plugins: [
      useJsonOnly(),
      usePublicCodes(),
      useLimits(),
      useTimeout(options.executionMs ?? LIMITS.executionMs),
      useResponseHeaders(cookies),
      ...(options.plugins ?? []),
    ],
  });
}
