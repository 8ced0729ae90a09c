// ISO 4217, list one, active codes with minor units, as of 2026.
const TWO_DIGITS =
  'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG';
const NO_DIGITS = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF';
const THREE_DIGITS = 'BHD IQD JOD KWD LYD OMR TND';

const exponents = new Map<string, number>();
for (const [codes, exponent] of [
  [TWO_DIGITS, 2],
  [NO_DIGITS, 0],
  [THREE_DIGITS, 3],
] as const) {
  for (const code of codes.split(' ')) exponents.set(code, exponent);
}

export const CURRENCY_CODES: readonly string[] = [...exponents.keys()].sort();

export const isCurrencyCode = (code: string): boolean => exponents.has(code);

/**
 * Decimals of a currency: 2 for USD, 0 for JPY, 3 for KWD (ISO 4217).
 * @throws RangeError for a code that is none; input is checked before it comes here.
 */
export function currencyExponent(code: string): number {
  const exponent = exponents.get(code);
  if (exponent === undefined) throw new RangeError(`${code} is no ISO 4217 currency`);
  return exponent;
}
