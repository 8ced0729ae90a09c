import { currencyExponent } from '../../../backend/domain/currency.ts';

/** An amount as the API gives it: a decimal string with exactly the currency's digits. */
export interface MoneyText {
  readonly amount: string;
  readonly currencyCode: string;
}

/** Making a format is slow and a page shows hundreds of amounts. */
function remembered(make: (currencyCode: string) => Intl.NumberFormat) {
  const known = new Map<string, Intl.NumberFormat>();
  return (currencyCode: string): Intl.NumberFormat => {
    const format = known.get(currencyCode) ?? make(currencyCode);
    known.set(currencyCode, format);
    return format;
  };
}

// The digits are named: a browser's own idea of a currency may differ from ISO 4217.
const moneyFormat = remembered((currency) => {
  const digits = currencyExponent(currency);
  return new Intl.NumberFormat(undefined, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
});

const priceFormat = remembered(
  (currency) =>
    new Intl.NumberFormat(undefined, {
      minimumFractionDigits: currencyExponent(currency),
      maximumFractionDigits: 6,
    }),
);

/** Formats by the reader's locale. The text goes to Intl as it is: a number would lose cents. */
export const formatMoney = ({ amount, currencyCode }: MoneyText): string =>
  moneyFormat(currencyCode).format(amount as Intl.StringNumericLiteral);

/** A unit price: at least the currency's digits, and as many more as it has. */
export const formatPrice = (price: string, currencyCode: string): string =>
  priceFormat(currencyCode).format(price as Intl.StringNumericLiteral);

const plain = new Intl.NumberFormat(undefined, { maximumFractionDigits: 6 });

export const formatDecimal = (decimal: string): string =>
  plain.format(decimal as Intl.StringNumericLiteral);

/** With a space that does not break: a percent sign never stands alone on a line. */
export const formatPercent = (percent: string): string => `${formatDecimal(percent)}\u00a0%`;

export const isZero = (amount: string): boolean => !/[1-9]/.test(amount);

/** The opposite of an amount, as text. */
export const negated = ({ amount, currencyCode }: MoneyText): MoneyText => ({
  amount: amount.startsWith('-') ? amount.slice(1) : `-${amount}`,
  currencyCode,
});
