import {
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';

/** Values at the edges of each scalar, most of which the schema lets through. */
const ODD: Readonly<Record<string, readonly unknown[]>> = {
  String: [
    ' \t\n',
    'a\0b',
    '\ud800x',
    'x'.repeat(20_000),
    '🏗️ Ａ́ \u202egnp.exe %_\\',
    "'; DROP TABLE invoices; --",
    '{SEQ}{SEQ:9}',
  ],
  ID: ['', '\0\ud800', 7, 'SW52b2ljZTow', 'SW52b2ljZToyMTQ3NDgzNjQ4', 'x'.repeat(20_000)],
  Int: [0, 2_147_483_647, -2_147_483_648],
  Boolean: [true, false],
  Decimal: [
    '-0',
    '-1',
    '0.000001',
    '100.0000001',
    '9000000000000.00',
    '-9000000000000.00',
    '9000000000000.01',
    '999999999999999999999999.999999999999',
  ],
  Date: ['1900-01-01', '2024-02-29', '2999-12-31'],
  CurrencyCode: ['JPY', 'KWD'],
  EmailAddress: ['a\0@b', '\ud800@b', `${'x'.repeat(300)}@example.com`, '"<>"@[127.0.0.1]'],
  TimeZone: ['Pacific/Kiritimati'],
};

export interface InputPlace {
  readonly path: readonly string[];
  readonly values: readonly unknown[];
}

/** Every place of an input type, with odd values for it: null, the edges of its scalar, odd lists. */
export function oddPlaces(type: GraphQLInputType, path: readonly string[] = []): InputPlace[] {
  const named = getNamedType(type);
  const inner = isNonNullType(type) ? type.ofType : type;
  const isList = isListType(inner);
  const nothing = isNonNullType(type) ? [] : [null];
  if (isInputObjectType(named)) {
    const own = path.length === 0 ? [] : [{ path, values: isList ? [...nothing, []] : nothing }];
    const step = isList ? [...path, '0'] : path;
    const fields = Object.values(named.getFields());
    return [...own, ...fields.flatMap((field) => oddPlaces(field.type, [...step, field.name]))];
  }
  const edges = isEnumType(named) ? named.getValues().map(({ name }) => name) : ODD[named.name];
  if (edges === undefined) throw new Error(`no odd values for ${named.name}`);
  const lists = [[], edges.slice(0, 3), Array.from({ length: 300 }, () => edges[0])];
  return [{ path, values: [...nothing, ...(isList ? lists : edges)] }];
}
