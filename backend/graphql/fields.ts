import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.ts';
import { decodeId } from '../globalId.ts';
import { builder } from './builder.ts';
import { type Entity, loadEntity, type Row } from './entity.ts';

/** A root field that finds one thing by id: null when there is none, or none for the viewer. */
export function defineRootEntity<T extends Row>(
  name: string,
  entity: Entity<T>,
  description: string,
): void {
  builder.queryField(name, (t) =>
    t.field({
      type: entity.typeName as never,
      nullable: true,
      description,
      authScopes: { signedIn: true },
      complexity: 1,
      args: { id: t.arg.id({ required: true, description: 'Its global id.' }) },
      resolve: (async (
        _root: unknown,
        args: { id: string },
        context: Context,
        info: GraphQLResolveInfo,
      ) => loadEntity(entity, decodeId(entity.typeName, args.id), context, info)) as never,
    }),
  );
}

/** Fields that every stored record has. */
export const recordDescriptions = {
  version: 'Counts changes; name it in `expectedVersion` when you change this.',
  createdAt: 'When it was recorded.',
  updatedAt: 'When it last changed.',
} as const;
