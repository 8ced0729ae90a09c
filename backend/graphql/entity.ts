import { queryFromInfo } from '@pothos/plugin-prisma';
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo, ResponsePath } from 'graphql';
import type { Context, SignedInContext } from '../context.ts';
import type { NodeType } from '../globalId.ts';
import { unauthenticated } from './faults.ts';

/** The `select` or `include` that a selection set needs, made by plugin-prisma. */
export type EntityQuery = ReturnType<typeof queryFromInfo>;

export interface Row {
  readonly id: number;
}

/**
 * How the graph reaches the rows of one type. `load` answers in any order and leaves out what the
 * viewer may not see, so a foreign row and a missing one cannot be told apart.
 */
export interface Entity<T extends Row = Row, Name extends NodeType = NodeType> {
  readonly typeName: Name;
  load(context: SignedInContext, ids: readonly number[], query: EntityQuery): Promise<T[]>;
}

/** Every type that `node` can answer with, by name. Filled by the schema modules when they load. */
const entities = new Map<string, Entity>();

export function registerEntity<T extends Row, Name extends NodeType>(
  entity: Entity<T, Name>,
): Entity<T, Name> {
  entities.set(entity.typeName, entity as Entity);
  return entity;
}

export const entityNamed = (typeName: string) => entities.get(typeName);

export function signedIn(context: Context): SignedInContext {
  if (context.viewer === null) throw unauthenticated();
  return context as SignedInContext;
}

/** Where in the response a field stands, without list indexes: the same for all its siblings. */
export function fieldPath(path: ResponsePath | undefined): string {
  if (path === undefined) return '';
  const prefix = fieldPath(path.prev);
  return typeof path.key === 'number' ? prefix : `${prefix}.${path.typename ?? ''}/${path.key}`;
}

/** Loads one row of a type the way the current selection needs it, or null. */
export async function loadEntity<T extends Row>(
  entity: Entity<T>,
  id: number | null,
  context: Context,
  info: GraphQLResolveInfo,
  path: string[] = [],
): Promise<T | null> {
  if (id === null) return null;
  const query = queryFromInfo({ context, info, path, typeName: entity.typeName });
  const [row] = await entity.load(signedIn(context), [id], query);
  return row ?? null;
}

/** The same for a field that many siblings have: one statement for all of them. */
export async function loadEntityOfMany<T extends Row>(
  entity: Entity<T>,
  id: number | null,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<T | null> {
  if (id === null) return null;
  // Siblings share their selection.
  const name = `${fieldPath(info.path)} ${entity.typeName}`;
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
