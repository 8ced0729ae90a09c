import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { ENGINES, type Engine } from '../backend/test/testDatabase.ts';
import { ROOT } from '../scripts/prismaCli.ts';

// Each command is a process of its own, and a changed schema has its clients made anew.
vi.setConfig({ testTimeout: 240_000 });

const server = process.env.TEST_POSTGRES_URL;
const folder = mkdtempSync(join(tmpdir(), 'plumb-commands-'));
/** A copy of the project, so that a changed schema or a broken migration is nobody else's. */
const project = join(folder, 'project');
const NOBODY = 'postgresql://postgres@127.0.0.1:1/none';

beforeAll(() => {
  for (const part of [
    'backend',
    'prisma',
    'scripts',
    '.cache',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'prisma.config.ts',
  ]) {
    cpSync(join(ROOT, part), join(project, part), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'));
  const author = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
  for (const args of [
    ['init', '-q'],
    ['add', 'prisma'],
    [...author, 'commit', '-qm', 'Begin'],
  ]) {
    expect(spawnSync('git', args, { cwd: project }).status).toBe(0);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The schema and the migrations as they are committed. */
afterEach(() => {
  for (const part of ['prisma/schema.prisma', 'prisma/migrations']) {
    rmSync(inProject(part), { recursive: true });
    cpSync(join(ROOT, part), inProject(part), { recursive: true });
  }
});

const inProject = (path: string) => join(project, path);
const edit = (path: string, change: (text: string) => string) =>
  writeFileSync(inProject(path), change(readFileSync(inProject(path), 'utf8')));

/** Runs `npm run db:…` as a person would, without the noise of npm. */
async function db(command: string, url: string, env: NodeJS.ProcessEnv = {}) {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'scripts/db.ts', ...command.split(' ').filter(Boolean)],
    {
      cwd: project,
      env: { ...process.env, TEST_POSTGRES_URL: server ?? NOBODY, ...env, DATABASE_URL: url },
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const status = await new Promise<number | null>((ended) => child.once('close', ended));
  return { status, output: output.trim() };
}

/** The address of a database that is not there yet. */
async function newDatabase(engine: Engine): Promise<string> {
  const name = `plumb_commands_${randomBytes(6).toString('hex')}`;
  if (engine === 'sqlite' || server === undefined) return `file:${join(folder, name, 'plumb.db')}`;
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  created.push(name);
  return url.href;
}
const created: string[] = [];
afterAll(async () => {
  if (server === undefined) return;
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  for (const name of created) await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await admin.end();
});

describe.each(ENGINES)('on %s', (engine) => {
  it('a database is made, filled, verified, and made anew', async () => {
    const url = await newDatabase(engine);
    const initial = 'Applied 20261124000000_initial.';
    expect(await db('migrate', url)).toEqual({ status: 0, output: initial });
    expect(await db('migrate', url)).toEqual({ status: 0, output: 'The database is up to date.' });
    expect(await db('seed', url)).toEqual({ status: 0, output: 'ConstructCo is seeded.' });
    expect(await db('seed', url)).toEqual({ status: 0, output: 'ConstructCo is there already.' });
    const verified = await db('verify', url);
    expect(verified).toMatchObject({ status: 0 });
    expect(verified.output).toMatch(/^(✓ .*\n){14}Every number agrees\.$/);
    const anew = `${initial}\nConstructCo is seeded.`;
    expect(await db('reset', url)).toEqual({ status: 0, output: anew });
    if (engine === 'sqlite') {
      expect(readdirSync(join(url.slice('file:'.length), '..'))).toEqual(['plumb.db']);
    }
    const production = { NODE_ENV: 'production', AUTH_SECRET: 'x'.repeat(32) };
    expect(await db('reset', url, production)).toEqual({
      status: 1,
      output: 'db:reset deletes everything, and is not for production.',
    });
  });

  it('a migration that fails leaves nothing, and is tried again once it is corrected', async () => {
    const url = await newDatabase(engine);
    await db('migrate', url);
    const bad = `prisma/migrations/${engine}/20270101000000_half`;
    cpSync(inProject(`prisma/migrations/${engine}/20261124000000_initial`), inProject(bad), {
      recursive: true,
    });
    edit(
      `${bad}/migration.sql`,
      () => 'CREATE TABLE half (id INTEGER);\nCREATE TABLE half (id INTEGER);\n',
    );
    for (const _ of ['once', 'and again']) {
      const failed = await db('migrate', url);
      expect(failed.status).toBe(1);
      expect(failed.output).toMatch(
        /^The migration 20270101000000_half failed: .*"?half"? already exists\nNothing of it was kept; those before it were\. Correct it and run npm run db:migrate again\.$/,
      );
    }
    edit(`${bad}/migration.sql`, () => 'CREATE TABLE half (id INTEGER);\n');
    expect((await db('verify', url)).output).toBe(
      'The database is not up to date: npm run db:migrate applies 20270101000000_half.',
    );
    expect(await db('migrate', url)).toEqual({ status: 0, output: 'Applied 20270101000000_half.' });
  });
});

it('a migration that was interrupted is not tried again unasked', async () => {
  const url = await newDatabase('sqlite');
  await db('migrate', url);
  const file = new Sqlite(url.slice('file:'.length));
  file.exec('UPDATE _prisma_migrations SET finished_at = NULL; DROP TABLE idempotency_records;');
  file.close();
  const asked = await db('migrate', url);
  expect(asked).toEqual({
    status: 1,
    output:
      '20261124000000_initial is being applied by another process, or was interrupted. If none is running: npm run db:migrate -- --again',
  });
  expect((await db('migrate --again', url)).output).toMatch(
    /failed: table "companies" already exists/,
  );
});

it('a database in use is not taken away', async () => {
  const url = await newDatabase('sqlite');
  await db('migrate', url);
  const user = new Sqlite(url.slice('file:'.length));
  user.pragma('journal_mode = WAL');
  user.prepare('SELECT COUNT(*) FROM companies').get();
  expect(await db('reset', url)).toEqual({
    status: 1,
    output: 'Another process is using the database. Stop it first.',
  });
  user.close();
});

describe('what is wrong is said in a sentence', () => {
  const at = (path: string) => `file:${join(folder, path)}`;
  beforeAll(() => {
    writeFileSync(join(folder, 'letter.txt'), 'Dear Sir or Madam, this is a letter.');
    writeFileSync(join(folder, 'empty.db'), '');
  });
  const cases: [command: string, url: string, output: string | RegExp][] = [
    ['migrate', 'mysql://localhost/plumb', /DATABASE_URL must start with file: or postgresql:/],
    ['verify', at('none.db'), /^There is no database at .*none\.db\. Make it: npm run db:migrate$/],
    ['seed', at('none.db'), /^There is no database at .*none\.db\. Make it: npm run db:migrate$/],
    ['verify', at('empty.db'), /^The database is not up to date: npm run db:migrate applies 2026/],
    ['migrate', at('letter.txt'), /letter\.txt is something else than a SQLite database\./],
    ['verify', at('letter.txt'), /letter\.txt is something else than a SQLite database\./],
    ['reset', at('letter.txt'), /letter\.txt is something else than a SQLite database\./],
    ['migrate', at('letter.txt/x.db'), /^The folder .*letter\.txt cannot be made or written to/],
    ['migrate', at(''), /is a folder, not a database\.$/],
    ['migrate', NOBODY, 'No PostgreSQL answers at 127.0.0.1:1. Start it, or correct DATABASE_URL.'],
    [
      'verify',
      'postgresql://postgres@nowhere.invalid/x',
      'There is no host called nowhere.invalid. Correct DATABASE_URL.',
    ],
    ['', at('none.db'), /^Use one of: npm run db:migrate, /],
    [
      'migration Bad-Name',
      at('none.db'),
      'Give a name in snake case: npm run db:migration -- add_vendors',
    ],
  ];
  it.each(cases)('%s %s', async (command, url, output) => {
    const said = await db(command, url);
    expect(said.output).toMatch(output);
    expect(said).toMatchObject({ status: 1 });
    expect(said.output).not.toContain('    at ');
  });
});

describe.each(ENGINES)('a changed schema, applied on %s', (engine) => {
  const migrations = () => readdirSync(inProject(`prisma/migrations/${engine}`));

  /** Everything that Prisma knows nothing of. */
  const guards = (url: string) => {
    const file = new Sqlite(url.slice('file:'.length), { readonly: true });
    const objects = file
      .prepare<[], { name: string; sql: string }>(
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND type IN ('trigger', 'index')",
      )
      .all();
    const checks = file
      .prepare<[], string>("SELECT sql FROM sqlite_master WHERE type = 'table'")
      .pluck()
      .all()
      .flatMap((sql) => sql.match(/CONSTRAINT "\w+" CHECK .*\)/g) ?? []);
    file.close();
    return {
      objects: objects.map(({ name, sql }) => `${name} ${sql}`).sort(),
      checks: checks.sort(),
    };
  };

  it('becomes a migration of both engines that keeps the books and their guards', async () => {
    const url = await newDatabase(engine);
    await db('reset', url);
    const before = engine === 'sqlite' ? guards(url) : null;
    const known = migrations();
    expect((await db('migration no_change', url)).output).toBe(
      'The migrations make what prisma/schema.prisma says: there is nothing to write.',
    );
    expect(migrations()).toEqual(known);

    edit('prisma/schema.prisma', (text) =>
      text.replace(
        /(pricesIncludeTax +Boolean) +@default\(false\)/,
        'site String?\n  $1 @default(true)',
      ),
    );
    const written = await db('migration add_site', url);
    expect(written.output).toMatch(
      /^Wrote prisma\/migrations\/sqlite\/\d{14}_add_site\/migration\.sql\nWrote prisma\/migrations\/postgresql\//m,
    );
    expect(written.output).toContain('SQLite makes invoices anew');
    if (server === undefined) expect(written.output).toContain('There is no PostgreSQL here');
    expect((await db('migration no_change', url)).output).toContain('there is nothing to write');

    const [added = ''] = migrations().filter((name) => !known.includes(name));
    expect(await db('migrate', url)).toEqual({ status: 0, output: `Applied ${added}.` });
    expect(await db('verify', url)).toMatchObject({ status: 0 });
    if (before !== null) expect(guards(url)).toEqual(before);
  });
});

it('a migration is written without a PostgreSQL, from the schema as it was committed', async () => {
  const url = await newDatabase('sqlite');
  edit('prisma/schema.prisma', (text) => text.replace(/memo +String\?/, '$&\n  site String?'));
  const { output, status } = await db('migration add_site', url, { TEST_POSTGRES_URL: NOBODY });
  expect(output).toContain('There is no PostgreSQL here (TEST_POSTGRES_URL): compared with');
  expect(status).toBe(0);
  const [added = ''] = readdirSync(inProject('prisma/migrations/postgresql')).filter((name) =>
    name.endsWith('_add_site'),
  );
  for (const engine of ['sqlite', 'postgresql']) {
    const migration = inProject(`prisma/migrations/${engine}/${added}`);
    expect(readFileSync(join(migration, 'migration.sql'), 'utf8')).toMatch(
      /^-- AlterTable\nALTER TABLE "invoices" ADD COLUMN +"site" TEXT;\n$/,
    );
  }
});
