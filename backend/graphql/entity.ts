import type { ObjectRef } from '@pothos/core';
import { queryFromInfo } from '@pothos/plugin-prisma';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context, SignedInContext } from '../context.ts';
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
export interface Entity<T extends Row = Row> {
  readonly typeName: string;
  load(context: SignedInContext, ids: readonly number[], query: EntityQuery): Promise<T[]>;
}

/** Every type that `node` can answer with, by name. Filled by the schema modules when they load. */
const entities = new Map<string, Entity>();

export function registerEntity<T extends Row>(entity: Entity<T>): Entity<T> {
  entities.set(entity.typeName, entity as Entity);
  return entity;
}

export const entityNamed = (typeName: string) => entities.get(typeName);

export function signedIn(context: Context): SignedInContext {
  if (context.viewer === null) throw unauthenticated();
  return context as SignedInContext;
}

/** Opaque global id of a row. */
export function encodeId(typeName: string, id: number): string {
  return Buffer.from(`${typeName}:${id}`).toString('base64');
}

/** The parts of a global id, or null when it is none. */
export function parseId(globalId: string): { typeName: string; id: number } | null {
  const match = /^([A-Za-z]+):([1-9]\d{0,9})$/.exec(Buffer.from(globalId, 'base64').toString());
  const [, typeName, digits] = match ?? [];
  if (typeName === undefined || digits === undefined) return null;
  const id = Number(digits);
  // Row ids are 32-bit; a larger one cannot exist and PostgreSQL would fail on it.
  if (id > 2_147_483_647 || encodeId(typeName, id) !== globalId) return null;
  return { typeName, id };
}

/** The row id in a global id of the given type, or null, which answers like a missing row. */
export function decodeId(typeName: string, globalId: string): number | null {
  const parsed = parseId(globalId);
  return parsed?.typeName === typeName ? parsed.id : null;
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

export type EntityRef<T> = ObjectRef<never, T, T>;
