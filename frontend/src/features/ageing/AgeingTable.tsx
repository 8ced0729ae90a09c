import './ageing.css';
import { Table, Text, UnstyledButton } from '@mantine/core';
import { ScrollX } from '../../components/ScrollX.tsx';
import type { AgeingGroup, AgeingQuery } from '../../gql/generated.ts';
import { bucketLabel, GROUP_LABELS } from '../../lib/labels.ts';
import { formatMoney, formatPercent, isZero, type MoneyText } from '../../lib/money.ts';

export type Report = NonNullable<AgeingQuery['company']>['receivablesAgeing'];
type AgeingEdge = Report['rows']['edges'][number];

/** A cell that was clicked: one row of the page and one bucket, or all of them. */
export interface AgeingCell {
  readonly index: number;
  readonly bucket: number | null;
  readonly title: string;
}

const rowName = ({ node }: AgeingEdge): string =>
  node.project?.name ?? node.client?.name ?? 'No project';

interface AgeingTableProps {
  readonly report: Report;
  readonly groupBy: AgeingGroup;
  readonly onOpen: (cell: AgeingCell) => void;
}

export function AgeingTable({ report, groupBy, onOpen }: AgeingTableProps) {
  const { buckets, rows, totals } = report;
  const severalCurrencies = totals.length > 1;
  return (
    <ScrollX label="Ageing">
      <Table
        miw={760}
        withTableBorder
        highlightOnHover
        verticalSpacing={5}
        className="tabular ageing"
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th className="cell-owner">{GROUP_LABELS[groupBy]}</Table.Th>
            {severalCurrencies ? <Table.Th>Currency</Table.Th> : null}
            {buckets.map(({ label }) => (
              <Table.Th key={label} className="money">
                {bucketLabel(label)}
              </Table.Th>
            ))}
            <Table.Th className="money">Total</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.edges.map((edge, index) => {
            const name = rowName(edge);
            const owner = severalCurrencies ? `${name}, ${edge.node.currencyCode}` : name;
            return (
              <Table.Tr key={edge.cursor}>
                <Table.Th scope="row" fw={500} className="cell-owner" title={name}>
                  <div className="owner">{name}</div>
                </Table.Th>
                {severalCurrencies ? <Table.Td>{edge.node.currencyCode}</Table.Td> : null}
                {buckets.map(({ label }, bucket) => (
                  <Cell
                    key={label}
                    amount={edge.node.amounts[bucket]}
                    name={`${owner}, ${bucketLabel(label).toLowerCase()}`}
                    onOpen={(title) => onOpen({ index, bucket, title })}
                  />
                ))}
                <Cell
                  amount={edge.node.total}
                  name={`${owner}, in all`}
                  onOpen={(title) => onOpen({ index, bucket: null, title })}
                />
              </Table.Tr>
            );
          })}
        </Table.Tbody>
        <Table.Tfoot>
          {totals.map(({ currencyCode, amounts, total, percentages }) => (
            <Table.Tr key={currencyCode}>
              <Table.Th scope="row" className="cell-owner">
                {severalCurrencies ? 'Total' : `Total ${currencyCode}`}
              </Table.Th>
              {severalCurrencies ? <Table.Td fw={700}>{currencyCode}</Table.Td> : null}
              {buckets.map(({ label }, bucket) => {
                const amount = amounts[bucket];
                return (
                  <Table.Td key={label} className="money" fw={700}>
                    {amount === undefined ? '' : formatMoney(amount)}
                    <Text size="xs" c="dimmed">
                      {formatPercent(percentages[bucket] ?? '0')}
                    </Text>
                  </Table.Td>
                );
              })}
              <Table.Td className="money" fw={700}>
                {formatMoney(total)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tfoot>
      </Table>
    </ScrollX>
  );
}

interface CellProps {
  readonly amount: MoneyText | undefined;
  readonly name: string;
  readonly onOpen: (title: string) => void;
}

function Cell({ amount, name, onOpen }: CellProps) {
  if (amount === undefined || isZero(amount.amount)) {
    return <Table.Td className="money">—</Table.Td>;
  }
  const text = formatMoney(amount);
  return (
    <Table.Td className="money">
      <UnstyledButton
        fz="sm"
        className="cell-button"
        aria-label={`${text}: invoices of ${name}`}
        onClick={() => onOpen(`${name}: ${text}`)}
      >
        {text}
      </UnstyledButton>
    </Table.Td>
  );
}
