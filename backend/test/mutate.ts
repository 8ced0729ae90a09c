import { getNamedType, isObjectType } from 'graphql';
import type { Problem } from '../domain/problem.ts';
import { schema } from '../graphql/schema.ts';
import type { Answer, Api, Asking } from './execute.ts';

/** What a mutation answers besides `userErrors`. */
function thingOf(mutation: string) {
  const payload = getNamedType(schema.getMutationType()?.getFields()[mutation]?.type);
  const fields = isObjectType(payload) ? Object.values(payload.getFields()) : [];
  const field = fields.find(({ name }) => name !== 'userErrors');
  if (field === undefined) throw new Error(`the payload of ${mutation} holds nothing`);
  return { name: field.name, type: getNamedType(field.type) };
}

/** The fewest fields that tell one thing from another. */
function identity(mutation: string): string {
  const { type } = thingOf(mutation);
  if (!isObjectType(type)) return '';
  return type.getFields().id === undefined ? '{ user { id } }' : '{ id }';
}

export function mutationDocument(mutation: string, selection = identity(mutation)): string {
  const inputType = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  return `mutation ($input: ${inputType}!) {
    ${mutation}(input: $input) {
      ${thingOf(mutation).name} ${selection}
      userErrors { code message field details }
    }
  }`;
}

export interface Outcome<Thing> {
  /** Null when there are errors of either kind. */
  readonly thing: Thing | null;
  readonly userErrors: readonly Problem[];
  readonly answer: Answer<unknown>;
}

/**
 * Sends one mutation.
 * @param selection what to ask of the thing it answers with, in braces; default its id.
 */
export async function mutate<Thing = { readonly id: string }>(
  api: Api,
  mutation: string,
  input: object,
  { selection, ...asking }: Asking & { readonly selection?: string } = {},
): Promise<Outcome<Thing>> {
  const answer = await api.execute<Record<string, Record<string, unknown>>>(
    mutationDocument(mutation, selection),
    { ...asking, variables: { input } },
  );
  const payload = answer.data?.[mutation];
  return {
    thing: (payload?.[thingOf(mutation).name] ?? null) as Thing | null,
    userErrors: (payload?.userErrors ?? []) as Problem[],
    answer,
  };
}

/** Code and path of each problem, such as `INVALID lineItems.2.quantity`. */
export const problemsOf = ({ userErrors }: Outcome<unknown>): string[] =>
  userErrors.map(({ code, field }) => (field == null ? code : `${code} ${field.join('.')}`));
