import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { openDatabase, sqliteFile } from '../backend/db/database.ts';
import { verify } from '../backend/db/verify.ts';
import { readEnv } from '../backend/env.ts';
import { migrate } from './migrate.ts';
import { type Engine, engineOf, prisma, ROOT, schemaFor } from './prismaCli.ts';
import { seedConstructCo } from './seedConstructCo.ts';

const { DATABASE_URL: url, NODE_ENV } = readEnv();

async function withDatabase<T>(work: (db: Awaited<ReturnType<typeof openDatabase>>) => Promise<T>) {
  const db = await openDatabase({ url, statementTimeoutMs: 3_600_000 });
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

/** Writes the SQL of a changed schema for both engines; triggers and checks are added by hand. */
function writeMigration(name: string | undefined) {
  if (name === undefined || !/^[a-z0-9_]+$/.test(name)) {
    throw new Error('Give a name in snake case: npm run db:migration -- add_vendors');
  }
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const urls: Record<Engine, string> = {
    sqlite: 'file:./.cache/shadow.db',
    postgresql: process.env.TEST_POSTGRES_URL ?? 'postgresql://postgres@127.0.0.1:5432/postgres',
  };
  for (const engine of ['sqlite', 'postgresql'] as const) {
    const sql = prisma(
      [
        'migrate',
        'diff',
        '--from-migrations',
        `prisma/migrations/${engine}`,
        '--to-schema',
        schemaFor(engine),
        '--script',
      ],
      urls[engine],
    );
    const file = resolve(ROOT, `prisma/migrations/${engine}/${stamp}_${name}/migration.sql`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, sql);
    console.log(file);
  }
}

async function reset() {
  if (NODE_ENV === 'production') throw new Error('db:reset deletes everything; not in production.');
  if (engineOf(url) === 'sqlite') {
    for (const suffix of ['', '-wal', '-shm']) rmSync(sqliteFile(url) + suffix, { force: true });
  } else {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
    await client.end();
  }
  await migrate(url);
  await seedConstructCo(url);
}

async function verifyDatabase() {
  const differences = await withDatabase(verify);
  for (const { check, company, record, expected, actual } of differences) {
    console.log(
      `company ${company}, record ${record}: ${check}: expected ${expected}, is ${actual}`,
    );
  }
  console.log(
    differences.length === 0 ? 'Every number agrees.' : `${differences.length} differences.`,
  );
  if (differences.length > 0) process.exitCode = 1;
}

const { positionals } = parseArgs({ allowPositionals: true });
const [command, name] = positionals;
switch (command) {
  case 'migrate':
    console.log(
      (await migrate(url)).map((name) => `Applied ${name}.`).join('\n') || 'Nothing to do.',
    );
    break;
  case 'migration':
    writeMigration(name);
    break;
  case 'seed':
    await seedConstructCo(url);
    break;
  case 'reset':
    await reset();
    break;
  case 'verify':
    await verifyDatabase();
    break;
  default:
    throw new Error('Use one of: migrate, migration, seed, reset, verify.');
}
