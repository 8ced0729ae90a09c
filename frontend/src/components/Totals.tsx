import { Table } from '@mantine/core';
import { formatMoney, formatPercent, isZero, type MoneyText, negated } from '../lib/money.ts';

interface Tax {
  readonly rate: string;
  readonly taxable: MoneyText;
  readonly amount: MoneyText;
}

interface TotalsProps {
  readonly subtotal: MoneyText;
  readonly discountTotal: MoneyText;
  readonly taxes: readonly Tax[];
  readonly total: MoneyText;
  readonly pricesIncludeTax: boolean;
  /** Shown below the total when something was paid. */
  readonly paid?: { readonly paidTotal: MoneyText; readonly balanceDue: MoneyText };
}

interface Row {
  readonly label: string;
  readonly money: MoneyText;
  readonly strong?: boolean;
}

/** Untaxed lines are worth a row only beside taxed ones. */
const shownTaxes = (taxes: readonly Tax[]): readonly Tax[] =>
  taxes.every(({ rate }) => isZero(rate)) ? [] : taxes;

function rowsOf(props: TotalsProps): Row[] {
  const { subtotal, discountTotal, taxes, total, pricesIncludeTax, paid } = props;
  const verb = pricesIncludeTax ? 'Includes tax' : 'Tax';
  return [
    { label: 'Subtotal', money: subtotal },
    ...(isZero(discountTotal.amount) ? [] : [{ label: 'Discount', money: negated(discountTotal) }]),
    ...shownTaxes(taxes).map(({ rate, taxable, amount }) => ({
      label: `${verb} ${formatPercent(rate)} of ${formatMoney(taxable)}`,
      money: amount,
    })),
    { label: 'Total', money: total, strong: true },
    ...(paid === undefined
      ? []
      : [
          { label: 'Paid', money: paid.paidTotal },
          { label: 'Balance due', money: paid.balanceDue, strong: true },
        ]),
  ];
}

/** The foot of an invoice, the same for one that is stored and one that is being written. */
export const Totals = (props: TotalsProps) => (
  <Table maw={460} ml="auto" withRowBorders={false} verticalSpacing={4}>
    <Table.Tbody>
      {rowsOf(props).map(({ label, money, strong = false }) => (
        <Table.Tr key={label} fw={strong ? 700 : undefined}>
          <Table.Th scope="row" fw="inherit">
            {label}
          </Table.Th>
          <Table.Td className="money">{formatMoney(money)}</Table.Td>
        </Table.Tr>
      ))}
    </Table.Tbody>
  </Table>
);
