import { GraphQLError, Kind, type ValueNode } from 'graphql';
import { isCivilDate, isTimeZone } from '../domain/civilDate.ts';
import { isCurrencyCode } from '../domain/currency.ts';
import { builder } from './builder.ts';

function text(name: string, expected: string, accepts: (value: string) => boolean) {
  return (value: unknown): string => {
    if (typeof value === 'string' && accepts(value)) return value;
    throw new GraphQLError(`${name} must be ${expected}.`);
  };
}

const DECIMAL = /^-?\d{1,24}(\.\d{1,12})?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const EMAIL = /^[^\s@]+@[^\s@]+$/;

builder.scalarType('Decimal', {
  description:
    'An exact decimal number as a string, such as "1234.50". Never a float: write it in quotes.',
  serialize: (value) => value,
  parseValue: text('Decimal', 'a string such as "1234.50"', (value) => DECIMAL.test(value)),
});

builder.scalarType('Date', {
  description: 'A civil date without a time or zone, YYYY-MM-DD.',
  serialize: (value) => value,
  parseValue: text('Date', 'a calendar date such as "2026-07-31"', isCivilDate),
});

builder.scalarType('CurrencyCode', {
  description: 'An ISO 4217 currency code, such as "USD".',
  serialize: (value) => value,
  parseValue: text('CurrencyCode', 'an ISO 4217 code such as "USD"', isCurrencyCode),
});

builder.scalarType('TimeZone', {
  description: 'An IANA time zone, such as "America/New_York".',
  serialize: (value) => value,
  parseValue: text('TimeZone', 'an IANA time zone such as "America/New_York"', isTimeZone),
});

builder.scalarType('Permission', {
  description: 'What a role allows, `resource:action`, such as "invoices:issue".',
  serialize: (value) => value,
  parseValue: text('Permission', 'a permission such as "invoices:issue"', (value) =>
    /^[a-z]+:[a-z]+$/.test(value),
  ),
});

builder.scalarType('EmailAddress', {
  description: 'An e-mail address.',
  serialize: (value) => value,
  parseValue: text('EmailAddress', 'an e-mail address', (value) => EMAIL.test(value)),
});

/** Of the years that a civil date can have; engines disagree about others. */
const isStorableInstant = (instant: Date): boolean =>
  instant.getUTCFullYear() >= 1900 && instant.getUTCFullYear() <= 2999;

builder.scalarType('DateTime', {
  description: 'An instant in UTC, RFC 3339, such as "2026-07-31T09:30:00.000Z".',
  serialize: (value) => value.toISOString() as unknown as Date,
  parseValue: (value) => {
    const instant = typeof value === 'string' && INSTANT.test(value) ? new Date(value) : null;
    if (instant === null || !isStorableInstant(instant)) {
      throw new GraphQLError('DateTime must be an instant such as "2026-07-31T09:30:00Z".');
    }
    return instant;
  },
});

function literal(node: ValueNode): unknown {
  switch (node.kind) {
    case Kind.OBJECT:
      return Object.fromEntries(
        node.fields.map((field) => [field.name.value, literal(field.value)]),
      );
    case Kind.LIST:
      return node.values.map(literal);
    case Kind.NULL:
      return null;
    case Kind.INT:
    case Kind.FLOAT:
      return JSON.parse(node.value);
    case Kind.VARIABLE:
      throw new GraphQLError('JSON literals cannot hold variables.');
    default:
      return node.value;
  }
}

builder.scalarType('JSON', {
  description: 'Structured details whose shape depends on the code beside it.',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: literal,
});
