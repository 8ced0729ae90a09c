import { Paper, Stack, Table, Text, Title } from '@mantine/core';
import { ScrollX } from '../../components/ScrollX.tsx';
import { Totals } from '../../components/Totals.tsx';
import { PHONE, useNarrowerThan } from '../../components/useNarrowerThan.ts';
import type { InvoiceDetailFragment } from '../../gql/generated.ts';
import { formatDay } from '../../lib/dates.ts';
import {
  formatDecimal,
  formatMoney,
  formatPercent,
  formatPrice,
  negated,
} from '../../lib/money.ts';
import { lateness } from './invoiceList.ts';

function Fact({
  label,
  children,
  more,
}: {
  label: string;
  children: string;
  more?: string | null;
}) {
  return (
    <div className="break">
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text size="sm">{children}</Text>
      {more == null ? null : (
        <Text size="xs" c="dimmed">
          {more}
        </Text>
      )}
    </div>
  );
}

/** The invoice as the client reads it: parties, lines, totals. */
export const InvoiceDocument = ({ invoice }: { invoice: InvoiceDetailFragment }) => (
  <Paper withBorder p="md">
    <Stack>
      <div className="facts">
        <Fact label="From">{invoice.company.name}</Fact>
        <Fact label="To" more={invoice.client.email}>
          {invoice.client.name}
        </Fact>
        <Fact label="Project">{invoice.project?.name ?? '—'}</Fact>
        <Fact label="Issue date">{formatDay(invoice.issueDate)}</Fact>
        <Fact label="Due date" more={lateness(invoice.daysPastDue)}>
          {formatDay(invoice.dueDate)}
        </Fact>
        <Fact label="Purchase order">{invoice.purchaseOrderNumber ?? '—'}</Fact>
      </div>
      <Title order={2} size="h5">
        Line items
      </Title>
      {invoice.lineItems.length === 0 ? (
        <Text size="sm" c="dimmed">
          No line items yet.
        </Text>
      ) : (
        <Lines invoice={invoice} />
      )}
      <div className="invoice-foot">
        <Text size="sm" className="memo">
          {invoice.memo}
        </Text>
        <Totals {...invoice} {...(invoice.status === 'DRAFT' ? {} : { paid: invoice })} />
      </div>
    </Stack>
  </Paper>
);

type Line = InvoiceDetailFragment['lineItems'][number];

/** A line's own discount, as it was agreed. */
function discountOf({ discountPercent, discountAmount }: Line): string | null {
  if (discountPercent !== null) return `−${formatPercent(discountPercent)}`;
  return discountAmount === null ? null : formatMoney(negated(discountAmount));
}

/** "42.5 h × 68.00, −5 %, tax 8.25 %", where there is no room for columns. */
const calculation = (line: Line, currencyCode: string): string =>
  [
    `${formatDecimal(line.quantity)} ${line.unit ?? ''} × ${formatPrice(line.unitPrice, currencyCode)}`,
    discountOf(line),
    line.taxRate === null ? null : `tax ${formatPercent(line.taxRate)}`,
  ]
    .filter((part) => part !== null)
    .join(', ')
    .replace(/ +/g, ' ');

function Lines({ invoice }: { invoice: InvoiceDetailFragment }) {
  const phone = useNarrowerThan(PHONE);
  const { currencyCode, lineItems } = invoice;
  return (
    <ScrollX label="Line items">
      <Table miw={phone ? undefined : 640} verticalSpacing={6} className="tabular">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Description</Table.Th>
            {phone ? null : (
              <>
                <Table.Th className="money">Quantity</Table.Th>
                <Table.Th>Unit</Table.Th>
                <Table.Th className="money">Unit price</Table.Th>
                <Table.Th className="money">Discount</Table.Th>
                <Table.Th className="money">Tax</Table.Th>
              </>
            )}
            <Table.Th className="money">Net</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lineItems.map((line) => (
            <Table.Tr key={line.id}>
              <Table.Td className="break">
                {line.description}
                {phone ? (
                  <Text size="xs" c="dimmed">
                    {calculation(line, currencyCode)}
                  </Text>
                ) : null}
              </Table.Td>
              {phone ? null : (
                <>
                  <Table.Td className="money">{formatDecimal(line.quantity)}</Table.Td>
                  <Table.Td>{line.unit}</Table.Td>
                  <Table.Td className="money">{formatPrice(line.unitPrice, currencyCode)}</Table.Td>
                  <Table.Td className="money">{discountOf(line)}</Table.Td>
                  <Table.Td className="money">
                    {line.taxRate === null ? '' : formatPercent(line.taxRate)}
                  </Table.Td>
                </>
              )}
              <Table.Td className="money">{formatMoney(line.net)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollX>
  );
}
