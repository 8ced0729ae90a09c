import { Prisma } from './generated/sqlite/client.ts';

/**
 * Whether a text column contains what a person typed, whatever its case. `fold` is lower case by
 * Unicode on both engines: SQLite's own LOWER knows ASCII only.
 */
export function containsText(column: string, typed: string): Prisma.Sql {
  // `%`, `_` and the escape itself lose their meaning in LIKE.
  const pattern = `%${typed
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, '\\$&')}%`;
  return Prisma.sql`fold(COALESCE(${Prisma.raw(column)}, '')) LIKE ${pattern} ESCAPE '\\'`;
}
