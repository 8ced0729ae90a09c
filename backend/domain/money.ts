import { currencyExponent } from './currency.ts';
import { formatUnits, parseDecimal, toScale } from './decimal.ts';
import type { Result } from './problem.ts';

/** An amount in minor units (cents) of a currency. Never a JavaScript number. */
export interface Money {
  readonly minor: bigint;
  readonly currency: string;
}

/** Nine million million major units: also with three decimals below 2^53, exact in any reader. */
const MAX_MAJOR = 9_000_000_000_000n;

/** The largest amount, either sign, that Plumb works with, in minor units. */
export const maxMinor = (currency: string): bigint =>
  MAX_MAJOR * 10n ** BigInt(currencyExponent(currency));

export function withinLimit(minor: bigint, currency: string): boolean {
  const limit = maxMinor(currency);
  return minor <= limit && minor >= -limit;
}

/** @throws TypeError when the currencies differ: amounts of two currencies have no sum. */
export function add(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new TypeError(`${a.currency} and ${b.currency} do not add`);
  return { minor: a.minor + b.minor, currency: a.currency };
}

/** Reads an amount such as "1234.5"; more decimals than the currency has are refused. */
export function parseMoneyAmount(text: string, currency: string): Result<Money> {
  const exponent = currencyExponent(currency);
  const parsed = parseDecimal(text, exponent);
  if (!parsed.ok) return parsed;
  const minor = toScale(parsed.value, exponent);
  if (withinLimit(minor, currency)) return { ok: true, value: { minor, currency } };
  const message = `Amounts go up to ${formatAmount(maxMinor(currency), currency)} ${currency}.`;
  return { ok: false, problem: { code: 'INVALID', message } };
}

/** The amount with exactly the currency's decimals: 123450 USD cents are "1234.50". */
export const formatAmount = (minor: bigint, currency: string): string =>
  formatUnits(minor, currencyExponent(currency));

/** Quotient rounded down, for a positive divisor. */
const floorDivide = (numerator: bigint, divisor: bigint): bigint => {
  const quotient = numerator / divisor;
  return numerator % divisor < 0n ? quotient - 1n : quotient;
};

/**
 * Spreads a total over weights in proportion, to the unit, by largest remainder; of equal
 * remainders the earlier position wins. The parts sum to the total, always.
 * @param weights of either sign, as a credit line among others has; when they sum to zero the
 * first position gets everything.
 */
export function allocate(total: bigint, weights: readonly bigint[]): bigint[] {
  const sum = weights.reduce((all, weight) => all + weight, 0n);
  if (sum === 0n) return weights.map((_, index) => (index === 0 ? total : 0n));
  const sign = total < 0n ? -1n : 1n;
  const magnitude = total * sign;
  const divisor = sum < 0n ? -sum : sum;
  const shares = weights.map((weight, index) => {
    const exact = magnitude * (sum < 0n ? -weight : weight);
    const part = floorDivide(exact, divisor);
    return { index, part, remainder: exact - part * divisor };
  });
  const parts = shares.map((share) => share.part);
  const rest = magnitude - parts.reduce((all, part) => all + part, 0n);
  // Each share lost less than one unit, so the rest is smaller than the number of positions.
  const byRemainder = [...shares].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  for (const { index } of byRemainder.slice(0, Number(rest)))
    parts[index] = (parts[index] ?? 0n) + 1n;
  return parts.map((part) => part * sign);
}
