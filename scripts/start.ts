import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import pg from 'pg';
import { readEnv } from '../backend/env.ts';
import { engineOf, prisma, ROOT } from './prismaCli.ts';

/** Runs a step of its own process, so that each sees what the one before it generated. */
function run(script: string, ...args: string[]): void {
  const tsx = resolve(ROOT, 'node_modules/tsx/dist/cli.mjs');
  const { status } = spawnSync(process.execPath, [tsx, script, ...args], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}

try {
  const env = readEnv();
  run('scripts/generate.ts');
  if (engineOf(env.DATABASE_URL) === 'postgresql') {
    const client = new pg.Client({ connectionString: env.DATABASE_URL });
    await client.connect();
    await client.end();
  }
  prisma(['migrate', 'deploy'], env.DATABASE_URL);
  if (env.NODE_ENV !== 'production') run('scripts/db.ts', 'seed');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
await import('../backend/server.ts');
