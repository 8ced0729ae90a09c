import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
export type Engine = 'sqlite' | 'postgresql';

export const engineOf = (url: string): Engine =>
  url.startsWith('postgres') ? 'postgresql' : 'sqlite';

/** The one schema with the provider line of PostgreSQL; Prisma takes no variable there. */
export const asPostgresql = (schema: string): string =>
  schema
    .replace('provider = "sqlite"', 'provider = "postgresql"')
    .replace('../backend/db/generated/sqlite', '../backend/db/generated/postgresql')
    // The types for Pothos are made once, from the SQLite client.
    .replace(/generator pothos \{[^}]*\}\n/, '');

/** The path of the schema of an engine. */
export function schemaFor(engine: Engine): string {
  if (engine === 'sqlite') return 'prisma/schema.prisma';
  const file = '.cache/schema.postgresql.prisma';
  mkdirSync(resolve(ROOT, '.cache'), { recursive: true });
  const schema = readFileSync(resolve(ROOT, 'prisma/schema.prisma'), 'utf8');
  writeFileSync(resolve(ROOT, file), asPostgresql(schema));
  return file;
}

/**
 * Runs Prisma's command line on the engine of a URL.
 * @returns its standard output.
 * @throws Error with what it printed when it fails.
 */
export function prisma(args: string[], url: string): string {
  const run = spawnSync(
    process.execPath,
    [resolve(ROOT, 'node_modules/prisma/build/index.js'), ...args],
    {
      cwd: ROOT,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      env: {
        ...process.env,
        DATABASE_URL: url,
        PLUMB_PRISMA_SCHEMA: schemaFor(engineOf(url)),
        CHECKPOINT_DISABLE: '1',
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
      },
    },
  );
  if (run.status !== 0)
    throw new Error(`prisma ${args.join(' ')} failed:\n${run.stdout}${run.stderr}`);
  return run.stdout;
}
