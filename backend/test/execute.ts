import { pino } from 'pino';
import { signAccessToken } from '../features/sessions/token.ts';
import { schema } from '../graphql/schema.ts';
import { createGraphql, type YogaOptions } from '../yoga.ts';
import { noon, type SignedIn } from './factories.ts';
import type { TestDatabase } from './testDatabase.ts';

export const SECRET = 'a secret of the tests, long enough for HS256';

export interface Fault {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string };
}

export interface Answer<Data> {
  readonly status: number;
  readonly headers: Headers;
  /** Null where the whole operation failed. */
  readonly data: Data | null;
  /** Empty where there are none. */
  readonly errors: readonly Fault[];
  readonly extensions: Readonly<Record<string, unknown>>;
  /** What the database was asked, in order; the statement that finds the viewer comes first. */
  readonly statements: readonly { readonly sql: string; readonly rows: number }[];
}

export interface Asking {
  /** Whose access token to send; left out, none. */
  readonly as?: SignedIn;
  /** A civil date (its noon in UTC) or an instant; default 2026-03-20. */
  readonly at?: string | Date;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly path?: string;
}

/** The public API over a test database: everything but the network is real. */
export function createApi(db: TestDatabase, options: Partial<YogaOptions> = {}) {
  let now = noon('2026-03-20');
  const log: string[] = [];
  const yoga = createGraphql({
    schema,
    db,
    log: pino({ level: 'error' }, { write: (line: string) => log.push(line) }),
    authSecret: SECRET,
    graphiql: false,
    demoSignIn: false,
    corsOrigins: [],
    secureCookies: false,
    clock: () => now,
    ...options,
  });

  /** Sends any body; the clock of the API stays where `at` puts it. */
  async function send(body: BodyInit, asking: Asking = {}): Promise<Response> {
    const { as, at, headers, path = '/graphql' } = asking;
    if (at !== undefined) now = typeof at === 'string' ? noon(at) : at;
    const token = as === undefined ? null : await signAccessToken(SECRET, as, now);
    return yoga.fetch(`http://localhost${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === null ? {} : { authorization: `Bearer ${token.token}` }),
        ...headers,
      },
      body,
    });
  }

  /** A document in; data, faults and the statements it took out. */
  async function execute<Data = Readonly<Record<string, unknown>>>(
    query: string,
    asking: Asking = {},
  ): Promise<Answer<Data>> {
    db.statements.length = 0;
    const response = await send(JSON.stringify({ query, variables: asking.variables }), asking);
    const { data = null, errors = [], extensions = {} } = (await response.json()) as Answer<Data>;
    const { status, headers } = response;
    return { status, headers, data, errors, extensions, statements: [...db.statements] };
  }

  return { execute, send, yoga, log };
}

export type Api = ReturnType<typeof createApi>;
