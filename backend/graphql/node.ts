import { brandWithType } from '@pothos/core';
import { queryFromInfo } from '@pothos/plugin-prisma';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.ts';
import { parseId } from '../globalId.ts';
import { builder } from './builder.ts';
import { MAX_PAGE_SIZE } from './connection.ts';
import { entityNamed, signedIn } from './entity.ts';
import { fault } from './faults.ts';

const NodeType = builder.nodeInterfaceRef();

/** Loads things of any types: one statement (and its relations) per type, not per id. */
async function loadNodes(ids: readonly string[], context: Context, info: GraphQLResolveInfo) {
  if (ids.length > MAX_PAGE_SIZE) {
    throw fault('BAD_USER_INPUT', `At most ${MAX_PAGE_SIZE} ids at a time.`);
  }
  const parsed = ids.map(parseId);
  const byType = new Map<string, Set<number>>();
  for (const one of parsed) {
    if (one !== null) byType.set(one.typeName, (byType.get(one.typeName) ?? new Set()).add(one.id));
  }
  const found = new Map<string, object>();
  for (const [typeName, wanted] of byType) {
    const entity = entityNamed(typeName);
    if (entity === undefined) continue;
    const query = queryFromInfo({ context, info, typeName });
    for (const row of await entity.load(signedIn(context), [...wanted], query)) {
      brandWithType(row, typeName as never);
      found.set(`${typeName}:${row.id}`, row);
    }
  }
  return parsed.map((one) => (one ? (found.get(`${one.typeName}:${one.id}`) ?? null) : null));
}

builder.queryFields((t) => ({
  node: t.field({
    type: NodeType,
    nullable: true,
    description: 'Anything by its id; null when it does not exist for you.',
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ required: true, description: 'A global id.' }) },
    complexity: 1,
    resolve: async (_root, { id }, context, info) =>
      (await loadNodes([id], context, info))[0] as never,
  }),
  nodes: t.field({
    type: [NodeType],
    nullable: { list: false, items: true },
    description:
      'Things by their ids, in the order asked; null for each that does not exist for you.',
    authScopes: { signedIn: true },
    args: { ids: t.arg.idList({ required: true, description: 'Global ids, at most 100.' }) },
    complexity: (args) => ({ field: 1, multiplier: args.ids.length }),
    resolve: (_root, { ids }, context, info) => loadNodes(ids, context, info) as never,
  }),
}));
