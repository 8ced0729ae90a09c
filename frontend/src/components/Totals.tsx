import { Table } from '@mantine/core';
import { formatMoney, formatPercent, isZero, type MoneyText } from '../lib/money.ts';

interface TotalsProps {
  readonly subtotal: MoneyText;
  readonly discountTotal: MoneyText;
  readonly taxes: readonly {
    readonly rate: string;
    readonly taxable: MoneyText;
    readonly amount: MoneyText;
  }[];
  readonly total: MoneyText;
  readonly pricesIncludeTax: boolean;
  /** Shown below the total when something was paid. */
  readonly paid?: { readonly paidTotal: MoneyText; readonly balanceDue: MoneyText };
}

/** The foot of an invoice, the same for one that is stored and one that is being written. */
export function Totals({
  subtotal,
  discountTotal,
  taxes,
  total,
  pricesIncludeTax,
  paid,
}: TotalsProps) {
  const rows: { key: string; label: string; amount: string; strong?: boolean }[] = [
    { key: 'subtotal', label: 'Subtotal', amount: formatMoney(subtotal) },
  ];
  if (!isZero(discountTotal.amount)) {
    rows.push({ key: 'discount', label: 'Discount', amount: `−${formatMoney(discountTotal)}` });
  }
  for (const { rate, taxable, amount } of taxes) {
    const verb = pricesIncludeTax ? 'Includes tax' : 'Tax';
    rows.push({
      key: `tax-${rate}`,
      label: `${verb} ${formatPercent(rate)} of ${formatMoney(taxable)}`,
      amount: formatMoney(amount),
    });
  }
  rows.push({ key: 'total', label: 'Total', amount: formatMoney(total), strong: true });
  if (paid !== undefined) {
    rows.push({ key: 'paid', label: 'Paid', amount: formatMoney(paid.paidTotal) });
    rows.push({
      key: 'due',
      label: 'Balance due',
      amount: formatMoney(paid.balanceDue),
      strong: true,
    });
  }
  return (
    <Table maw={420} ml="auto" withRowBorders={false} verticalSpacing={4}>
      <Table.Tbody>
        {rows.map(({ key, label, amount, strong }) => (
          <Table.Tr key={key} fw={strong === true ? 700 : undefined}>
            <Table.Th scope="row" fw="inherit">
              {label}
            </Table.Th>
            <Table.Td ta="right" className="tabular">
              {amount}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
