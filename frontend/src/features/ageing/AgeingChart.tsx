import '@mantine/charts/styles.css';
import { BarChart, ChartTooltip } from '@mantine/charts';
import { bucketLabel } from '../../lib/labels.ts';
import { formatMoney, type MoneyText } from '../../lib/money.ts';

interface AgeingChartProps {
  readonly currencyCode: string;
  readonly buckets: readonly string[];
  /** One per bucket. */
  readonly amounts: readonly MoneyText[];
}

// From calm to alarming, by how late.
const COLORS = ['teal.6', 'yellow.6', 'orange.6', 'red.6', 'red.9', 'grape.8', 'grape.9'];

/**
 * What is owed in one currency, a column per bucket. Lengths of bars only: a pixel needs no cents,
 * so here, and nowhere else, an amount becomes a number. What is read as text stays text.
 */
export function AgeingChart({ currencyCode, buckets, amounts }: AgeingChartProps) {
  const short = new Intl.NumberFormat(undefined, {
    style: 'currency',
    currency: currencyCode,
    notation: 'compact',
    maximumFractionDigits: 1,
  });
  const exact = new Map(
    buckets.map((label, index) => {
      const amount = amounts[index];
      return [label, amount === undefined ? '' : formatMoney(amount)];
    }),
  );
  return (
    <BarChart
      h={190}
      data={buckets.map((label, index) => ({
        bucket: label,
        [label]: Number(amounts[index]?.amount ?? 0),
      }))}
      dataKey="bucket"
      type="stacked"
      maxBarWidth={72}
      // A narrow chart would leave out names.
      xAxisProps={{ interval: 0, tickFormatter: (label) => bucketLabel(label, '') }}
      yAxisProps={{ width: 76 }}
      series={buckets.map((name, index) => ({
        name,
        color: COLORS[Math.min(index, COLORS.length - 1)] ?? 'gray.6',
      }))}
      valueFormatter={(value) => short.format(value)}
      tooltipProps={{
        content: ({ label }) => (
          <ChartTooltip
            label={`${bucketLabel(String(label))}: ${exact.get(String(label)) ?? ''}`}
            payload={[]}
          />
        ),
      }}
      // The table below says the same and more, to everybody.
      accessibilityLayer={false}
      aria-hidden
    />
  );
}
