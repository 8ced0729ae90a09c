import { expect } from 'vitest';
import { parseMoneyAmount } from '../domain/money.ts';

/** Money as the API shows it, and what to select for it. */
export interface ShownMoney {
  readonly amount: string;
  readonly currencyCode: string;
}
export const MONEY = '{ amount currencyCode }';

export function minorOf({ amount, currencyCode }: ShownMoney): bigint {
  const parsed = parseMoneyAmount(amount, currencyCode);
  return parsed.ok ? parsed.value.minor : expect.unreachable(`${amount} is no ${currencyCode}`);
}

export const sumOf = (amounts: readonly ShownMoney[]): bigint =>
  amounts.reduce((sum, one) => sum + minorOf(one), 0n);
