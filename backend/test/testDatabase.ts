import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../db/database.ts';

export type Engine = 'sqlite' | 'postgresql';

/** The engines this run has: SQLite always, PostgreSQL with TEST_POSTGRES_URL. */
export const ENGINES: readonly Engine[] =
  process.env.TEST_POSTGRES_URL === undefined ? ['sqlite'] : ['sqlite', 'postgresql'];

export interface TestDatabase extends Database {
  readonly url: string;
  /** Every statement since the last reset, in order. */
  readonly statements: { sql: string; rows: number }[];
}

async function clonePostgresql(template: string) {
  const name = `plumb_test_${randomBytes(6).toString('hex')}`;
  const source = new URL(template);
  const admin = async (sql: string) => {
    const client = new pg.Client({ connectionString: process.env.TEST_POSTGRES_URL });
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  await admin(`CREATE DATABASE ${name} TEMPLATE ${source.pathname.slice(1)}`);
  source.pathname = `/${name}`;
  return { url: source.href, remove: () => admin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

function copySqlite(template: string) {
  const folder = mkdtempSync(join(tmpdir(), 'plumb-test-'));
  const file = join(folder, 'test.db');
  copyFileSync(template, file);
  return {
    url: `file:${file}`,
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A migrated, empty database of its own; `close` removes it. */
export async function createTestDatabase(engine: Engine): Promise<TestDatabase> {
  const { sqlite, postgresql } = inject('template');
  if (engine === 'postgresql' && postgresql === null)
    throw new Error('TEST_POSTGRES_URL is not set');
  const { url, remove } =
    engine === 'postgresql' && postgresql !== null
      ? await clonePostgresql(postgresql)
      : copySqlite(sqlite);
  const statements: { sql: string; rows: number }[] = [];
  const db = await openDatabase({ url, onStatement: (statement) => statements.push(statement) });
  return {
    ...db,
    url,
    statements,
    close: async () => {
      await db.close();
      await remove();
    },
  };
}
