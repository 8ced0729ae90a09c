import { queryFromInfo } from '@pothos/plugin-prisma';
import type { GraphQLResolveInfo } from 'graphql';
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
