import { currencyExponent } from './currency.ts';
import { type Decimal, divideHalfUp, multiply, parseDecimal, toScale } from './decimal.ts';
import { allocate, parseMoneyAmount, withinLimit } from './money.ts';
import type { Problem } from './problem.ts';

export const QUANTITY_SCALE = 4;
export const UNIT_PRICE_SCALE = 6;
export const RATE_SCALE = 4;

export interface LineInput {
  readonly quantity: string;
  readonly unitPrice: string;
  readonly discountPercent?: string | null | undefined;
  /** Instead of a percentage: an amount of the document's currency, at most the line's gross. */
  readonly discountAmount?: string | null | undefined;
  readonly taxRate?: string | null | undefined;
}

export interface TotalsInput {
  readonly currencyCode: string;
  readonly pricesIncludeTax: boolean;
  readonly lineItems: readonly LineInput[];
  readonly discountPercent?: string | null | undefined;
  readonly discountAmount?: string | null | undefined;
}

/** All in minor units. Σ (net + tax) over the lines is the total. */
export interface LineTotals {
  /** Quantity × unit price, as typed. */
  readonly gross: bigint;
  readonly discount: bigint;
  /** The line's share of the document discount. */
  readonly documentDiscount: bigint;
  /** After all discounts, without tax, also where the prices include it. */
  readonly net: bigint;
  readonly tax: bigint;
}

export interface TaxTotal {
  /** Percent, shortest form. */
  readonly rate: string;
  readonly taxable: bigint;
  readonly tax: bigint;
}

export interface Totals {
  readonly lines: readonly LineTotals[];
  /** Sum of the lines after their own discounts, as typed, before the document discount. */
  readonly subtotal: bigint;
  readonly discountTotal: bigint;
  readonly taxes: readonly TaxTotal[];
  readonly taxTotal: bigint;
  readonly total: bigint;
}

export type TotalsResult =
  | { readonly ok: true; readonly value: Totals }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const ZERO: Decimal = { units: 0n, scale: 0 };
const sum = (values: readonly bigint[]): bigint => values.reduce((all, value) => all + value, 0n);

/** `amount × percent`, rounded to the minor unit. */
const percentOf = (amount: bigint, percent: Decimal): bigint =>
  divideHalfUp(amount * percent.units, 100n * 10n ** BigInt(percent.scale));

class Reader {
  readonly problems: Problem[] = [];

  decimal(
    text: string,
    scale: number,
    field: string[],
    range?: { min: bigint; max: bigint },
  ): Decimal {
    const parsed = parseDecimal(text, scale);
    if (!parsed.ok) {
      this.problems.push({ ...parsed.problem, field });
      return ZERO;
    }
    const { units, scale: actual } = parsed.value;
    const unit = 10n ** BigInt(actual);
    if (range !== undefined && (units < range.min * unit || units > range.max * unit)) {
      const message = `Give a value from ${range.min} to ${range.max}.`;
      this.problems.push({ code: 'INVALID', message, field });
      return ZERO;
    }
    return parsed.value;
  }
}

const PERCENT = { min: 0n, max: 100n };
const TAX_RATE = { min: 0n, max: 1000n };
const rateKey = ({ units, scale }: Decimal): string => {
  const fixed = (units * 10n ** BigInt(RATE_SCALE - scale))
    .toString()
    .padStart(RATE_SCALE + 1, '0');
  return `${fixed.slice(0, -RATE_SCALE)}.${fixed.slice(-RATE_SCALE)}`.replace(/\.?0+$/, '');
};

interface Discount {
  readonly discountPercent?: string | null | undefined;
  readonly discountAmount?: string | null | undefined;
}

/**
 * What a discount takes off a base, in minor units: a percentage of it, rounded, or an amount
 * between zero and it.
 * @param at the path of a field of the discount in the input.
 */
function discountOf(
  base: bigint,
  { discountPercent, discountAmount }: Discount,
  currencyCode: string,
  reader: Reader,
  at: (field: string) => string[],
): bigint {
  const refuse = (message: string) => {
    reader.problems.push({ code: 'INVALID', message, field: at('discountAmount') });
    return 0n;
  };
  if (discountPercent != null && discountAmount != null) {
    return refuse('Give a discount in percent or as an amount, not both.');
  }
  if (discountPercent != null) {
    return percentOf(
      base,
      reader.decimal(discountPercent, RATE_SCALE, at('discountPercent'), PERCENT),
    );
  }
  if (discountAmount == null) return 0n;
  const parsed = parseMoneyAmount(discountAmount, currencyCode);
  if (!parsed.ok) return refuse(parsed.problem.message);
  const { minor } = parsed.value;
  return minor < 0n || minor > (base < 0n ? 0n : base)
    ? refuse('The discount must lie between zero and what it is taken off.')
    : minor;
}

