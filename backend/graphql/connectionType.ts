import type { ArgBuilder } from '@pothos/core';
import { type BuilderTypes, builder, type OutputType } from './builder.ts';
import type { Connection, Edge } from './connection.ts';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from './connection.ts';

const PageInfoType = builder.pageInfoRef();

export const OrderDirectionType = builder.enumType('OrderDirection', {
  description: 'Which end of an order comes first.',
  values: {
    ASC: { description: 'Smallest, earliest or first in the alphabet first.' },
    DESC: { description: 'Largest, latest or last in the alphabet first.' },
  } as const,
});

/**
 * Makes `<Name>Connection` and `<Name>Edge` for a type: `nodes` beside `edges`, count on demand.
 * @param node the type, or the name of a type that another module defines.
 */
export function connectionType<T>(
  name: string,
  node: OutputType | keyof BuilderTypes['PrismaTypes'],
) {
  const edge = builder.objectRef<Edge<T>>(`${name}Edge`).implement({
    description: `One ${name} in a list, with its place.`,
    fields: (t) => ({
      cursor: t.exposeString('cursor', { description: 'The place, for `after` and `before`.' }),
      node: t.field({
        type: node as never,
        description: 'The thing itself.',
        resolve: (one) => one.node as never,
      }),
    }),
  });
  return builder.objectRef<Connection<T>>(`${name}Connection`).implement({
    description: `A page of a list of ${name}.`,
    fields: (t) => ({
      edges: t.field({
        type: [edge],
        description: 'The page, each with its cursor.',
        resolve: async (connection) => [...(await connection.page()).edges],
      }),
      nodes: t.field({
        type: [node] as never,
        description: 'The page, without cursors.',
        resolve: async (connection) =>
          (await connection.page()).edges.map((one) => one.node) as never,
      }),
      pageInfo: t.field({
        type: PageInfoType,
        description: 'Whether and where the list goes on.',
        resolve: async (connection) => {
          const { edges, hasNextPage, hasPreviousPage } = await connection.page();
          return {
            hasNextPage,
            hasPreviousPage,
            startCursor: edges[0]?.cursor ?? null,
            endCursor: edges.at(-1)?.cursor ?? null,
          };
        },
      }),
      totalCount: t.int({
        description: 'How many there are in the whole list, under the same filter.',
        resolve: (connection) => connection.totalCount(),
      }),
    }),
  });
}

/** Makes `<Name>Order { field, direction }` from described fields. */
export function orderType<Field extends string>(name: string, fields: Record<Field, string>) {
  const field = builder.enumType(`${name}OrderField`, {
    description: `What a list of ${name} can be sorted by.`,
    values: Object.fromEntries(
      Object.entries<string>(fields).map(([value, description]) => [value, { description }]),
    ) as Record<Field, { description: string }>,
  });
  return builder.inputType(`${name}Order`, {
    description: `How a list of ${name} is sorted.`,
    fields: (t) => ({
      field: t.field({ type: field, required: true, description: 'Sort by this.' }),
      direction: t.field({
        type: OrderDirectionType,
        required: true,
        description: 'Which end comes first.',
      }),
    }),
  });
}

/** The four Relay arguments of a list. */
export const pageArgs = (arg: ArgBuilder<BuilderTypes>) => ({
  first: arg.int({
    description: `Page size from the front; default ${DEFAULT_PAGE_SIZE}, at most ${MAX_PAGE_SIZE}.`,
  }),
  after: arg.string({ description: 'Only what follows this cursor.' }),
  last: arg.int({ description: `Page size from the end; at most ${MAX_PAGE_SIZE}.` }),
  before: arg.string({ description: 'Only what precedes this cursor.' }),
});

/** Cost of a list: one for asking, and its page size times what each item costs. */
export const listComplexity = (args: { first?: number | null; last?: number | null }) => ({
  field: 1,
  multiplier: args.first ?? args.last ?? DEFAULT_PAGE_SIZE,
});
