import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from './graphql/limits.ts';
import { createHttpHandler } from './http.ts';
import { createMetrics } from './metrics.ts';
import { createApi } from './test/execute.ts';
import { createTestDatabase, type TestDatabase } from './test/testDatabase.ts';

const webRoot = mkdtempSync(join(tmpdir(), 'plumb-web-'));
const server = createServer();
let db: TestDatabase;
let origin: string;

beforeAll(async () => {
  mkdirSync(join(webRoot, 'assets'));
  writeFileSync(join(webRoot, 'index.html'), '<title>Plumb</title>');
  writeFileSync(join(webRoot, 'assets', 'app-1a2b.js'), 'export {}');
  db = await createTestDatabase('sqlite');
  const { yoga } = createApi(db);
  const metrics = createMetrics();
  server.on('request', createHttpHandler({ yoga, db, metrics, webRoot, production: true }));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port');
  origin = `http://127.0.0.1:${address.port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  await db.close();
  rmSync(webRoot, { recursive: true });
});

const post = (body: BodyInit) =>
  fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    duplex: 'half',
  } as RequestInit);

/** A request that `fetch` would not send: its path and headers go out as they are. */
const raw = (path: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
    const { hostname: host, port } = new URL(origin);
    const asked = request({ host, port, path, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        body += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode, body }));
    });
    asked.on('error', reject);
    asked.end();
  });

describe('GraphQL over HTTP, as the specification’s own audits see it', () => {
  const audits = serverAudits({ url: () => `${origin}/graphql` });

  it('has every audit of the specification', () => {
    expect(audits).toHaveLength(61);
  });

  it.each(audits.filter(({ name }) => !name.startsWith('MAY')))('$id $name', async (audit) => {
    expect(await audit.fn()).toMatchObject({ status: 'ok' });
  });

  // What a server may do is its choice; a server that does it must still not fail at it.
  it.each(audits.filter(({ name }) => name.startsWith('MAY')))('$id $name', async (audit) => {
    expect(['ok', 'notice']).toContain((await audit.fn()).status);
  });
});

describe('the size of a body', () => {
  const document = (bytes: number) => {
    const frame = JSON.stringify({ query: '{ __typename }' });
    return frame.replace(' ', ' '.repeat(bytes - frame.length + 1));
  };
  const chunked = (text: string) => {
    const size = 64 * 1024;
    const chunks = Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
      Buffer.from(text.slice(index * size, (index + 1) * size)),
    );
    return Readable.toWeb(Readable.from(chunks)) as ReadableStream<Uint8Array>;
  };
  const refusal = {
    errors: [
      {
        message: 'A request may have at most 1048576 bytes.',
        extensions: { code: 'BAD_USER_INPUT', limit: LIMITS.bodyBytes },
      },
    ],
  };

  it.each([
    ['announced', (text: string) => text],
    ['chunked', chunked],
  ])('is 1 MB at most: %s', async (_, body) => {
    const fitting = await post(body(document(LIMITS.bodyBytes)));
    expect(await fitting.json()).toEqual({ data: { __typename: 'Query' } });
    const large = await post(body(document(LIMITS.bodyBytes + 1)));
    expect(large.status).toBe(413);
    expect(await large.json()).toEqual(refusal);
  });
});

describe('what else the process answers', () => {
  it('tells its health, its version and the state of the database', async () => {
    for (const path of ['/health', '/ready']) {
      const response = await fetch(origin + path);
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({
        status: 'ok',
        version: expect.stringMatching(/^\d+\.\d+\.\d+/),
        database: { engine: 'sqlite', reachable: true },
      });
    }
  });

  it('serves the dashboard for its own paths, with a policy that allows no foreign script', async () => {
    for (const path of ['/', '/invoices', '/invoices/SW52b2ljZTox']) {
      const response = await fetch(origin + path);
      expect(await response.text()).toBe('<title>Plumb</title>');
      expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
      expect(response.headers.get('cache-control')).toBe('no-cache');
    }
    const asset = await fetch(`${origin}/assets/app-1a2b.js`);
    expect(asset.headers.get('cache-control')).toContain('immutable');
    expect((await fetch(`${origin}/assets/missing.js`)).status).toBe(404);
    expect((await fetch(`${origin}/`, { method: 'POST' })).status).toBe(405);
  });

  it.each([
    ['//', {}],
    ['/%E0%A4%A', {}],
    ['/..%2f..%2fetc/passwd', {}],
    ['http://[', {}],
    ['/graphql/%E0%A4%A', {}],
    ['/graphql?query={__typename}', { host: 'a b]' }],
    ['/graphql?query={__typename}', { host: '' }],
  ])('survives the path %s with %o and shows no stack', async (path, headers) => {
    const { status, body } = await raw(path, headers);
    expect(status).toBeLessThan(500);
    expect(body).not.toMatch(/\.js|\.ts|node_modules|root:/);
    expect((await raw('/health')).status).toBe(200);
  });

  it('says with a code that a Host header is malformed', async () => {
    const { status, body } = await raw('/graphql?query={__typename}', { host: 'a b]' });
    expect(status).toBe(400);
    expect(JSON.parse(body)).toMatchObject({
      errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    });
  });
});
