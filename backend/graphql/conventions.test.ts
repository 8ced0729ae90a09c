import {
  type GraphQLField,
  type GraphQLNamedType,
  GraphQLNonNull,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { schema } from './schema.ts';

const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);
const outputs = types.filter((type) => isObjectType(type) || isInterfaceType(type));
const inputs = types.filter(isInputObjectType);
const enums = types.filter(isEnumType);

interface Member {
  /** Such as `Company.invoices(first:)`. */
  readonly name: string;
  readonly description: string | null | undefined;
  readonly deprecationReason?: string | null | undefined;
}

/** Everything of the schema that a reader can point at. */
const members: readonly Member[] = types.flatMap((type: GraphQLNamedType): Member[] => [
  type,
  ...(isObjectType(type) || isInterfaceType(type)
    ? Object.values(type.getFields()).flatMap((field) => [
        { ...field, name: `${type.name}.${field.name}` },
        ...field.args.map((arg) => ({ ...arg, name: `${type.name}.${field.name}(${arg.name}:)` })),
      ])
    : []),
  ...(isInputObjectType(type) || isEnumType(type)
    ? (isEnumType(type) ? type.getValues() : Object.values(type.getFields())).map((one) => ({
        ...one,
        name: `${type.name}.${one.name}`,
      }))
    : []),
]);

const capitalized = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
const fieldsOf = (type: GraphQLNamedType | undefined) =>
  isObjectType(type) ? Object.values(type.getFields()) : [];
const connectionFields = outputs.flatMap((type) =>
  Object.values(type.getFields())
    .filter((field) => getNamedType(field.type).name.endsWith('Connection'))
    .map((field): [string, GraphQLField<unknown, unknown>] => [
      `${type.name}.${field.name}`,
      field,
    ]),
);
const mutations = Object.values(schema.getMutationType()?.getFields() ?? {}).map(
  (field): [string, GraphQLField<unknown, unknown>] => [field.name, field],
);

describe('the schema', () => {
  it('describes every type, field, argument, input field and enum value', () => {
    expect(members.length).toBeGreaterThan(400);
    const silent = members.filter(({ description }) => (description ?? '').trim() === '');
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('says in whole sentences what things are', () => {
    const broken = members.filter(
      ({ description }) => !/^[\p{Lu}\d`{}].*\.$/su.test(description ?? ''),
    );
    expect(broken.map(({ name, description }) => `${name}: ${description}`)).toEqual([]);
  });

  it('writes types PascalCase, fields camelCase and enum values SCREAMING_SNAKE', () => {
    const names = [
      ...types.map(({ name }) => ({ name, form: /^([A-Z][a-z]+)+$|^JSON$|^ID$/ })),
      ...outputs.flatMap((type) =>
        Object.values(type.getFields()).flatMap((field) =>
          [field, ...field.args].map(({ name }) => ({ name, form: /^[a-z]+([A-Z][a-z]+)*$/ })),
        ),
      ),
      ...inputs.flatMap((type) =>
        Object.values(type.getFields()).map(({ name }) => ({
          name,
          form: /^[a-z]+([A-Z][a-z]+)*$/,
        })),
      ),
      ...enums.flatMap((type) =>
        type.getValues().map(({ name }) => ({ name, form: /^[A-Z]+(_[A-Z]+)*$/ })),
      ),
    ];
    expect(names.filter(({ name, form }) => !form.test(name)).map(({ name }) => name)).toEqual([]);
  });

  it('has no float, and refers to things, not to their ids', () => {
    const fields = outputs.flatMap((type) =>
      Object.values(type.getFields()).map((field) => ({ type, field })),
    );
    const wrong = fields.filter(
      ({ type, field }) =>
        getNamedType(field.type).name === 'Float' ||
        // What is deleted is no thing any more.
        (/Ids?$/.test(field.name) && type.name !== 'InvoiceDeletePayload'),
    );
    expect(wrong.map(({ type, field }) => `${type.name}.${field.name}`)).toEqual([]);
    const typed = inputs.flatMap((type) => Object.values(type.getFields()));
    expect(typed.filter(({ type }) => getNamedType(type).name === 'Float')).toEqual([]);
  });

  it('says of what is deprecated what to use, and until when it stays', () => {
    const vague = members.filter(
      ({ deprecationReason: reason }) =>
        reason != null && !/^use .+; removed after \d{4}-\d{2}-\d{2}$/.test(reason),
    );
    expect(vague.map(({ name }) => name)).toEqual([]);
  });
});

describe.each(mutations)('the mutation %s', (name, field) => {
  const payload = getNamedType(field.type);

  it('is named after its thing and one act', () => {
    const noun = /^[a-z]+/.exec(name)?.[0] ?? '';
    expect(name).toMatch(/^[a-z]+([A-Z][a-z]+)+$/);
    // An account is a person with their first company.
    expect(noun === 'account' || schema.getType(capitalized(noun)) !== undefined).toBe(true);
  });

  it('takes one input of its own', () => {
    expect(field.args.map((arg) => `${arg.name}: ${arg.type}`)).toEqual([
      `input: ${capitalized(name)}Input!`,
    ]);
  });

  it('answers with a payload of its own: the thing or null, and the user errors', () => {
    expect(String(field.type)).toBe(`${capitalized(name)}Payload!`);
    const shape = fieldsOf(payload);
    const errors = shape.find((one) => one.name === 'userErrors');
    expect(String(errors?.type)).toBe('[UserError!]!');
    const things = shape.filter((one) => one !== errors);
    expect(things).toHaveLength(1);
    expect(things.filter((one) => isNonNullType(one.type))).toEqual([]);
  });
});

describe.each(connectionFields)('the list %s', (_, field) => {
  it('is a connection of pages, counted on demand', () => {
    expect(field.type).toBeInstanceOf(GraphQLNonNull);
    const args = new Map(field.args.map((arg) => [arg.name, String(arg.type)]));
    expect(Object.fromEntries(args)).toMatchObject({
      first: 'Int',
      after: 'String',
      last: 'Int',
      before: 'String',
    });
    const item = getNamedType(field.type).name.replace(/Connection$/, '');
    if (args.has('filter')) expect(args.get('filter')).toBe(`${item}Filter`);
    if (args.has('orderBy')) expect(args.get('orderBy')).toBe(`${item}Order`);
    const shape = fieldsOf(getNamedType(field.type)).map((one) => `${one.name}: ${one.type}`);
    expect(shape.sort()).toEqual([
      `edges: [${item}Edge!]!`,
      `nodes: [${item}!]!`,
      'pageInfo: PageInfo!',
      'totalCount: Int!',
    ]);
  });
});
