import { describe, expect, it } from 'vitest';
import { readDiscount, settledDiscount, shownDiscount } from './invoiceDiscount.ts';

const percent = (discountPercent: string) => ({ discountPercent, discountAmount: null });
const amount = (discountAmount: string) => ({ discountPercent: null, discountAmount });

describe('a discount as one types it', () => {
  it.each([
    ['', { discountPercent: null, discountAmount: null }],
    ['5', percent('5')],
    [' 2.5 % ', percent('2.5')],
    ['5%', percent('5')],
    ['50.00 USD', amount('50.00')],
    ['50usd', amount('50')],
    // Neither form: refused by whoever reads the number, never taken for another.
    ['50 EUR', amount('50 EUR')],
    ['five', percent('five')],
  ])('reads "%s"', (text, discount) => {
    expect(readDiscount(text, 'USD')).toEqual(discount);
  });

  it.each([
    ['5', '5 %'],
    ['50usd', '50 USD'],
    ['50 EUR', '50 EUR'],
    ['', ''],
  ])('settles "%s" as "%s"', (text, settled) => {
    expect(settledDiscount(text, 'USD')).toBe(settled);
    expect(settledDiscount(settled, 'USD')).toBe(settled);
  });

  it('reads back what is stored', () => {
    const stored = {
      discountPercent: null,
      discountAmount: { amount: '50.00', currencyCode: 'USD' },
    };
    expect(readDiscount(shownDiscount(stored), 'USD')).toEqual(amount('50.00'));
    expect(readDiscount(shownDiscount(percent('2.5')), 'USD')).toEqual(percent('2.5'));
    expect(shownDiscount({ discountPercent: null, discountAmount: null })).toBe('');
  });
});
