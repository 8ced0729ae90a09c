import type { Money } from '../../domain/money.ts';

/** The tax per rate of stored lines: their shares add up to what was computed per rate. */
export function taxesOf(
  lines: readonly { taxRate: string | null; netMinor: bigint; taxMinor: bigint }[],
  currency: string,
): { rate: string; taxable: Money; amount: Money }[] {
  const byRate = new Map<string, { taxable: bigint; amount: bigint }>();
  for (const { taxRate, netMinor, taxMinor } of lines) {
    // "8.250" and "8.25" are one rate.
    const rate = (taxRate ?? '0').replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
    const sum = byRate.get(rate) ?? { taxable: 0n, amount: 0n };
    byRate.set(rate, { taxable: sum.taxable + netMinor, amount: sum.amount + taxMinor });
  }
  return [...byRate]
    .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    .map(([rate, { taxable, amount }]) => ({
      rate,
      taxable: { minor: taxable, currency },
      amount: { minor: amount, currency },
    }));
}
