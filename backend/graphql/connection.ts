import { queryFromInfo } from '@pothos/plugin-prisma';
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import { z } from 'zod';
import { type Context, todayIn } from '../context.ts';
import { Prisma } from '../db/generated/sqlite/client.ts';
import { isStorable } from '../domain/text.ts';
import type { Entity, EntityQuery, Row } from './entity.ts';
import { fieldPath, signedIn } from './entity.ts';
import { fault } from './faults.ts';

export const DEFAULT_PAGE_SIZE = 25;
export const MAX_PAGE_SIZE = 100;

export type Direction = 'ASC' | 'DESC';
type KeyValue = string | number | bigint;

/** One column (or indexed expression) a list can be sorted by; the row id breaks ties. */
export interface OrderKey {
  readonly expression: Prisma.Sql;
  readonly type: 'text' | 'integer';
}

/** Whose list it is, which day it is there, and what is read of it. */
export interface ListScope {
  readonly companyId: number;
  readonly today: string;
  /** The field it is sorted by; null for a count. */
  readonly order: string | null;
}

/** A list of one entity: which table, which orders, which filter. All of it hand-written SQL. */
export interface ListSource<T extends Row, Filter, Field extends string> {
  readonly entity: Entity<T>;
  readonly from: Prisma.Sql;
  readonly orders: Record<Field, OrderKey>;
  readonly defaultOrder: { field: Field; direction: Direction };
  /** Conditions of the filter, on the columns of `from`; joined with AND. */
  conditions(filter: Filter, scope: ListScope): Prisma.Sql[];
  /**
   * The same as several ranges that share no row, each with its own conditions and in one piece in
   * an index that has the order; the first of each are merged. Null: one range is better.
   */
  ranges?(filter: Filter, scope: ListScope): Prisma.Sql[][] | null;
  /** Whether the list may take long under a filter, and so must not keep other pages waiting. */
  isLong?(filter: Filter): boolean;
}

