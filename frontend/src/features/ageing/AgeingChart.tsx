import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { formatMoney, type MoneyText } from '../../lib/money.ts';

interface AgeingChartProps {
  readonly currencyCode: string;
  readonly buckets: readonly string[];
  readonly rows: readonly { readonly name: string; readonly amounts: readonly MoneyText[] }[];
}

// From calm to alarming, by how late.
const COLORS = ['teal.6', 'yellow.6', 'orange.6', 'red.6', 'red.9', 'grape.8', 'grape.9'];

/**
 * Lengths of bars only: a pixel needs no cents, so here, and nowhere else, an amount becomes a
 * number. Every amount that is read as text stays in the table.
 */
export function AgeingChart({ currencyCode, buckets, rows }: AgeingChartProps) {
  const data = rows.map(({ name, amounts }) => ({
    name,
    ...Object.fromEntries(
      buckets.map((label, index) => [label, Number(amounts[index]?.amount ?? 0)]),
    ),
  }));
  return (
    <BarChart
      h={Math.max(160, 60 + rows.length * 34)}
      data={data}
      dataKey="name"
      type="stacked"
      orientation="vertical"
      yAxisProps={{ width: 120 }}
      gridAxis="x"
      withLegend
      series={buckets.map((name, index) => ({
        name,
        color: COLORS[Math.min(index, COLORS.length - 1)] ?? 'gray.6',
      }))}
      valueFormatter={(value) => formatMoney({ amount: value.toFixed(0), currencyCode })}
      aria-hidden
    />
  );
}
