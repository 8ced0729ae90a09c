import { Text } from '@mantine/core';
import { createContext, type ReactNode, use, useMemo } from 'react';
import { type Control, useWatch } from 'react-hook-form';
import { formatAmount } from '../../../../backend/domain/money.ts';
import { computeTotals, type TotalsResult } from '../../../../backend/domain/totals.ts';
import { Totals } from '../../components/Totals.tsx';
import { formatMoney } from '../../lib/money.ts';
import { type InvoiceValues, toTotalsInput } from './invoiceForm.ts';

interface Live {
  readonly currencyCode: string;
  readonly pricesIncludeTax: boolean;
  readonly result: TotalsResult;
}

const LiveContext = createContext<Live | null>(null);

interface LiveTotalsProviderProps {
  readonly control: Control<InvoiceValues>;
  readonly currencyCode: string;
  readonly children: ReactNode;
}

/** Computes the totals once per keystroke; only what shows an amount draws again. */
export function LiveTotalsProvider({ control, currencyCode, children }: LiveTotalsProviderProps) {
  const values = useWatch({ control }) as InvoiceValues;
  const live = useMemo(
    () => ({
      currencyCode,
      pricesIncludeTax: values.pricesIncludeTax,
      result: computeTotals(toTotalsInput(values, currencyCode)),
    }),
    [values, currencyCode],
  );
  return <LiveContext value={live}>{children}</LiveContext>;
}

/** A line after its own discount, as typed: what the reader can check by hand. */
export function LineAmount({ index }: { index: number }) {
  const live = use(LiveContext);
  const line = live?.result.ok === true ? live.result.value.lines[index] : undefined;
  if (live == null || line === undefined) return <>—</>;
  const amount = formatAmount(line.gross - line.discount, live.currencyCode);
  return <>{formatMoney({ amount, currencyCode: live.currencyCode })}</>;
}

export function LiveTotals() {
  const live = use(LiveContext);
  if (live === null) return null;
  const { currencyCode, pricesIncludeTax, result } = live;
  if (!result.ok) {
    const [first] = result.problems;
    const place =
      first?.field?.[0] === 'lineItems' ? `Line ${Number(first.field[1] ?? 0) + 1}: ` : '';
    return (
      <Text size="sm" ta="right" c="dimmed" role="status">
        The totals wait for readable amounts. {place}
        {first?.message}
      </Text>
    );
  }
  const money = (minor: bigint) => ({ amount: formatAmount(minor, currencyCode), currencyCode });
  const { subtotal, discountTotal, taxes, total } = result.value;
  return (
    <Totals
      subtotal={money(subtotal)}
      discountTotal={money(discountTotal)}
      taxes={taxes.map(({ rate, taxable, tax }) => ({
        rate,
        taxable: money(taxable),
        amount: money(tax),
      }))}
      total={money(total)}
      pricesIncludeTax={pricesIncludeTax}
    />
  );
}
