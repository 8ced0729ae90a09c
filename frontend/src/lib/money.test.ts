import { describe, expect, it } from 'vitest';
import { formatMoney, formatPrice, isZero, negated } from './money.ts';

const money = (amount: string, currencyCode: string) => ({ amount, currencyCode });
/** What every locale has in common: the digits and their order. */
const digits = (text: string) => text.replace(/\D/g, '');

describe('money on the screen', () => {
  it.each([
    ['9000000000000.01', 'USD'],
    ['12345', 'JPY'],
    ['1.005', 'KWD'],
    // Intl alone would leave out the decimals of this one, against ISO 4217.
    ['10.50', 'IDR'],
  ])('keeps every digit of %s %s', (amount, currencyCode) => {
    expect(digits(formatMoney(money(amount, currencyCode)))).toBe(digits(amount));
  });

  it('shows a unit price with at least the digits of the currency', () => {
    expect(digits(formatPrice('184.5', 'USD'))).toBe('18450');
    expect(digits(formatPrice('0.012345', 'USD'))).toBe('0012345');
    expect(digits(formatPrice('1250', 'JPY'))).toBe('1250');
  });

  it('knows zero and the opposite', () => {
    expect(['0', '0.00', '-0.00', '0.01'].map(isZero)).toEqual([true, true, true, false]);
    expect(negated(money('5.00', 'USD')).amount).toBe('-5.00');
    expect(negated(money('-5.00', 'USD')).amount).toBe('5.00');
  });
});
