import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeTotals, type Totals, type TotalsInput } from './totals.ts';

const base = { currencyCode: 'USD', pricesIncludeTax: false };

/** The totals of an input, which must be readable; the parts must sum to the whole. */
function totals(input: TotalsInput): Totals {
  const result = computeTotals(input);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const { lines, taxes, total, taxTotal, subtotal, discountTotal } = result.value;
  const sum = (values: readonly bigint[]) => values.reduce((all, value) => all + value, 0n);
  expect(sum(lines.map((line) => line.net + line.tax))).toBe(total);
  expect(sum(taxes.map((tax) => tax.taxable + tax.tax))).toBe(total);
  expect(sum(lines.map((line) => line.tax))).toBe(taxTotal);
  expect(sum(lines.map((line) => line.gross - line.discount))).toBe(subtotal);
  expect(sum(lines.map((line) => line.documentDiscount))).toBe(discountTotal);
  expect(
    input.pricesIncludeTax ? subtotal - discountTotal : subtotal - discountTotal + taxTotal,
  ).toBe(total);
  return result.value;
}

describe('totals: the worked figures', () => {
  it('2.25 × 64.22 is 144.50', () => {
    expect(totals({ ...base, lineItems: [{ quantity: '2.25', unitPrice: '64.22' }] }).total).toBe(
      14_450n,
    );
  });

  it('is nothing with a line discount of 100 percent', () => {
    const lineItems = [{ quantity: '2.25', unitPrice: '64.22', discountPercent: '100' }];
    expect(totals({ ...base, lineItems }).total).toBe(0n);
  });

  it('takes an amount off a line, at most its gross', () => {
    const line = { quantity: '2', unitPrice: '50.00' };
    const at = (discountAmount: string) =>
      computeTotals({ ...base, lineItems: [{ ...line, discountAmount }] });
    const result = at('99.99');
    expect(result.ok && result.value.total).toBe(1n);
    expect(at('100.00').ok).toBe(true);
    expect(at('100.01').ok).toBe(false);
    expect(at('-0.01').ok).toBe(false);
    const both = { ...line, discountAmount: '1.00', discountPercent: '1' };
    expect(computeTotals({ ...base, lineItems: [both] }).ok).toBe(false);
  });

  it('spreads 100.00 over three lines of 200.00 as 33.34, 33.33, 33.33', () => {
    const line = { quantity: '1', unitPrice: '200.00' };
    const { lines } = totals({ ...base, discountAmount: '100.00', lineItems: [line, line, line] });
    expect(lines.map((one) => one.documentDiscount)).toEqual([3_334n, 3_333n, 3_333n]);
  });

  it('takes 21 % out of 2 × 379.00: net 626.45, tax 131.55, total 758.00', () => {
    const lineItems = [{ quantity: '2', unitPrice: '379.00', taxRate: '21' }];
    const { taxes, total } = totals({ ...base, pricesIncludeTax: true, lineItems });
    expect(taxes).toEqual([{ rate: '21', taxable: 62_645n, tax: 13_155n }]);
    expect(total).toBe(75_800n);
  });

  it('adds 8.25 % to 10.10, 20.20, 30.30 once: net 60.60, tax 5.00, total 65.60', () => {
    const lineItems = ['10.10', '20.20', '30.30'].map((unitPrice) => ({
      quantity: '1',
      unitPrice,
      taxRate: '8.25',
    }));
    const { subtotal, taxTotal, total } = totals({ ...base, lineItems });
    expect([subtotal, taxTotal, total]).toEqual([6_060n, 500n, 6_560n]);
  });

  it('knows no minor units of the yen: 3 × 33.5 at 10 % is 101, 10, 111', () => {
    const lineItems = [{ quantity: '3', unitPrice: '33.5', taxRate: '10' }];
    const { subtotal, taxTotal, total } = totals({ ...base, currencyCode: 'JPY', lineItems });
    expect([subtotal, taxTotal, total]).toEqual([101n, 10n, 111n]);
  });
});

describe('totals: refusals', () => {
  it('names every problem at its path, and rounds no input', () => {
    const result = computeTotals({
      ...base,
      discountPercent: '101',
      lineItems: [
        { quantity: '1.23456', unitPrice: '1' },
        { quantity: '1', unitPrice: 'x', taxRate: '1.12345' },
      ],
    });
    expect(result.ok ? [] : result.problems.map((problem) => problem.field?.join('.'))).toEqual([
      'lineItems.0.quantity',
      'lineItems.1.unitPrice',
      'lineItems.1.taxRate',
      'discountPercent',
    ]);
  });

  it('works up to nine million million and says so beyond', () => {
    const at = (unitPrice: string) =>
      computeTotals({ ...base, lineItems: [{ quantity: '1', unitPrice }] });
    expect(at('9000000000000.00').ok).toBe(true);
    expect(at('9000000000000.01').ok).toBe(false);
  });
});

describe('totals: whatever the lines', () => {
  const decimal = (max: number, scale: number) =>
    fc.integer({ min: -max, max }).map((units) => {
      const digits = String(Math.abs(units)).padStart(scale + 1, '0');
      return `${units < 0 ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
    });
  const percent = fc.option(
    fc.integer({ min: 0, max: 1_000_000 }).map((one) => String(one / 10_000)),
  );
  const line = fc.record({
    quantity: decimal(99_999, 2),
    unitPrice: decimal(9_999_999, 3),
    discountPercent: percent,
    taxRate: fc.option(fc.constantFrom('0', '8.25', '8.250', '21', '7.7')),
  });

  it('the parts sum to the whole', () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 12 }),
        fc.boolean(),
        percent,
        fc.constantFrom('USD', 'JPY', 'KWD'),
        (lineItems, pricesIncludeTax, discountPercent, currencyCode) => {
          totals({ lineItems, pricesIncludeTax, discountPercent, currencyCode });
        },
      ),
      { numRuns: 500 },
    );
  });
});
