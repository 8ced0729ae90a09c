import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import type { Database } from './db/database.ts';
import { LIMITS } from './graphql/limits.ts';
import type { createGraphql } from './yoga.ts';

const CONTENT_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.map': 'application/json',
};

const DASHBOARD_POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

export interface HttpOptions {
  readonly yoga: ReturnType<typeof createGraphql>;
  readonly db: Database;
  /** Folder of the built dashboard. */
  readonly webRoot: string;
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

/** Yoga reads a body of any size; this refuses a large one by its announced or its real length. */
function refuseLargeBody(request: IncomingMessage, response: ServerResponse): boolean {
  const refuse = () =>
    json(response, 413, {
      errors: [
        {
          message: `A request may have at most ${LIMITS.bodyBytes} bytes.`,
          extensions: { code: 'BAD_USER_INPUT', limit: LIMITS.bodyBytes },
        },
      ],
    });
  if (Number(request.headers['content-length'] ?? 0) > LIMITS.bodyBytes) {
    refuse();
    return true;
  }
  let received = 0;
  request.on('data', (chunk: Buffer) => {
    received += chunk.length;
    if (received > LIMITS.bodyBytes) request.destroy();
  });
  // Yoga attaches its own listener next; until then nothing may flow past.
  request.pause();
  return false;
}

async function sendFile(response: ServerResponse, file: string, immutable: boolean) {
  const found = await stat(file).catch(() => null);
  if (found === null || !found.isFile()) return false;
  response.writeHead(200, {
    'content-type': CONTENT_TYPES[extname(file)] ?? 'application/octet-stream',
    'content-length': found.size,
    'cache-control': immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    'content-security-policy': DASHBOARD_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
  });
  createReadStream(file).pipe(response);
  return true;
}

/** Everything the process answers: GraphQL, health, and the dashboard for all other paths. */
export function createHttpHandler({ yoga, db, webRoot }: HttpOptions): RequestListener {
  return async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (path === '/graphql' || path.startsWith('/graphql/')) {
      if (refuseLargeBody(request, response)) return;
      await yoga.handle(request, response, { address: request.socket.remoteAddress ?? null });
      return;
    }
    if (path === '/health' || path === '/ready') {
      const healthy = await db.check().then(
        () => true,
        () => false,
      );
      json(response, healthy ? 200 : 503, {
        status: healthy ? 'ok' : 'unavailable',
        database: { engine: db.engine, reachable: healthy },
      });
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      json(response, 405, { error: 'Only GET is answered here.' });
      return;
    }
    const wanted = normalize(path).replace(/^(\.\.[/\\])+/, '');
    if (await sendFile(response, join(webRoot, wanted), wanted.startsWith('/assets/'))) return;
    // A path of the dashboard's own router.
    if (extname(path) === '' && (await sendFile(response, join(webRoot, 'index.html'), false)))
      return;
    json(response, 404, { error: 'There is nothing here.' });
  };
}
