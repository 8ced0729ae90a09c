import type { InputFieldMap, InputShapeFromFields } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import type { ZodType } from 'zod';
import { z } from 'zod';
import type { SignedInContext } from '../context.ts';
import { PROBLEM_CODES, type Problem } from '../domain/problem.ts';
import type { Permission } from '../viewer.ts';
import { builder } from './builder.ts';
import { type Entity, loadEntity, type Row, signedIn } from './entity.ts';

export const UserErrorCodeType = builder.enumType('UserErrorCode', {
  description: 'Why a mutation was refused. Codes are stable; messages may be reworded.',
  values: Object.fromEntries(
    Object.entries(PROBLEM_CODES).map(([code, description]) => [code, { description }]),
  ),
});

export const UserErrorType = builder.objectRef<Problem>('UserError').implement({
  description: 'A problem with the input that its sender can mend.',
  fields: (t) => ({
    code: t.field({
      type: UserErrorCodeType,
      description: 'Stable code for programs.',
      resolve: (problem) => problem.code,
    }),
    message: t.exposeString('message', { description: 'One sentence for people.' }),
    field: t.stringList({
      nullable: true,
      description: 'Path in the input, such as ["lineItems", "2", "quantity"]; null for the whole.',
      resolve: (problem) => problem.field ?? null,
    }),
    details: t.field({
      type: 'JSON',
      nullable: true,
      description: 'Facts behind the code, such as the current version with STALE.',
      resolve: (problem) => problem.details ?? null,
    }),
  }),
});

export interface Payload {
  userErrors?: readonly Problem[];
}

type InputBuilder = PothosSchemaTypes.InputFieldBuilder<
  typeof builder extends PothosSchemaTypes.SchemaBuilder<infer Types> ? Types : never,
  'InputObject'
>;

interface MutationOptions<Fields extends InputFieldMap, Input> {
  readonly name: string;
  readonly description: string;
  /** Null: anyone may call it. The service checks the company; this is the cheap first look. */
  readonly permission: Permission | null;
  /** The same schema that the browser's form uses. */
  readonly schema: ZodType<Input>;
  readonly input: (t: InputBuilder) => Fields;
}

const capitalized = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/**
 * The one way to write a mutation: `name(input: NameInput!): NamePayload!`. The payload's own
 * fields are given by `payload`; `userErrors` is added here and filled by the UserErrors plugin.
 */
export function defineMutation<Fields extends InputFieldMap, Input, Result extends object>(
  options: MutationOptions<Fields, Input> & {
    readonly payload: (
      t: PothosSchemaTypes.ObjectFieldBuilder<BuilderTypes, Result & Payload>,
    ) => PothosFieldMap;
    readonly resolve: (
      input: Input,
      context: import('../context.ts').Context,
      info: GraphQLResolveInfo,
    ) => Promise<Result>;
  },
): void {
  const typeName = capitalized(options.name);
  const inputType = builder.inputType(`${typeName}Input`, {
    description: `Input of \`${options.name}\`.`,
    fields: options.input,
  });
  const payloadType = builder.objectRef<Result & Payload>(`${typeName}Payload`).implement({
    description: `Answer of \`${options.name}\`.`,
    fields: (t) => ({
      ...options.payload(t),
      userErrors: t.field({
        type: [UserErrorType],
        description: 'Why nothing was done; empty on success.',
        resolve: (payload) => [...(payload.userErrors ?? [])],
      }),
    }),
  });
  builder.mutationField(options.name, (t) =>
    t.field({
      type: payloadType,
      description: options.description,
      args: {
        input: t.arg({ type: inputType, required: true, description: 'What to do.' }),
      },
      ...(options.permission === null ? {} : { authScopes: { permission: options.permission } }),
      validate: { schema: z.looseObject({ input: options.schema }) as never },
      resolve: async (_root, args, context, info) => {
        context.client = context.db.writer;
        // plugin-zod hands on what the schema returned, which is the type of the schema.
        return options.resolve(args.input as unknown as Input, context, info);
      },
    }),
  );
}

type BuilderTypes = typeof builder extends PothosSchemaTypes.SchemaBuilder<infer Types>
  ? Types
  : never;
type PothosFieldMap = ReturnType<
  NonNullable<Parameters<typeof builder.objectType>[1]['fields']>
>;

/** A mutation that answers with one row of an entity, loaded from where it was written. */
export function defineEntityMutation<Fields extends InputFieldMap, Input, T extends Row>(
  options: MutationOptions<Fields, Input> & {
    readonly field: string;
    readonly fieldDescription: string;
    readonly entity: Entity<T>;
    readonly type: PothosTypeParam;
    readonly act: (context: SignedInContext, input: Input) => Promise<number>;
  },
): void {
  defineMutation<Fields, Input, Record<string, unknown>>({
    ...options,
    payload: (t) => ({
      [options.field]: t.field({
        type: options.type as never,
        nullable: true,
        description: options.fieldDescription,
        resolve: (payload) => (payload[options.field] ?? null) as never,
      }),
    }),
    resolve: async (input, context, info) => {
      const id = await options.act(signedIn(context), input);
      return { [options.field]: await loadEntity(options.entity, id, context, info, [options.field]) };
    },
  });
}

type PothosTypeParam = Parameters<typeof builder.objectField>[0] | object;
export type { InputShapeFromFields };
