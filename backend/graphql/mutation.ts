import type { InputFieldMap } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import type { ZodType } from 'zod';
import { z } from 'zod';
import type { Context, SignedInContext } from '../context.ts';
import { PROBLEM_CODES, type Problem } from '../domain/problem.ts';
import type { Permission } from '../viewer.ts';
import { type BuilderTypes, builder, type OutputType } from './builder.ts';
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

type InputFields = (
  t: PothosSchemaTypes.InputFieldBuilder<BuilderTypes, 'InputObject'>,
) => InputFieldMap;
interface MutationOptions<Input> {
  readonly name: string;
  readonly description: string;
  /** Null: anyone may call it. The service checks the company; this is the cheap first look. */
  readonly permission: Permission | null;
  /** The same schema that the browser's form uses. */
  readonly schema: ZodType<Input>;
  readonly input: InputFields;
}

interface PayloadField {
  readonly type: OutputType;
  readonly description: string;
}

type PayloadShape = Readonly<Record<string, unknown>> & { userErrors?: readonly Problem[] };

const capitalized = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/**
 * The one way to write a mutation: `name(input: NameInput!): NamePayload!`. The payload's fields
 * are null when there are errors; `userErrors` is added here and filled by the UserErrors plugin.
 */
export function defineMutation<Input>(
  options: MutationOptions<Input> & {
    readonly payload: Readonly<Record<string, PayloadField>>;
    readonly resolve: (
      input: Input,
      context: Context,
      info: GraphQLResolveInfo,
    ) => Promise<PayloadShape>;
  },
): void {
  const typeName = capitalized(options.name);
  const inputType = builder.inputType(`${typeName}Input`, {
    description: `Input of \`${options.name}\`.`,
    fields: options.input,
  });
  const payloadType = builder.objectRef<PayloadShape>(`${typeName}Payload`).implement({
    description: `Answer of \`${options.name}\`.`,
    fields: (t) => ({
      ...Object.fromEntries(
        Object.entries(options.payload).map(([name, field]) => [
          name,
          t.field({
            type: field.type,
            nullable: true,
            description: `${field.description} Null when there are errors.`,
            // The resolver below made it; its type is the one declared beside it.
            resolve: (payload) => (payload[name] ?? null) as never,
          }),
        ]),
      ),
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
      args: { input: t.arg({ type: inputType, required: true, description: 'What to do.' }) },
      ...(options.permission === null ? {} : { authScopes: { permission: options.permission } }),
      validate: { schema: z.looseObject({ input: options.schema }) as never },
      resolve: async (_root, args, context, info) => {
        // What a mutation answers with is read from where it was written.
        context.db = context.db.fresh;
        // plugin-zod hands on what the schema returned, so it has the schema's type.
        return (await options.resolve(args.input as unknown as Input, context, info)) as never;
      },
    }),
  );
}

/** A mutation that answers with one row of an entity, loaded from where it was written. */
export function defineEntityMutation<Input, T extends Row>(
  options: MutationOptions<Input> & {
    readonly field: string;
    readonly fieldDescription: string;
    readonly entity: Entity<T>;
    readonly type: OutputType;
    readonly act: (context: SignedInContext, input: Input) => Promise<number>;
  },
): void {
  const { field, fieldDescription, entity, type, act, ...rest } = options;
  defineMutation({
    ...rest,
    payload: { [field]: { type, description: fieldDescription } },
    resolve: async (input, context, info) => {
      const id = await act(signedIn(context), input);
      return { [field]: await loadEntity(entity, id, context, info, [field]) };
    },
  });
}