export interface PageArgs {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

export interface ListArgs<Filter, Field extends string> extends PageArgs {
  filter?: Filter | null;
  orderBy?: { field: Field; direction: Direction } | null;
}

export interface Edge<T> {
  readonly cursor: string;
  readonly node: T;
}

export interface Page<T> {
  readonly edges: readonly Edge<T>[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** What a connection field hands to its type; nothing is read until a field asks. */
export interface Connection<T> {
  page(): Promise<Page<T>>;
  totalCount(): Promise<number>;
}

/** PostgreSQL fails on a NUL, and SQLite ends the text there: no row can have it. */
function demandStorable(filter: object): void {
  const [wrong] =
    Object.entries(filter).find(([, value]) => typeof value === 'string' && !isStorable(value)) ??
    [];
  if (wrong === undefined) return;
  throw fault('BAD_USER_INPUT', `The filter's ${wrong} has a character that no text can have.`);
}

/** Refuses page arguments that contradict each other or exceed the limit. */
export function pageSize(args: PageArgs): { size: number; backward: boolean } {
  const { first, last } = args;
  if (first != null && last != null) throw fault('BAD_USER_INPUT', 'Give first or last, not both.');
  const size = first ?? last ?? DEFAULT_PAGE_SIZE;
  if (size < 0 || size > MAX_PAGE_SIZE) {
    throw fault(
      'BAD_USER_INPUT',
      `A page has 0 to ${MAX_PAGE_SIZE} items, ${size} were asked for.`,
    );
  }
  return { size, backward: last != null };
}

export function encodeCursor(order: string, value: KeyValue, id: number): string {
  return Buffer.from(JSON.stringify([order, String(value), id])).toString('base64url');
}

const cursorShape = z.tuple([z.string(), z.string().refine(isStorable), z.int().min(1)]);
/** What fits the columns of both engines. */
const integer = z.coerce
  .bigint()
  .min(-(2n ** 63n))
  .max(2n ** 63n - 1n);

/** @throws a BAD_USER_INPUT fault when the cursor is not one of this list in this order. */
export function decodeCursor(cursor: string, order: string, type: OrderKey['type']) {
  try {
    const [madeFor, value, id] = cursorShape.parse(
      JSON.parse(Buffer.from(cursor, 'base64url').toString()),
    );
    if (madeFor !== order) throw new Error('other order');
    return { value: type === 'integer' ? integer.parse(value) : value, id };
  } catch {
    throw fault('BAD_USER_INPUT', 'This cursor does not belong to this list in this order.');
  }
}

/** A list as its ranges, each a table with conditions. */
type Ranges = readonly Prisma.Sql[];

function loaderOf<V>(
  context: Context,
  name: string,
  batch: (lists: readonly Ranges[]) => Promise<V[]>,
): DataLoader<Ranges, V, string> {
  const known = context.loaders.get(name);
  if (known !== undefined) return known as DataLoader<Ranges, V, string>;
  const loader = new DataLoader<Ranges, V, string>(batch, {
    cacheKeyFn: (list) => JSON.stringify(list.map(({ sql, values }) => [sql, values.map(String)])),
  });
  context.loaders.set(name, loader);
  return loader;
}

const pageRow = z.object({
  parent: z.coerce.number(),
  id: z.coerce.number(),
  sort_key: z.union([z.string(), z.bigint(), z.number()]),
});
const countRow = z.object({ parent: z.coerce.number(), total: z.coerce.number() });

/** SQLite takes at most 500 parts of a compound select; the cost limit stays far below. */
const MAX_PARENTS = 400;

function glued(parts: Prisma.Sql[]): Prisma.Sql {
  if (parts.length > MAX_PARENTS) {
    throw fault('QUERY_TOO_COMPLEX', `At most ${MAX_PARENTS} lists of one kind at a time.`, {
      limit: MAX_PARENTS,
    });
  }
  return Prisma.join(parts, ' UNION ALL ');
}

/**
 * A keyset page per parent: one statement for the keys of all parents (each its own limited index
 * range, glued by UNION ALL), one for the rows of all pages. The number of statements depends
 * neither on the page size nor on the number of parents, and only rows of the pages are read.
 * @param parent SQL condition that picks the rows of this parent, such as `company_id = 7`.
 * @param companyId whose list it is, and whose civil date is "today" for the filter.
 */
export function listOf<T extends Row, Filter extends object, Field extends string>(
  source: ListSource<T, Filter, Field>,
  parent: Prisma.Sql,
  companyId: number,
  args: ListArgs<Filter, Field>,
  context: Context,
  info: GraphQLResolveInfo,
): Connection<T> {
  const { size, backward } = pageSize(args);
  const { field, direction } = args.orderBy ?? source.defaultOrder;
  const order = source.orders[field];
  const orderName = `${companyId}.${source.entity.typeName}.${field}.${direction}`;
  const filter = args.filter ?? ({} as Filter);
  demandStorable(filter);
  // Siblings may belong to different companies: each brings its own table and conditions.
  const rangesFor = (sortedBy: Field | null): Ranges => {
    const scope = { companyId, today: todayIn(context, companyId), order: sortedBy };
    const ranges = source.ranges?.(filter, scope) ?? [source.conditions(filter, scope)];
    return ranges.map(
      (conditions) =>
        Prisma.sql`${source.from} WHERE ${Prisma.join([parent, ...conditions], ' AND ')}`,
    );
  };
  const list = rangesFor(field);
  const { db } = context;
  const read = source.isLong?.(filter) ? db.report : db.query;
  const after = args.after == null ? null : decodeCursor(args.after, orderName, order.type);
  const before = args.before == null ? null : decodeCursor(args.before, orderName, order.type);
  const query: EntityQuery = queryFromInfo({
    context,
    info,
    typeName: source.entity.typeName,
    paths: [['nodes'], ['edges', 'node']],
  });
  const ascending = (direction === 'ASC') !== backward;
  const way = ascending ? Prisma.raw('ASC') : Prisma.raw('DESC');
  // SQLite finds the place by the first condition: it knows no index for a pair with an expression.
  const position = (comparison: string, cursor: { value: KeyValue; id: number }) =>
    Prisma.sql`${order.expression} ${Prisma.raw(`${comparison}=`)} ${cursor.value}
      AND (${order.expression}, id) ${Prisma.raw(comparison)} (${cursor.value}, ${cursor.id})`;
  const bounds = [
    ...(after ? [position(direction === 'ASC' ? '>' : '<', after)] : []),
    ...(before ? [position(direction === 'ASC' ? '<' : '>', before)] : []),
  ];

  const firstOf = (rows: Prisma.Sql, name: string) => Prisma.sql`SELECT * FROM (${rows}
    ORDER BY sort_key ${way}, id ${way} LIMIT ${Prisma.raw(String(size + 1))}) AS ${Prisma.raw(name)}`;

  const readPages = async (lists: readonly Ranges[]): Promise<Page<T>[]> => {
    const keys = await read(
      glued(
        lists.map((ranges, index) => {
          const parts = ranges.map(
            (range) => Prisma.sql`
              SELECT ${Prisma.raw(String(index))} AS parent, id, ${order.expression} AS sort_key
              FROM ${Prisma.join([range, ...bounds], ' AND ')}`,
          );
          const [only, ...more] = parts;
          if (only !== undefined && more.length === 0) return firstOf(only, `page_${index}`);
          // Each range stops by itself: PostgreSQL does not merge them as SQLite would.
          const starts = parts.map((part, place) => firstOf(part, `range_${place}`));
          return firstOf(Prisma.join(starts, ' UNION ALL '), `page_${index}`);
        }),
      ),
      pageRow,
    );
    const pages = lists.map((): z.infer<typeof pageRow>[] => []);
    for (const key of keys) pages[key.parent]?.push(key);
    const more = pages.map((page) => page.length > size);
    const shown = pages.map((page) => {
      const cut = page.slice(0, size);
      return backward ? cut.reverse() : cut;
    });
    const ids = [...new Set(shown.flatMap((page) => page.map((key) => key.id)))];
    const rows = ids.length === 0 ? [] : await source.entity.load(signedIn(context), ids, query);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return shown.map((page, index) => ({
      edges: page.flatMap((key) => {
        const node = byId.get(key.id);
        return node ? [{ cursor: encodeCursor(orderName, key.sort_key, key.id), node }] : [];
      }),
      hasNextPage: backward ? before !== null : (more[index] ?? false),
      hasPreviousPage: backward ? (more[index] ?? false) : after !== null,
    }));
  };
  const readCounts = async (lists: readonly Ranges[]): Promise<number[]> => {
    const rows = await read(
      glued(
        lists.flatMap((ranges, index) =>
          ranges.map(
            (range) => Prisma.sql`
              SELECT ${Prisma.raw(String(index))} AS parent, COUNT(*) AS total FROM ${range}`,
          ),
        ),
      ),
      countRow,
    );
    const totals = lists.map(() => 0);
    for (const { parent: index, total } of rows) totals[index] = (totals[index] ?? 0) + total;
    return totals;
  };

  const path = fieldPath(info.path);
  return {
    page: () => loaderOf(context, `${path} page`, readPages).load(list),
    totalCount: () => loaderOf(context, `${path} count`, readCounts).load(rangesFor(null)),
  };
}
