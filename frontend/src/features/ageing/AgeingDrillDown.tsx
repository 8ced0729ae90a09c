import { Anchor, Drawer, Table } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { Pager } from '../../components/Pager.tsx';
import { Empty, Failure, Loading } from '../../components/states.tsx';
import { type AgeingCellQueryVariables, useAgeingCellQuery } from '../../gql/generated.ts';
import { formatDay } from '../../lib/dates.ts';
import { formatMoney } from '../../lib/money.ts';
import { faultMessage } from '../../lib/mutations.ts';
import { ABOUT_INVOICES } from '../../lib/queryContext.ts';

interface AgeingDrillDownProps {
  readonly title: string;
  readonly variables: AgeingCellQueryVariables;
  readonly onClose: () => void;
}

/** The invoices behind one cell, with what was owed on each on the report's day. */
export function AgeingDrillDown({ title, variables, onClose }: AgeingDrillDownProps) {
  // The cursors of the pages gone through; the last is the present one's.
  const [trail, setTrail] = useState<readonly string[]>([]);
  const [{ data, error }, refetch] = useAgeingCellQuery({
    variables: { ...variables, invoicesAfter: trail.at(-1) ?? null },
    context: ABOUT_INVOICES,
  });
  const invoices = data?.company?.receivablesAgeing.rows.nodes[0]?.invoices;
  let body = <Loading label="Loading the invoices" />;
  if (error !== undefined) {
    body = <Failure message={faultMessage(error)} onRetry={() => refetch()} />;
  } else if (invoices !== undefined) {
    body = (
      <>
        <div className="scroll-x">
          <Table className="tabular">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Invoice</Table.Th>
                <Table.Th>Due</Table.Th>
                <Table.Th ta="right">Days late</Table.Th>
                <Table.Th ta="right">Owed then</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {invoices.nodes.map(({ id, number, positionAsOf }) => (
                <Table.Tr key={id}>
                  <Table.Td>
                    <Anchor component={Link} to={`/invoices/${encodeURIComponent(id)}`} size="sm">
                      {number}
                    </Anchor>
                  </Table.Td>
                  <Table.Td>{formatDay(positionAsOf.dueDate)}</Table.Td>
                  <Table.Td ta="right">{Math.max(0, positionAsOf.daysPastDue ?? 0)}</Table.Td>
                  <Table.Td ta="right">{formatMoney(positionAsOf.balanceDue)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
        <Pager
          label={`${invoices.totalCount.toLocaleString()} in all`}
          hasPrevious={trail.length > 0}
          hasNext={invoices.pageInfo.hasNextPage}
          onPrevious={() => setTrail(trail.slice(0, -1))}
          onNext={() => setTrail([...trail, invoices.pageInfo.endCursor ?? ''])}
        />
      </>
    );
  } else if (data !== undefined) {
    body = <Empty title="This row changed meanwhile" />;
  }
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={title}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {body}
    </Drawer>
  );
}
