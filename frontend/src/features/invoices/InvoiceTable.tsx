import { Anchor, Text } from '@mantine/core';
import { DataTable, type DataTableColumn } from 'mantine-datatable';
import { Link } from 'react-router';
import type { InvoiceOrder, InvoiceOrderField, InvoiceRowFragment } from '../../gql/generated.ts';
import { formatDay } from '../../lib/dates.ts';
import { formatMoney, isZero } from '../../lib/money.ts';
import { InvoiceStatusBadge } from './InvoiceStatusBadge.tsx';

// The accessors are the API's order fields, so that a column's header sorts by its own name.
const COLUMNS: (DataTableColumn<InvoiceRowFragment> & {
  accessor: InvoiceOrderField | 'status' | 'client' | 'project';
})[] = [
  {
    accessor: 'NUMBER',
    title: 'Number',
    sortable: true,
    noWrap: true,
    render: (invoice) => (
      <Anchor component={Link} to={`/invoices/${encodeURIComponent(invoice.id)}`} size="sm">
        {invoice.number ?? 'Draft'}
      </Anchor>
    ),
  },
  {
    accessor: 'status',
    title: 'Status',
    render: ({ status }) => <InvoiceStatusBadge status={status} />,
  },
  { accessor: 'client', title: 'Client', render: ({ client }) => client.name },
  {
    accessor: 'project',
    title: 'Project',
    visibleMediaQuery: '(min-width: 75em)',
    render: ({ project }) => project?.name ?? '—',
  },
  {
    accessor: 'ISSUE_DATE',
    title: 'Issued',
    sortable: true,
    noWrap: true,
    visibleMediaQuery: '(min-width: 62em)',
    render: ({ issueDate }) => formatDay(issueDate),
  },
  {
    accessor: 'DUE_DATE',
    title: 'Due',
    sortable: true,
    noWrap: true,
    render: ({ dueDate, daysPastDue }) => (
      <>
        {formatDay(dueDate)}
        {daysPastDue !== null && daysPastDue > 0 ? (
          <Text size="xs" c="red">
            {daysPastDue} {daysPastDue === 1 ? 'day' : 'days'} late
          </Text>
        ) : null}
      </>
    ),
  },
  {
    accessor: 'TOTAL',
    title: 'Total',
    sortable: true,
    textAlign: 'right',
    noWrap: true,
    cellsClassName: 'tabular',
    render: ({ total }) => formatMoney(total),
  },
  {
    accessor: 'BALANCE',
    title: 'Balance due',
    sortable: true,
    textAlign: 'right',
    noWrap: true,
    cellsClassName: 'tabular',
    render: ({ balanceDue }) => (isZero(balanceDue.amount) ? '—' : formatMoney(balanceDue)),
  },
];

interface InvoiceTableProps {
  readonly invoices: InvoiceRowFragment[];
  readonly order: InvoiceOrder;
  readonly fetching: boolean;
  readonly onOrder: (field: string, direction: 'ASC' | 'DESC') => void;
}

export const InvoiceTable = ({ invoices, order, fetching, onOrder }: InvoiceTableProps) => (
  <DataTable
    records={invoices}
    columns={COLUMNS}
    fetching={fetching}
    sortStatus={{
      columnAccessor: order.field,
      direction: order.direction === 'ASC' ? 'asc' : 'desc',
    }}
    onSortStatusChange={({ columnAccessor, direction }) =>
      onOrder(String(columnAccessor), direction === 'asc' ? 'ASC' : 'DESC')
    }
    minHeight={120}
    withTableBorder
    highlightOnHover
    verticalSpacing="xs"
  />
);
