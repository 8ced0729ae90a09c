import { rmSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { openDatabase, sqliteFile } from '../backend/db/database.ts';
import { verifyEach } from '../backend/db/verify.ts';
import type { Env } from '../backend/env.ts';
import { demandMigrated, migrate } from './migrate.ts';
import { writeMigration } from './migration.ts';
import { engineOf } from './prismaCli.ts';
import { checkSqliteFile, connectPostgresql } from './reachable.ts';
import { seedConstructCo } from './seedConstructCo.ts';

/** A whole book may take minutes to read. */
const STATEMENT_TIMEOUT_MS = 3_600_000;
const DIFFERENCES_SHOWN = 20;

async function applyMigrations(url: string, again: boolean) {
  const applied = await migrate(url, again);
  for (const name of applied) console.log(`Applied ${name}.`);
  if (applied.length === 0) console.log('The database is up to date.');
}

async function seed(url: string) {
  await demandMigrated(url);
  if (!(await seedConstructCo(url))) console.log('ConstructCo is there already.');
}

/** Makes room for a new database in place of the old one. */
async function removeAll(url: string) {
  if (engineOf(url) === 'postgresql') {
    const client = await connectPostgresql(url);
    try {
      await client.query(
        "SET lock_timeout = '5s'; DROP SCHEMA public CASCADE; CREATE SCHEMA public",
      );
    } catch (error) {
      const locked = error instanceof Error && 'code' in error && error.code === '55P03';
      throw locked ? new Error('Another process is using the database. Stop it first.') : error;
    } finally {
      await client.end();
    }
    return;
  }
  if (!checkSqliteFile(url, true)) return;
  const database = new Sqlite(sqliteFile(url), { timeout: 0 });
  try {
    // Refused while anybody else has it open, who would go on with the removed file.
    database.pragma('journal_mode = DELETE');
  } catch {
    throw new Error('Another process is using the database. Stop it first.');
  } finally {
    database.close();
  }
  for (const suffix of ['', '-wal', '-shm', '-journal']) {
    rmSync(sqliteFile(url) + suffix, { force: true });
  }
}

async function reset({ DATABASE_URL: url, NODE_ENV }: Env) {
  if (NODE_ENV === 'production') {
    throw new Error('db:reset deletes everything, and is not for production.');
  }
  await removeAll(url);
  await applyMigrations(url, false);
  await seedConstructCo(url);
}

async function verifyBooks(url: string) {
  await demandMigrated(url);
  const db = await openDatabase({ url, statementTimeoutMs: STATEMENT_TIMEOUT_MS });
  let wrong = 0;
  try {
    for await (const { check, differences } of verifyEach(db)) {
      console.log(`${differences.length === 0 ? '✓' : '✗'} ${check}`);
      for (const { company, record, expected, actual } of differences.slice(0, DIFFERENCES_SHOWN)) {
        console.log(`    company ${company}, ${record}: expected ${expected}, is ${actual}`);
      }
      if (differences.length > DIFFERENCES_SHOWN) console.log('    and more');
      if (differences.length > 0) wrong += 1;
    }
  } finally {
    await db.close();
  }
  console.log(wrong === 0 ? 'Every number agrees.' : `${wrong} checks found differences.`);
  if (wrong > 0) process.exitCode = 1;
}

export interface Asked {
  readonly env: Env;
  /** Of a migration to write. */
  readonly name: string | undefined;
  /** Whether to try an interrupted migration again. */
  readonly again: boolean;
}

export const COMMANDS: Readonly<Record<string, (asked: Asked) => Promise<void>>> = {
  migrate: ({ env, again }) => applyMigrations(env.DATABASE_URL, again),
  migration: ({ name }) => writeMigration(name),
  seed: ({ env }) => seed(env.DATABASE_URL),
  reset: ({ env }) => reset(env),
  verify: ({ env }) => verifyBooks(env.DATABASE_URL),
};
