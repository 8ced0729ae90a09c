import { Paper, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { Totals } from '../../components/Totals.tsx';
import type { InvoiceDetailFragment } from '../../gql/generated.ts';
import { formatDay } from '../../lib/dates.ts';
import { formatDecimal, formatMoney, formatPercent } from '../../lib/money.ts';

function Fact({ label, children }: { label: string; children: string }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text size="sm">{children}</Text>
    </div>
  );
}

const late = (days: number | null) =>
  days === null || days <= 0 ? '' : ` (${days} ${days === 1 ? 'day' : 'days'} late)`;

/** The invoice as the client reads it: parties, lines, totals. */
export const InvoiceDocument = ({ invoice }: { invoice: InvoiceDetailFragment }) => (
  <Paper withBorder p="md">
    <Stack>
      <SimpleGrid cols={{ base: 2, sm: 3 }}>
        <Fact label="From">{invoice.company.name}</Fact>
        <Fact label="To">
          {[invoice.client.name, invoice.client.email].filter((one) => one !== null).join(', ')}
        </Fact>
        <Fact label="Project">{invoice.project?.name ?? '—'}</Fact>
        <Fact label="Issue date">{formatDay(invoice.issueDate)}</Fact>
        <Fact label="Due date">{formatDay(invoice.dueDate) + late(invoice.daysPastDue)}</Fact>
        <Fact label="Purchase order">{invoice.purchaseOrderNumber ?? '—'}</Fact>
      </SimpleGrid>
      <Title order={2} size="h5">
        Line items
      </Title>
      <div className="scroll-x">
        <Table miw={560}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Description</Table.Th>
              <Table.Th ta="right">Quantity</Table.Th>
              <Table.Th ta="right">Unit price</Table.Th>
              <Table.Th ta="right">Discount</Table.Th>
              <Table.Th ta="right">Tax</Table.Th>
              <Table.Th ta="right">Net</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {invoice.lineItems.map((line) => (
              <Table.Tr key={line.id} className="tabular">
                <Table.Td>{line.description}</Table.Td>
                <Table.Td ta="right">
                  {formatDecimal(line.quantity)} {line.unit}
                </Table.Td>
                <Table.Td ta="right">{formatDecimal(line.unitPrice)}</Table.Td>
                <Table.Td ta="right">
                  {line.discountPercent === null ? '' : formatPercent(line.discountPercent)}
                </Table.Td>
                <Table.Td ta="right">
                  {line.taxRate === null ? '' : formatPercent(line.taxRate)}
                </Table.Td>
                <Table.Td ta="right">{formatMoney(line.net)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {invoice.lineItems.length === 0 ? (
        <Text size="sm" c="dimmed">
          No line items yet.
        </Text>
      ) : null}
      <Totals {...invoice} {...(invoice.status === 'DRAFT' ? {} : { paid: invoice })} />
      {invoice.memo === null ? null : (
        <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
          {invoice.memo}
        </Text>
      )}
    </Stack>
  </Paper>
);
