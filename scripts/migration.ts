import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import { asPostgresql, type Engine, engineOf, prisma, ROOT, schemaFor } from './prismaCli.ts';
import { connectPostgresql } from './reachable.ts';
import { keepGuards } from './sqliteGuards.ts';

/** Nothing is there: see the schema engine. */
const OFFLINE = 'postgresql://offline.invalid/none';

const folderOf = (engine: Engine) => `prisma/migrations/${engine}`;

/** The SQL from what the migrations make to what the schema says; empty where both are the same. */
function difference(from: readonly string[], engine: Engine, url: string): string {
  const to = ['--to-schema', schemaFor(engine), '--script'];
  const sql = prisma(['migrate', 'diff', ...from, ...to], url).trim();
  return sql.includes('-- This is an empty migration.') ? '' : `${sql}\n`;
}

/** An in-memory database as the migrations make it. */
function migrated(): Sqlite.Database {
  const database = new Sqlite(':memory:');
  const folder = resolve(ROOT, folderOf('sqlite'));
  for (const name of readdirSync(folder).sort()) {
    const file = join(folder, name, 'migration.sql');
    if (existsSync(file)) database.exec(readFileSync(file, 'utf8'));
  }
  return database;
}

function sqliteMigration(scratch: string) {
  const url = `file:${join(scratch, 'migration.db')}`;
  const sql = difference(['--from-migrations', folderOf('sqlite')], 'sqlite', url);
  const before = migrated();
  const kept = keepGuards(sql, before);
  before.close();
  return kept;
}

/** A server to make a shadow database on, or null. */
async function serverFor(): Promise<string | null> {
  const { TEST_POSTGRES_URL, DATABASE_URL = '' } = process.env;
  const url =
    TEST_POSTGRES_URL ??
    (engineOf(DATABASE_URL) === 'postgresql'
      ? DATABASE_URL
      : 'postgresql://postgres@127.0.0.1:5432/postgres');
  try {
    await (await connectPostgresql(url)).end();
    return url;
  } catch {
    return null;
  }
}

async function postgresqlMigration(scratch: string): Promise<string> {
  const server = await serverFor();
  if (server !== null) {
    return difference(['--from-migrations', folderOf('postgresql')], 'postgresql', server);
  }
  // What is committed is what the migrations make: a test holds them together.
  const committed = spawnSync('git', ['show', 'HEAD:prisma/schema.prisma'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (committed.status !== 0) {
    throw new Error(
      'This needs a PostgreSQL to compare with (TEST_POSTGRES_URL), or else the schema as it was committed last: there is neither.',
    );
  }
  console.log(
    'There is no PostgreSQL here (TEST_POSTGRES_URL): compared with the committed schema.',
  );
  const before = join(scratch, 'committed.prisma');
  writeFileSync(before, asPostgresql(committed.stdout));
  return difference(['--from-schema', before], 'postgresql', OFFLINE);
}

/** Writes the SQL of a changed schema for both engines, or nothing where nothing changed. */
export async function writeMigration(name: string | undefined): Promise<void> {
  if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new Error('Give a name in snake case: npm run db:migration -- add_vendors');
  }
  const scratch = mkdtempSync(join(tmpdir(), 'plumb-migration-'));
  try {
    const { migration: sqlite, tables } = sqliteMigration(scratch);
    const postgresql = await postgresqlMigration(scratch);
    if (sqlite === '' && postgresql === '') {
      console.log('The migrations make what prisma/schema.prisma says: there is nothing to write.');
      return;
    }
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
    for (const [engine, sql] of Object.entries({ sqlite, postgresql })) {
      const file = `${folderOf(engine as Engine)}/${stamp}_${name}/migration.sql`;
      mkdirSync(dirname(resolve(ROOT, file)), { recursive: true });
      writeFileSync(resolve(ROOT, file), sql || '-- Nothing changes on this engine.\n');
      console.log(`Wrote ${file}`);
    }
    if (tables.length > 0) {
      console.log(
        `SQLite makes ${tables.join(', ')} anew; checks, triggers and indexes were written in again.`,
      );
    }
    console.log('Read both, add the checks and triggers of what is new by hand, and run npm test.');
  } finally {
    rmSync(scratch, { recursive: true });
  }
}
