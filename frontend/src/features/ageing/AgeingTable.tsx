import { Table, Text, UnstyledButton } from '@mantine/core';
import type { AgeingGroup, AgeingQuery } from '../../gql/generated.ts';
import { GROUP_LABELS } from '../../lib/labels.ts';
import { formatMoney, formatPercent, isZero, type MoneyText } from '../../lib/money.ts';

export type Report = NonNullable<AgeingQuery['company']>['receivablesAgeing'];
export type AgeingEdge = Report['rows']['edges'][number];

/** A cell that was clicked: one row of the page and one bucket, or all of them. */
export interface AgeingCell {
  readonly index: number;
  readonly bucket: number | null;
  readonly title: string;
}

export const rowName = ({ node }: AgeingEdge): string =>
  node.project?.name ?? node.client?.name ?? 'No project';

interface AgeingTableProps {
  readonly report: Report;
  readonly groupBy: AgeingGroup;
  readonly onOpen: (cell: AgeingCell) => void;
}

export function AgeingTable({ report, groupBy, onOpen }: AgeingTableProps) {
  const { buckets, rows, totals } = report;
  return (
    <div className="scroll-x">
      <Table miw={760} withTableBorder className="tabular" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{GROUP_LABELS[groupBy]}</Table.Th>
            {buckets.map(({ label }) => (
              <Table.Th key={label} ta="right">
                {label}
              </Table.Th>
            ))}
            <Table.Th ta="right">Total</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.edges.map((edge, index) => (
            <Table.Tr key={edge.cursor}>
              <Table.Th scope="row" fw={500}>
                {rowName(edge)}
                {groupBy === 'PROJECT' &&
                edge.node.project !== null &&
                edge.node.client !== null ? (
                  <Text size="xs" c="dimmed">
                    {edge.node.client.name}
                  </Text>
                ) : null}
              </Table.Th>
              {buckets.map(({ label }, bucket) => (
                <Cell
                  key={label}
                  amount={edge.node.amounts[bucket]}
                  name={`${rowName(edge)}, ${label}`}
                  onOpen={(title) => onOpen({ index, bucket, title })}
                />
              ))}
              <Cell
                amount={edge.node.total}
                name={`${rowName(edge)}, all`}
                onOpen={(title) => onOpen({ index, bucket: null, title })}
              />
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          {totals.map(({ currencyCode, amounts, total, percentages }) => (
            <Table.Tr key={currencyCode}>
              <Table.Th scope="row">Total {currencyCode}</Table.Th>
              {buckets.map(({ label }, bucket) => {
                const amount = amounts[bucket];
                return (
                  <Table.Td key={label} ta="right" fw={700}>
                    {amount === undefined ? '' : formatMoney(amount)}
                    <Text size="xs" c="dimmed">
                      {formatPercent(percentages[bucket] ?? '0')}
                    </Text>
                  </Table.Td>
                );
              })}
              <Table.Td ta="right" fw={700}>
                {formatMoney(total)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tfoot>
      </Table>
    </div>
  );
}

interface CellProps {
  readonly amount: MoneyText | undefined;
  readonly name: string;
  readonly onOpen: (title: string) => void;
}

function Cell({ amount, name, onOpen }: CellProps) {
  if (amount === undefined || isZero(amount.amount)) return <Table.Td ta="right">—</Table.Td>;
  const text = formatMoney(amount);
  return (
    <Table.Td ta="right">
      <UnstyledButton
        fz="sm"
        td="underline"
        aria-label={`${text}: invoices of ${name}`}
        onClick={() => onOpen(`${name}: ${text}`)}
      >
        {text}
      </UnstyledButton>
    </Table.Td>
  );
}
