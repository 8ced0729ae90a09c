import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { connectRaw, type RawConnection } from '../backend/test/books.ts';
import { createTestDatabase, ENGINES, type Engine } from '../backend/test/testDatabase.ts';
import { prisma, ROOT, schemaFor } from '../scripts/prismaCli.ts';

const namesIn = (engine: Engine) => readdirSync(resolve(ROOT, 'prisma/migrations', engine)).sort();

it('both engines have the same migrations', () => {
  expect(namesIn('sqlite')).toEqual(namesIn('postgresql'));
});

it.each(ENGINES)('the migrations of %s make what the schema says', async (engine) => {
  const db = await createTestDatabase(engine);
  const raw = await connectRaw(db.url);
  const shadows = async () => {
    if (engine === 'sqlite') return [];
    const like = "SELECT datname FROM pg_database WHERE datname LIKE 'prisma_migrate_shadow%'";
    return (await raw.run(like)).map((row) => row.datname);
  };
  const before = await shadows();
  const from = ['--from-migrations', `prisma/migrations/${engine}`];
  const to = ['--to-schema', schemaFor(engine), '--script'];
  const script = prisma(['migrate', 'diff', ...from, ...to], db.url);
  expect(script).toContain('This is an empty migration');
  // Another run on the same server may have one at this moment, but not for long.
  const left = async () => (await shadows()).filter((name) => !before.includes(name));
  await expect.poll(left, { timeout: 30_000 }).toEqual([]);
  await raw.close();
  await db.close();
});

/** What one engine can do that the other cannot, or need not. */
const OF_ONE_ENGINE = /_no_replace$|_no_replace_by_number$|_no_truncate$|_whole_amounts_check$/;
const common = (names: readonly string[]) =>
  names.filter((name) => !OF_ONE_ENGINE.test(name)).sort();

const TYPES: Readonly<Record<string, string>> = {
  integer: 'INTEGER',
  bigint: 'BIGINT',
  boolean: 'BOOLEAN',
  text: 'TEXT',
  jsonb: 'JSONB',
  'timestamp without time zone': 'DATETIME',
  // An enum; SQLite has none.
  'USER-DEFINED': 'TEXT',
};

/** PostgreSQL's names have at most 63 characters; Prisma cuts them before their ending. */
const cut = (name: string) => (name.length > 63 ? `${name.slice(0, 59)}${name.slice(-4)}` : name);

const words = (list: string) => list.replace(/["\s]/g, '');

async function shapeOfSqlite(raw: RawConnection) {
  const texts = async (sql: string) =>
    (await raw.run(sql)).map((row) => Object.values(row).map(String).join(' '));
  const tables =
    "FROM sqlite_master m WHERE m.type = 'table' AND m.name NOT LIKE '%sqlite%' AND m.name NOT LIKE '\\_prisma%' ESCAPE '\\'";
  const created = (await texts(`SELECT m.sql ${tables}`)).join('\n');
  const keys =
    /CONSTRAINT "(\w+)" FOREIGN KEY \(([^)]*)\) REFERENCES "(\w+)" \(([^)]*)\) ON DELETE (\w+) ON UPDATE (\w+)/g;
  return {
    columns: await texts(`SELECT m.name || ' ' || c.name, c.type,
      CASE WHEN c."notnull" OR c.pk THEN 'NOT NULL' ELSE 'NULL' END
      FROM (SELECT m.name ${tables}) m, pragma_table_info(m.name) c ORDER BY m.name, c.name`),
    foreignKeys: [...created.matchAll(keys)]
      .map(
        ([, name, columns = '', table, others = '', onDelete, onUpdate]) =>
          `${name} ${words(columns)} ${table} ${words(others)} ${onDelete} ${onUpdate}`,
      )
      .sort(),
    uniqueIndexes: (await texts("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE UNIQUE%'"))
      .map(cut)
      .sort(),
    indexes: (await texts("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE INDEX%'"))
      .map(cut)
      .sort(),
    triggers: await texts("SELECT tbl_name, name FROM sqlite_master WHERE type = 'trigger'"),
    checks: [...created.matchAll(/CONSTRAINT "(\w+)" CHECK/g)].map(([, name = '']) => name),
  };
}

