import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import { sqliteFile } from '../backend/db/database.ts';
import { engineOf, prisma, ROOT } from './prismaCli.ts';

const APPLIED = 'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL';

async function appliedMigrations(url: string): Promise<string[]> {
  if (engineOf(url) === 'sqlite') {
    const file = sqliteFile(url);
    if (!existsSync(file)) return [];
    const database = new Database(file, { readonly: true });
    try {
      return database.prepare<[], string>(APPLIED).pluck().all();
    } catch {
      return [];
    } finally {
      database.close();
    }
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ migration_name: string }>(APPLIED);
    return rows.map((row) => row.migration_name);
  } catch {
    return [];
  } finally {
    await client.end();
  }
}

/**
 * Brings a database to the newest migration. Prisma locks the whole database even when there is
 * nothing to do, so it is only called when there is: a server may be running on it.
 * @returns the names of the migrations that were applied now.
 */
export async function migrate(url: string): Promise<string[]> {
  const applied = new Set(await appliedMigrations(url));
  const pending = readdirSync(resolve(ROOT, 'prisma/migrations', engineOf(url)), {
    withFileTypes: true,
  })
    .filter((entry) => entry.isDirectory() && !applied.has(entry.name))
    .map((entry) => entry.name)
    .sort();
  if (pending.length === 0) return [];
  try {
    prisma(['migrate', 'deploy'], url);
  } catch (error) {
    if (!/SocketTimeout|database is locked/.test(String(error))) throw error;
    throw new Error(
      `There are migrations to apply, and another process has ${url} open: stop it first.`,
    );
  }
  return pending;
}