/**
 * The totals of an invoice; the same code runs in the server and in the browser.
 * Each line is rounded first; the document discount comes before tax and is spread by largest
 * remainder; tax is computed once per rate (EN 16931). With prices that include tax the typed
 * gross never moves: net = round(gross / (1 + rate)), tax = gross − net.
 * @returns all problems at once, with paths in the input, when something cannot be read.
 */
export function computeTotals(input: TotalsInput): TotalsResult {
  const { currencyCode, pricesIncludeTax } = input;
  const exponent = currencyExponent(currencyCode);
  const reader = new Reader();
  const typed = input.lineItems.map((line, index) => {
    const at = (name: string) => ['lineItems', String(index), name];
    const quantity = reader.decimal(line.quantity, QUANTITY_SCALE, at('quantity'));
    const unitPrice = reader.decimal(line.unitPrice, UNIT_PRICE_SCALE, at('unitPrice'));
    const rate =
      line.taxRate == null
        ? ZERO
        : reader.decimal(line.taxRate, RATE_SCALE, at('taxRate'), TAX_RATE);
    const gross = toScale(multiply(quantity, unitPrice), exponent);
    if (!withinLimit(gross, currencyCode)) {
      reader.problems.push({
        code: 'INVALID',
        message: 'This amount is too large.',
        field: at('unitPrice'),
      });
    }
    const discount = discountOf(gross, line, currencyCode, reader, at);
    return { gross, discount, afterDiscount: gross - discount, rate };
  });
  const subtotal = sum(typed.map((line) => line.afterDiscount));
  const discountTotal = discountOf(subtotal, input, currencyCode, reader, (field) => [field]);
  const shares = allocate(
    discountTotal,
    typed.map((line) => line.afterDiscount),
  );
  const discounted = typed.map((line, index) => line.afterDiscount - (shares[index] ?? 0n));

  const groups = new Map<string, number[]>();
  for (const [index, line] of typed.entries()) {
    const rate = rateKey(line.rate);
    groups.set(rate, [...(groups.get(rate) ?? []), index]);
  }
  const lineTax = typed.map(() => 0n);
  const taxes: TaxTotal[] = [];
  for (const [rate, indexes] of groups) {
    const percent = typed[indexes[0] ?? 0]?.rate ?? ZERO;
    const amounts = indexes.map((index) => discounted[index] ?? 0n);
    const base = sum(amounts);
    const hundred = 100n * 10n ** BigInt(percent.scale);
    const tax = pricesIncludeTax
      ? base - divideHalfUp(base * hundred, hundred + percent.units)
      : percentOf(base, percent);
    for (const [place, share] of allocate(tax, amounts).entries())
      lineTax[indexes[place] ?? 0] = share;
    taxes.push({ rate, taxable: pricesIncludeTax ? base - tax : base, tax });
  }
  taxes.sort((a, b) => a.rate.localeCompare(b.rate, 'en', { numeric: true }));
  const taxTotal = sum(taxes.map((one) => one.tax));
  const total = sum(taxes.map((one) => one.taxable)) + taxTotal;
  if (!withinLimit(total, currencyCode) || !withinLimit(subtotal, currencyCode)) {
    reader.problems.push({
      code: 'INVALID',
      message: 'The total is too large.',
      field: ['lineItems'],
    });
  }
  if (reader.problems.length > 0) return { ok: false, problems: reader.problems };
  const lines = typed.map(({ gross, discount }, index) => {
    const tax = lineTax[index] ?? 0n;
    const amount = discounted[index] ?? 0n;
    const share = shares[index] ?? 0n;
    return {
      gross,
      discount,
      documentDiscount: share,
      net: pricesIncludeTax ? amount - tax : amount,
      tax,
    };
  });
  return { ok: true, value: { lines, subtotal, discountTotal, taxes, taxTotal, total } };
}
