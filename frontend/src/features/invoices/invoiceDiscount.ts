import type { MoneyText } from '../../lib/money.ts';

/** A discount as the API has it: one of the two, or neither. */
interface Discount {
  readonly discountPercent: string | null;
  readonly discountAmount: string | null;
}

const FORM = /^([^a-z%]*?)\s*(%|[a-z]{3})?$/i;

/**
 * Reads what stands in a discount's field: "5" and "5 %" are percent, "5 USD" is an amount. What
 * is neither comes back as typed, to be refused where numbers are read.
 */
export function readDiscount(text: string, currencyCode: string): Discount {
  const typed = text.trim();
  if (typed === '') return { discountPercent: null, discountAmount: null };
  const [, number = typed, unit = '%'] = FORM.exec(typed) ?? [];
  if (unit === '%') return { discountPercent: number, discountAmount: null };
  const isAmount = unit.toUpperCase() === currencyCode;
  return { discountPercent: null, discountAmount: isAmount ? number : typed };
}

/** A stored discount as a person would type it. */
export function shownDiscount(discount: {
  readonly discountPercent: string | null;
  readonly discountAmount: MoneyText | null;
}): string {
  const { discountPercent, discountAmount } = discount;
  if (discountPercent !== null) return `${discountPercent} %`;
  return discountAmount === null ? '' : `${discountAmount.amount} ${discountAmount.currencyCode}`;
}

/** What was typed with its unit, so that nobody has to guess what a bare number meant. */
export function settledDiscount(text: string, currencyCode: string): string {
  const { discountPercent, discountAmount } = readDiscount(text, currencyCode);
  if (discountPercent !== null) return `${discountPercent} %`;
  if (discountAmount === null || discountAmount === text.trim()) return text.trim();
  return `${discountAmount} ${currencyCode}`;
}
