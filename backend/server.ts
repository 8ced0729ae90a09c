import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, resolve } from 'node:path';
import { pino } from 'pino';
import { openDatabase } from './db/database.ts';
import { type Env, readEnv } from './env.ts';
import { schema } from './graphql/schema.ts';
import { createHttpHandler } from './http.ts';
import { createMetrics } from './metrics.ts';
import { createGraphql } from './yoga.ts';

/** Outside production a secret is made once and kept, so that sessions survive a restart. */
function authSecret(env: Env): string {
  if (env.AUTH_SECRET !== undefined) return env.AUTH_SECRET;
  const file = resolve('data/auth-secret');
  try {
    return readFileSync(file, 'utf8');
  } catch {
    mkdirSync(dirname(file), { recursive: true });
    const secret = randomBytes(32).toString('hex');
    writeFileSync(file, secret, { mode: 0o600 });
    return secret;
  }
}

const env = readEnv();
const log = pino({ level: env.LOG_LEVEL, base: null });
const production = env.NODE_ENV === 'production';
const db = await openDatabase({
  url: env.DATABASE_URL,
  ...(env.DATABASE_REPLICA_URL === undefined ? {} : { replicaUrl: env.DATABASE_REPLICA_URL }),
});
// The first query of a process loads the query compiler; nobody should wait for that.
await db.check();

const graphiql = env.GRAPHIQL ?? !production;
const metrics = createMetrics();
const yoga = createGraphql({
  schema,
  db,
  log,
  authSecret: authSecret(env),
  graphiql,
  demoSignIn: !production,
  corsOrigins: env.CORS_ORIGINS,
  secureCookies: production,
  plugins: [metrics.plugin],
});
const server = createServer(
  createHttpHandler({ yoga, db, metrics, webRoot: resolve('dist/web'), production }),
);

server.on('error', (error: NodeJS.ErrnoException) => {
  const known: Record<string, string> = {
    EADDRINUSE: `Port ${env.PORT} is taken. Stop what uses it, or choose another: PORT=4001 npm start`,
    EACCES: `Port ${env.PORT} needs more rights. Choose one above 1023: PORT=4000 npm start`,
  };
  console.error(known[error.code ?? ''] ?? error.message);
  process.exit(1);
});

server.listen(env.PORT, env.HOST, () => {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : env.PORT;
  const origin = `http://localhost:${port}`;
  console.log(`
Plumb is ready.
  Dashboard  ${origin}/
  GraphQL    ${origin}/graphql${graphiql ? '   (GraphiQL in a browser)' : ''}
  Health     ${origin}/health
  Database   ${env.DATABASE_URL.replace(/:[^:@/]*@/, ':***@')}${
    production ? '' : '\n  Sign in    owner@constructco.example, password constructco-demo'
  }
`);
});

async function stop(): Promise<void> {
  server.close();
  server.closeIdleConnections();
  // Requests under way get a moment; a hanging one must not keep the process.
  setTimeout(() => process.exit(0), 10_000).unref();
  await new Promise((done) => server.once('close', done));
  await db.close();
  process.exit(0);
}
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
