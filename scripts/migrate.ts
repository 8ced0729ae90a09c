import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import Database from 'better-sqlite3';
import { sqliteFile } from '../backend/db/database.ts';
import { engineOf, prisma, ROOT } from './prismaCli.ts';
import { checkSqliteFile, connectPostgresql } from './reachable.ts';

interface Attempt {
  readonly migration_name: string;
  readonly finished_at: unknown;
  /** What a failed attempt said; null while one is under way, or when it was interrupted. */
  readonly logs: string | null;
}

const ATTEMPTS = `SELECT migration_name, finished_at, logs FROM _prisma_migrations
  WHERE rolled_back_at IS NULL`;
/** A failed attempt left nothing behind, so it need not stand in the way of the next. */
const FORGET = `UPDATE _prisma_migrations SET rolled_back_at = CURRENT_TIMESTAMP
  WHERE finished_at IS NULL AND rolled_back_at IS NULL`;

/** Runs one of the two on a database that may not have been migrated yet. */
async function onHistory(url: string, sql: typeof ATTEMPTS | typeof FORGET): Promise<Attempt[]> {
  if (engineOf(url) === 'sqlite') {
    if (!checkSqliteFile(url, true)) return [];
    const database = new Database(sqliteFile(url));
    try {
      const exists = "SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'";
      if (database.prepare(exists).get() === undefined) return [];
      const statement = database.prepare<[], Attempt>(sql);
      if (statement.reader) return statement.all();
      statement.run();
      return [];
    } finally {
      database.close();
    }
  }
  const client = await connectPostgresql(url);
  try {
    const exists = await client.query("SELECT to_regclass('_prisma_migrations') AS name");
    return exists.rows[0].name === null ? [] : (await client.query<Attempt>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function readHistory(url: string) {
  const attempts = await onHistory(url, ATTEMPTS);
  const done = attempts.filter((one) => one.finished_at !== null);
  const applied = new Set(done.map((one) => one.migration_name));
  const pending = readdirSync(resolve(ROOT, 'prisma/migrations', engineOf(url)), {
    withFileTypes: true,
  })
    .filter((entry) => entry.isDirectory() && !applied.has(entry.name))
    .map((entry) => entry.name)
    .sort();
  return { pending, unfinished: attempts.filter((one) => one.finished_at === null) };
}

/** @throws Error when the database is not there, or older than this program. */
export async function demandMigrated(url: string): Promise<void> {
  if (engineOf(url) === 'sqlite') checkSqliteFile(url, false);
  const { pending } = await readHistory(url);
  if (pending.length === 0) return;
  throw new Error(
    `The database is not up to date: npm run db:migrate applies ${pending.join(', ')}.`,
  );
}

/** What a failed run of the migrations is told as. */
async function failure(url: string, error: unknown): Promise<Error> {
  if (/SocketTimeout|database is locked/.test(String(error))) {
    return new Error(
      'Another process is using the database, and there are migrations to apply. Stop it first.',
    );
  }
  const { unfinished } = await readHistory(url);
  const [failed] = unfinished;
  if (failed?.logs == null) return error instanceof Error ? error : new Error(String(error));
  const [said = ''] = failed.logs
    .replace(/^external connector error\nError querying the database: (ERROR: )?/, '')
    .split(/\n\s+0: /);
  return new Error(
    `The migration ${failed.migration_name} failed: ${said.trim()}\n` +
      'Nothing of it was kept; those before it were. Correct it and run npm run db:migrate again.',
  );
}

/**
 * Brings a database to the newest migration, making it first where it is a file. Each is applied
 * whole or not at all. Prisma locks the whole database even when there is nothing to do, so it is
 * only called when there is: a server may be running on it.
 * @param again takes an attempt that was interrupted for undone, and tries it again.
 * @returns the names of the migrations that were applied now.
 */
export async function migrate(url: string, again = false): Promise<string[]> {
  const { pending, unfinished } = await readHistory(url);
  if (pending.length === 0) return [];
  const interrupted = unfinished.find((one) => one.logs === null);
  if (interrupted !== undefined && !again) {
    throw new Error(
      `${interrupted.migration_name} is being applied by another process, or was interrupted. ` +
        'If none is running: npm run db:migrate -- --again',
    );
  }
  if (unfinished.length > 0) await onHistory(url, FORGET);
  try {
    prisma(['migrate', 'deploy'], url);
  } catch (error) {
    throw await failure(url, error);
  }
  return pending;
}
