import { queryFromInfo } from '@pothos/plugin-prisma';
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.ts';
import { type Entity, type Row, signedIn } from '../graphql/entity.ts';

/** The client or project of a row: one statement for all rows of a report. */
export async function loadOwner<T extends Row>(
  entity: Entity<T>,
  id: number | null,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<T | null> {
  if (id === null) return null;
  // Rows of one field share their selection; the field's node tells fields apart.
  const name = `ageing owner ${entity.typeName} ${info.fieldNodes[0]?.loc?.start}`;
  let loader = context.loaders.get(name) as DataLoader<number, T | null> | undefined;
  if (loader === undefined) {
    const query = queryFromInfo({ context, info, typeName: entity.typeName });
    loader = new DataLoader<number, T | null>(async (ids) => {
      const rows = await entity.load(signedIn(context), ids, query);
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((one) => byId.get(one) ?? null);
    });
    context.loaders.set(name, loader);
  }
  return loader.load(id);
}