async function shapeOfPostgresql(raw: RawConnection) {
  const texts = async (sql: string) =>
    (await raw.run(sql)).map((row) => Object.values(row).map(String).join(' '));
  const columns = await raw.run(`SELECT table_name, column_name, data_type, is_nullable
    FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\\_prisma%'
    ORDER BY table_name COLLATE "C", column_name COLLATE "C"`);
  const keys = await texts(
    "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'f'",
  );
  const key =
    /^(\w+) FOREIGN KEY \(([^)]*)\) REFERENCES (\w+)\(([^)]*)\) ON UPDATE (\w+) ON DELETE (\w+)$/;
  const index = (unique: boolean) =>
    texts(`SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
      JOIN pg_class t ON t.oid = i.indrelid WHERE c.relnamespace = 'public'::regnamespace
      AND NOT i.indisprimary AND i.indisunique = ${unique} AND t.relname NOT LIKE '\\_prisma%'`);
  return {
    columns: columns.map(
      (one) =>
        `${one.table_name} ${one.column_name} ${TYPES[String(one.data_type)]} ${one.is_nullable === 'NO' ? 'NOT NULL' : 'NULL'}`,
    ),
    foreignKeys: keys
      .map((text) => {
        const [, name, own = '', table, others = '', onUpdate, onDelete] = key.exec(text) ?? [text];
        return `${name} ${words(own)} ${table} ${words(others)} ${onDelete} ${onUpdate}`;
      })
      .sort(),
    uniqueIndexes: (await index(true)).sort(),
    indexes: (await index(false)).sort(),
    triggers: await texts(
      'SELECT tgrelid::regclass, tgname FROM pg_trigger WHERE NOT tgisinternal',
    ),
    checks: await texts("SELECT conname FROM pg_constraint WHERE contype = 'c' AND conrelid <> 0"),
  };
}

describe.each(ENGINES.filter((engine) => engine !== 'sqlite'))('SQLite and %s', (engine) => {
  let sqlite: Awaited<ReturnType<typeof shapeOfSqlite>>;
  let postgresql: Awaited<ReturnType<typeof shapeOfPostgresql>>;
  beforeAll(async () => {
    const both = [await createTestDatabase('sqlite'), await createTestDatabase(engine)] as const;
    const raws = [await connectRaw(both[0].url), await connectRaw(both[1].url)] as const;
    sqlite = await shapeOfSqlite(raws[0]);
    postgresql = await shapeOfPostgresql(raws[1]);
    for (const one of [...raws, ...both]) await one.close();
  });

  it('have the same columns, types and nullability', () => {
    expect(sqlite.columns.length).toBeGreaterThan(100);
    expect(sqlite.columns).toEqual(postgresql.columns);
  });
  it('have the same foreign keys', () => {
    expect(sqlite.foreignKeys.length).toBeGreaterThan(15);
    expect(sqlite.foreignKeys).toEqual(postgresql.foreignKeys);
  });
  it('have the same unique indexes', () => {
    expect(sqlite.uniqueIndexes.length).toBeGreaterThan(8);
    expect(sqlite.uniqueIndexes).toEqual(postgresql.uniqueIndexes);
  });
  it('have the same indexes', () => {
    expect(sqlite.indexes.length).toBeGreaterThan(20);
    expect(sqlite.indexes).toEqual(postgresql.indexes);
  });
  it('have the same triggers, but for what one of them needs alone', () => {
    expect(common(sqlite.triggers).length).toBeGreaterThan(15);
    expect(common(sqlite.triggers)).toEqual(common(postgresql.triggers));
  });
  it('have the same checks, but for what one of them needs alone', () => {
    expect(common(sqlite.checks).length).toBeGreaterThan(20);
    expect(common(sqlite.checks)).toEqual(common(postgresql.checks));
  });
});
