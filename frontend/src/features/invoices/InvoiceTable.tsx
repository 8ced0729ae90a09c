import { Anchor, Group, Table, Text } from '@mantine/core';
import { Link, useNavigate } from 'react-router';
import { ScrollX } from '../../components/ScrollX.tsx';
import { type SortDirection, SortHeader } from '../../components/SortHeader.tsx';
import type { InvoiceOrder, InvoiceOrderField, InvoiceRowFragment } from '../../gql/generated.ts';
import { formatDay } from '../../lib/dates.ts';
import { formatMoney, isZero } from '../../lib/money.ts';
import { invoicePath } from '../../lib/paths.ts';
import { InvoiceStatusBadge } from './InvoiceStatusBadge.tsx';
import { lateness, ORDERS } from './invoiceList.ts';

interface InvoiceTableProps {
  readonly invoices: readonly InvoiceRowFragment[];
  readonly order: InvoiceOrder;
  readonly onOrder: (field: InvoiceOrderField, direction: SortDirection) => void;
}

export function InvoiceTable({ invoices, order, onOrder }: InvoiceTableProps) {
  const navigate = useNavigate();
  const header = (field: InvoiceOrderField, align: 'left' | 'right' = 'left') => (
    <SortHeader
      label={ORDERS[field].label}
      direction={order.field === field ? order.direction : null}
      first={ORDERS[field].first}
      onSort={(direction) => onOrder(field, direction)}
      align={align}
    />
  );
  /** The whole row opens the invoice, but marking text to copy it is no click. */
  const open = (id: string) => {
    if (window.getSelection()?.isCollapsed !== false) void navigate(invoicePath(id));
  };
  return (
    <ScrollX label="Invoices">
      <Table
        miw={700}
        withTableBorder
        highlightOnHover
        verticalSpacing={5}
        className="tabular clickable"
      >
        <Table.Thead>
          <Table.Tr>
            {header('NUMBER')}
            <Table.Th>Status</Table.Th>
            <Table.Th>Client</Table.Th>
            <Table.Th visibleFrom="lg">Project</Table.Th>
            {header('ISSUE_DATE')}
            {header('DUE_DATE')}
            {header('TOTAL', 'right')}
            {header('BALANCE', 'right')}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {invoices.map((invoice) => (
            <Table.Tr key={invoice.id} onClick={() => open(invoice.id)}>
              <Table.Td className="cell-tight">
                <InvoiceLink invoice={invoice} />
              </Table.Td>
              <Table.Td className="cell-tight">
                <InvoiceStatusBadge status={invoice.status} />
              </Table.Td>
              <Table.Td className="cell-name" title={invoice.client.name}>
                {invoice.client.name}
              </Table.Td>
              <Table.Td className="cell-name" title={invoice.project?.name} visibleFrom="lg">
                {invoice.project?.name ?? '—'}
              </Table.Td>
              <Table.Td className="cell-tight">{formatDay(invoice.issueDate)}</Table.Td>
              <Table.Td className="cell-tight">
                <DueDate invoice={invoice} />
              </Table.Td>
              <Table.Td className="money cell-tight">{formatMoney(invoice.total)}</Table.Td>
              <Table.Td className="money cell-tight">
                {isZero(invoice.balanceDue.amount) ? '—' : formatMoney(invoice.balanceDue)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollX>
  );
}

const InvoiceLink = ({ invoice }: { invoice: InvoiceRowFragment }) => (
  <Anchor
    component={Link}
    to={invoicePath(invoice.id)}
    size="sm"
    // The row would open it a second time.
    onClick={(event) => event.stopPropagation()}
  >
    {invoice.number ?? 'Draft'}
  </Anchor>
);

function DueDate({ invoice: { dueDate, daysPastDue } }: { invoice: InvoiceRowFragment }) {
  const late = lateness(daysPastDue);
  return (
    <>
      {formatDay(dueDate)}
      {late === null ? null : (
        <Text size="xs" c="var(--mantine-color-error)" span className="lateness">
          {late}
        </Text>
      )}
    </>
  );
}

/** The same list where there is room for two columns. */
export const InvoiceShortTable = ({ invoices }: { invoices: readonly InvoiceRowFragment[] }) => (
  <Table withTableBorder verticalSpacing={6} className="tabular" layout="fixed">
    <Table.Thead>
      <Table.Tr>
        <Table.Th>Invoice</Table.Th>
        <Table.Th ta="right" w="40%">
          Amount
        </Table.Th>
      </Table.Tr>
    </Table.Thead>
    <Table.Tbody>
      {invoices.map((invoice) => (
        <Table.Tr key={invoice.id}>
          <Table.Td>
            <Group gap={6}>
              <InvoiceLink invoice={invoice} />
              <InvoiceStatusBadge status={invoice.status} />
            </Group>
            <Text size="sm" truncate>
              {invoice.client.name}
            </Text>
          </Table.Td>
          <Table.Td ta="right" className="break">
            <ShortAmount invoice={invoice} />
          </Table.Td>
        </Table.Tr>
      ))}
    </Table.Tbody>
  </Table>
);

function ShortAmount({ invoice }: { invoice: InvoiceRowFragment }) {
  const { total, balanceDue, dueDate, daysPastDue } = invoice;
  if (isZero(balanceDue.amount)) return formatMoney(total);
  const late = lateness(daysPastDue);
  return (
    <>
      <Text size="sm" fw={600}>
        {formatMoney(balanceDue)} due
      </Text>
      <Text size="xs" c={late === null ? 'dimmed' : 'var(--mantine-color-error)'}>
        {late ?? formatDay(dueDate)}
      </Text>
    </>
  );
}
