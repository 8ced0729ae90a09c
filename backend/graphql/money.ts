import { formatAmount } from '../domain/money.ts';
import { builder } from './builder.ts';

/** Minor units of a currency on their way to the `Money` type. */
export interface MoneyShape {
  readonly minor: bigint;
  readonly currency: string;
}

export const MoneyType = builder.objectRef<MoneyShape>('Money').implement({
  description: 'An amount in a currency.',
  fields: (t) => ({
    amount: t.field({
      type: 'Decimal',
      description: 'The amount with exactly as many decimals as the currency has.',
      resolve: (money) => formatAmount(money.minor, money.currency),
    }),
    currencyCode: t.field({
      type: 'CurrencyCode',
      description: 'The currency of the amount.',
      resolve: (money) => money.currency,
    }),
  }),
});
