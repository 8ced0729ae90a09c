import { readFileSync } from 'node:fs';
import type { RequestListener, ServerResponse } from 'node:http';
import sirv from 'sirv';
import { z } from 'zod';
import type { Database } from './db/database.ts';
import type { Metrics } from './metrics.ts';
import type { createGraphql } from './yoga.ts';

const VERSION = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))).version;

const DASHBOARD_POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

export interface HttpOptions {
  readonly yoga: ReturnType<typeof createGraphql>;
  readonly db: Database;
  readonly metrics: Metrics;
  /** Folder of the built dashboard. */
  readonly webRoot: string;
  readonly production: boolean;
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

/** The built dashboard; a path of its own router answers with its page. */
function dashboard(webRoot: string, production: boolean) {
  return sirv(webRoot, {
    // In development the files change under a running server.
    dev: !production,
    single: true,
    etag: true,
    gzip: true,
    brotli: true,
    setHeaders(response, path) {
      const lasting = path.startsWith('/assets/');
      response.setHeader(
        'cache-control',
        lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
      response.setHeader('content-security-policy', DASHBOARD_POLICY);
      response.setHeader('x-content-type-options', 'nosniff');
      response.setHeader('referrer-policy', 'same-origin');
    },
  });
}

async function health(db: Database, response: ServerResponse): Promise<void> {
  const reachable = await db.check().then(
    () => true,
    () => false,
  );
  json(response, reachable ? 200 : 503, {
    status: reachable ? 'ok' : 'unavailable',
    version: VERSION,
    uptimeSeconds: Math.floor(process.uptime()),
    database: { engine: db.engine, reachable },
  });
}

/** Everything the process answers: GraphQL, health, metrics, and the dashboard for the rest. */
export function createHttpHandler(options: HttpOptions): RequestListener {
  const { yoga, db, metrics } = options;
  const files = dashboard(options.webRoot, options.production);
  return async (request, response) => {
    const [path = '/'] = (request.url ?? '/').split('?', 1);
    if (path === '/graphql' || path.startsWith('/graphql/')) {
      // Yoga makes a URL of it, and would answer what is none with a stack.
      if (!URL.canParse(`http://${request.headers.host ?? 'localhost'}`)) {
        const message = 'The Host header is malformed.';
        json(response, 400, { errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }] });
        return;
      }
      await yoga.handle(request, response, { address: request.socket.remoteAddress ?? null });
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      json(response, 405, { error: 'Only GET is answered here.' });
      return;
    }
    switch (path) {
      case '/health':
      case '/ready':
        await health(db, response);
        return;
      case '/metrics':
        response.setHeader('content-type', metrics.registry.contentType);
        response.end(await metrics.registry.metrics());
        return;
      default:
        files(request, response, () => json(response, 404, { error: 'There is nothing here.' }));
    }
  };
}
