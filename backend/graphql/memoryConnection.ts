import type { Connection, PageArgs } from './connection.ts';
import { pageSize } from './connection.ts';
import { fault } from './faults.ts';

/**
 * A page of rows that are in memory already, such as those of a report whose totals needed all of
 * them. Cursors name rows, not places.
 * @param keyOf what tells a row from all others.
 */
export function connectionOf<T>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  args: PageArgs,
): Connection<T> {
  const { size, backward } = pageSize(args);
  const cursorOf = (row: T) => Buffer.from(keyOf(row)).toString('base64url');
  const placeOf = (cursor: string) => {
    const place = rows.findIndex((row) => cursorOf(row) === cursor);
    if (place === -1) throw fault('BAD_USER_INPUT', 'This cursor does not belong to this list.');
    return place;
  };
  const from = args.after == null ? 0 : placeOf(args.after) + 1;
  const to = args.before == null ? rows.length : placeOf(args.before);
  const start = backward ? Math.max(from, to - size) : from;
  const end = backward ? to : Math.min(to, from + size);
  return {
    page: async () => ({
      edges: rows.slice(start, end).map((node) => ({ cursor: cursorOf(node), node })),
      hasNextPage: end < rows.length,
      hasPreviousPage: start > 0,
    }),
    totalCount: async () => rows.length,
  };
}
