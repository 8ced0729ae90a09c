/** An amount as the API gives it: a decimal string with exactly the currency's digits. */
export interface MoneyText {
  readonly amount: string;
  readonly currencyCode: string;
}

const formats = new Map<string, Intl.NumberFormat>();

function moneyFormat(currencyCode: string): Intl.NumberFormat {
  const known = formats.get(currencyCode);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(undefined, { style: 'currency', currency: currencyCode });
  formats.set(currencyCode, made);
  return made;
}

/** Formats by the reader's locale. The text goes to Intl as it is: a number would lose cents. */
export const formatMoney = ({ amount, currencyCode }: MoneyText): string =>
  moneyFormat(currencyCode).format(amount as Intl.StringNumericLiteral);

const plain = new Intl.NumberFormat(undefined, { maximumFractionDigits: 6 });

export const formatDecimal = (decimal: string): string =>
  plain.format(decimal as Intl.StringNumericLiteral);

export const formatPercent = (percent: string): string => `${formatDecimal(percent)} %`;

export const isZero = (amount: string): boolean => !/[1-9]/.test(amount);
