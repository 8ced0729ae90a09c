import type { Result } from './problem.ts';

/** An exact decimal: `units / 10^scale`. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

const FORM = /^(-?)(\d{1,20})(?:\.(\d+))?$/;

const failure = (message: string) =>
  ({ ok: false, problem: { code: 'INVALID', message } }) as const;

/**
 * Reads a decimal such as "-12.50".
 * @param maxScale decimals allowed; more are refused, not rounded (trailing zeros count too).
 */
export function parseDecimal(text: string, maxScale: number): Result<Decimal> {
  const [, sign, whole, fraction = ''] = FORM.exec(text.trim()) ?? [];
  if (whole === undefined) return failure('Write a number such as 12.50.');
  if (fraction.length > maxScale) return failure(`At most ${maxScale} decimals are allowed.`);
  const digits = BigInt(whole + fraction);
  return { ok: true, value: { units: sign === '-' ? -digits : digits, scale: fraction.length } };
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, scale: a.scale + b.scale };
}

/**
 * The quotient rounded to the nearest whole number, halves away from zero (0.125 → 0.13 and
 * −0.125 → −0.13 in hundredths): the one rounding of Plumb.
 * @param denominator must be positive.
 */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  const magnitude = numerator < 0n ? -numerator : numerator;
  const rounded = (magnitude * 2n + denominator) / (denominator * 2n);
  return numerator < 0n ? -rounded : rounded;
}

/** The decimal in units of 10^−scale, rounded half up where it has more decimals. */
export function toScale(value: Decimal, scale: number): bigint {
  return value.scale <= scale
    ? value.units * 10n ** BigInt(scale - value.scale)
    : divideHalfUp(value.units, 10n ** BigInt(value.scale - scale));
}

/** Whole units of 10^−scale as text with exactly that many decimals. */
export function formatUnits(units: bigint, scale: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const sign = units < 0n ? '-' : '';
  if (scale === 0) return sign + digits;
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
