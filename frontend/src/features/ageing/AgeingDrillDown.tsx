import { Anchor, Drawer, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { daysBetween } from '../../../../backend/domain/civilDate.ts';
import { Pager } from '../../components/Pager.tsx';
import { ScrollX } from '../../components/ScrollX.tsx';
import { Empty, Failure, Loading } from '../../components/states.tsx';
import { useReturnFocus } from '../../components/useReturnFocus.ts';
import {
  type AgeingCellQuery,
  type AgeingCellQueryVariables,
  useAgeingCellQuery,
} from '../../gql/generated.ts';
import { formatDay } from '../../lib/dates.ts';
import { formatMoney } from '../../lib/money.ts';
import { faultMessage } from '../../lib/mutations.ts';
import { invoicePath } from '../../lib/paths.ts';
import { ABOUT_INVOICES } from '../../lib/queryContext.ts';
import { type AgeingRow, isSameRow } from './ageingCell.ts';

interface AgeingDrillDownProps {
  readonly title: string;
  /** The report's day. */
  readonly asOf: string;
  readonly variables: AgeingCellQueryVariables;
  /** The row that was clicked. */
  readonly row: AgeingRow | undefined;
  readonly onClose: () => void;
}

/** The invoices behind one cell, with what was owed on each on the report's day. */
export function AgeingDrillDown({ title, asOf, variables, row, onClose }: AgeingDrillDownProps) {
  useReturnFocus();
  // The cursors of the pages gone through; the last is the present one's.
  const [trail, setTrail] = useState<readonly string[]>([]);
  const [{ data, error, fetching }, refetch] = useAgeingCellQuery({
    variables: { ...variables, invoicesAfter: trail.at(-1) ?? null },
    context: ABOUT_INVOICES,
  });
  const came = data?.company?.receivablesAgeing.rows.nodes[0];
  let body = <Loading label="Loading the invoices" />;
  if (error !== undefined) {
    body = (
      <Failure
        message={faultMessage(error)}
        onRetry={() => refetch({ requestPolicy: 'network-only' })}
      />
    );
  } else if (came !== undefined && row !== undefined && isSameRow(row, came)) {
    const { nodes, pageInfo, totalCount } = came.invoices;
    body = (
      <div className={fetching ? 'outdated' : undefined}>
        <CellInvoices invoices={nodes} asOf={asOf} basis={variables.basis} />
        <Pager
          label={`${totalCount.toLocaleString()} in all`}
          hasPrevious={trail.length > 0}
          hasNext={pageInfo.hasNextPage}
          onPrevious={() => setTrail(trail.slice(0, -1))}
          onNext={() => setTrail([...trail, pageInfo.endCursor ?? ''])}
        />
      </div>
    );
  } else if (data !== undefined && !fetching) {
    body = (
      <Empty title="This row changed meanwhile">Close this and look at the report again.</Empty>
    );
  }
  return (
    <Drawer opened onClose={onClose} position="right" size="lg" title={title}>
      <Text size="sm" c="dimmed" mb="sm">
        As the books stood on {formatDay(asOf)}, which may differ from what an invoice shows today.
      </Text>
      {body}
    </Drawer>
  );
}

type Row = NonNullable<AgeingCellQuery['company']>['receivablesAgeing']['rows']['nodes'][number];

interface CellInvoicesProps {
  readonly invoices: Row['invoices']['nodes'];
  readonly asOf: string;
  readonly basis: AgeingCellQueryVariables['basis'];
}

function CellInvoices({ invoices, asOf, basis }: CellInvoicesProps) {
  const byIssue = basis === 'ISSUE_DATE';
  return (
    <ScrollX label="Invoices">
      <Table className="tabular" verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Invoice</Table.Th>
            <Table.Th>{byIssue ? 'Issued' : 'Due'}</Table.Th>
            <Table.Th className="money">{byIssue ? 'Days old' : 'Days late'}</Table.Th>
            <Table.Th className="money">Owed then</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {invoices.map(({ id, number, issueDate, positionAsOf }) => {
            const start = byIssue ? issueDate : positionAsOf.dueDate;
            return (
              <Table.Tr key={id}>
                <Table.Td>
                  <Anchor component={Link} to={invoicePath(id)} size="sm">
                    {number}
                  </Anchor>
                </Table.Td>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>{formatDay(start)}</Table.Td>
                <Table.Td className="money">
                  {start === null ? '—' : Math.max(0, daysBetween(start, asOf))}
                </Table.Td>
                <Table.Td className="money">{formatMoney(positionAsOf.balanceDue)}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </ScrollX>
  );
}
