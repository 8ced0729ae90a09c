import { Text } from '@mantine/core';
import { createContext, type ReactNode, use, useMemo, useState } from 'react';
import { type Control, useWatch } from 'react-hook-form';
import { formatAmount } from '../../../../backend/domain/money.ts';
import type { Problem } from '../../../../backend/domain/problem.ts';
import { type Totals as ComputedTotals, computeTotals } from '../../../../backend/domain/totals.ts';
import { Totals } from '../../components/Totals.tsx';
import { formatMoney } from '../../lib/money.ts';
import {
  type InvoiceValues,
  LINE_LABELS,
  lineField,
  toLineTotalsInput,
  toTotalsInput,
} from './invoiceForm.ts';

interface Readable {
  readonly currencyCode: string;
  readonly pricesIncludeTax: boolean;
  readonly totals: ComputedTotals;
}

interface Live {
  /** The last totals that could be computed. */
  readonly readable: Readable | null;
  /** Why they are not those of what stands there now. */
  readonly problem: Problem | null;
}

const LiveContext = createContext<Live>({ readable: null, problem: null });

interface LiveTotalsProviderProps {
  readonly control: Control<InvoiceValues>;
  readonly children: ReactNode;
}

/** Computes the totals once per keystroke; only what shows an amount draws again. */
export function LiveTotalsProvider({ control, children }: LiveTotalsProviderProps) {
  const values = useWatch({ control }) as InvoiceValues;
  const result = useMemo(() => computeTotals(toTotalsInput(values)), [values]);
  const [readable, setReadable] = useState<Readable | null>(null);
  if (result.ok && readable?.totals !== result.value) {
    const { currencyCode, pricesIncludeTax } = values;
    setReadable({ currencyCode, pricesIncludeTax, totals: result.value });
  }
  const live = useMemo(
    () => ({ readable, problem: result.ok ? null : (result.problems[0] ?? null) }),
    [readable, result],
  );
  return <LiveContext value={live}>{children}</LiveContext>;
}

interface LineAmountProps {
  readonly control: Control<InvoiceValues>;
  readonly index: number;
}

/** A line after its own discount, as typed: what the reader can check by hand. */
export function LineAmount({ control, index }: LineAmountProps) {
  const line = useWatch({ control, name: `lineItems.${index}` });
  const currencyCode = useWatch({ control, name: 'currencyCode' });
  const result = useMemo(
    () => computeTotals(toLineTotalsInput(line, currencyCode)),
    [line, currencyCode],
  );
  if (!result.ok) return <>—</>;
  return (
    <>{formatMoney({ amount: formatAmount(result.value.subtotal, currencyCode), currencyCode })}</>
  );
}

/** "line 2, quantity", for a problem with a place in the form. */
function placeOf({ field = [] }: Problem): string {
  const [first, index, name = ''] = field;
  if (first !== 'lineItems') return 'discount';
  const cell = lineField(name);
  const column = cell === null ? '' : `, ${LINE_LABELS[cell].toLowerCase()}`;
  return index === undefined ? 'line items' : `line ${Number(index) + 1}${column}`;
}

export function LiveTotals() {
  const { readable, problem } = use(LiveContext);
  if (readable === null) return null;
  const { currencyCode, pricesIncludeTax, totals } = readable;
  const money = (minor: bigint) => ({ amount: formatAmount(minor, currencyCode), currencyCode });
  return (
    <div>
      <div className={problem === null ? undefined : 'outdated'}>
        <Totals
          subtotal={money(totals.subtotal)}
          discountTotal={money(totals.discountTotal)}
          taxes={totals.taxes.map(({ rate, taxable, tax }) => ({
            rate,
            taxable: money(taxable),
            amount: money(tax),
          }))}
          total={money(totals.total)}
          pricesIncludeTax={pricesIncludeTax}
        />
      </div>
      <Text size="xs" ta="right" c="dimmed" mih="1.5em" px="xs">
        {problem === null ? '' : `Before the change of ${placeOf(problem)}: ${problem.message}`}
      </Text>
    </div>
  );
}
