import type Sqlite from 'better-sqlite3';

interface SchemaObject {
  readonly type: 'table' | 'index' | 'trigger';
  readonly name: string;
  readonly table: string;
  readonly sql: string;
}

const CHECK = /^\s*(CONSTRAINT "\w+" CHECK \(.*\)),?$/gm;

/**
 * SQLite changes a table by making a new one in its place, and what Prisma cannot express goes with
 * the old one: checks, triggers, partial indexes, indexes on expressions. This writes them into the
 * migration again.
 * @param before has the schema as it is before the migration.
 * @returns the migration, and the tables that it rebuilds.
 */
export function keepGuards(migration: string, before: Sqlite.Database) {
  const tables = [...migration.matchAll(/^CREATE TABLE "new_(\w+)"/gm)].map(
    ([, name = '']) => name,
  );
  if (tables.length === 0) return { migration, tables };
  const objects = before
    .prepare<[], SchemaObject>(
      'SELECT type, name, tbl_name AS "table", sql FROM sqlite_master WHERE sql IS NOT NULL',
    )
    .all();
  const mentions = ({ sql }: SchemaObject) => tables.some((table) => sql.includes(`"${table}"`));
  // Also those of other tables: SQLite refuses to rename while a trigger names what is not there.
  const triggers = objects.filter((one) => one.type === 'trigger' && mentions(one));
  const indexes = objects.filter(
    ({ type, name, table }) =>
      type === 'index' && tables.includes(table) && !migration.includes(`INDEX "${name}"`),
  );
  let kept = migration;
  for (const { name, sql } of objects.filter((one) => one.type === 'table')) {
    const checks = [...sql.matchAll(CHECK)].map(([, check = '']) => `,\n    ${check}`).join('');
    const made = new RegExp(`(CREATE TABLE "new_${name}" \\([\\s\\S]*?)(\\n\\);)`);
    kept = kept.replace(made, (_, body: string, end: string) => body + checks + end);
  }
  const parts = [
    ...triggers.map(({ name }) => `DROP TRIGGER "${name}";`),
    kept.trimEnd(),
    ...indexes.map(({ sql }) => `${sql};`),
    ...triggers.map(({ sql }) => `${sql};\n`),
  ];
  return { migration: `${parts.join('\n').trimEnd()}\n`, tables };
}
