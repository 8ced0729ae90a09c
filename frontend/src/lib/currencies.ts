import { CURRENCY_CODES } from '../../../backend/domain/currency.ts';

const names = new Intl.DisplayNames(undefined, { type: 'currency' });

/** All currencies as the options of a select, by code, with the reader's name for each. */
export const CURRENCY_OPTIONS = CURRENCY_CODES.map((code) => ({
  value: code,
  label: `${code} · ${names.of(code) ?? code}`,
}));
