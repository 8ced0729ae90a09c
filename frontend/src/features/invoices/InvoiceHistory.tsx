import { Badge, Button, Paper, Table, Title } from '@mantine/core';
import { useState } from 'react';
import type { InvoicePageQuery } from '../../gql/generated.ts';
import { formatDay, formatInstant } from '../../lib/dates.ts';
import { LEDGER_LABELS, METHOD_LABELS } from '../../lib/labels.ts';
import { formatMoney } from '../../lib/money.ts';
import { ReversePaymentDialog } from '../payments/ReversePaymentDialog.tsx';

type Invoice = NonNullable<InvoicePageQuery['invoice']>;
type Payment = Invoice['payments']['nodes'][number]['payment'];

export function InvoicePayments({ invoice, mayWrite }: { invoice: Invoice; mayWrite: boolean }) {
  const [reversing, setReversing] = useState<Payment | null>(null);
  if (invoice.payments.nodes.length === 0) return null;
  return (
    <Paper withBorder p="md">
      <Title order={2} size="h5">
        Payments
      </Title>
      <div className="scroll-x">
        <Table miw={520}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Received</Table.Th>
              <Table.Th>Method</Table.Th>
              <Table.Th>Reference</Table.Th>
              <Table.Th ta="right">Amount</Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {invoice.payments.nodes.map(({ id, amount, payment }) => (
              <Table.Tr key={id} className="tabular">
                <Table.Td>{formatDay(payment.receivedOn)}</Table.Td>
                <Table.Td>{METHOD_LABELS[payment.method]}</Table.Td>
                <Table.Td>{payment.reference ?? '—'}</Table.Td>
                <Table.Td ta="right">{formatMoney(amount)}</Table.Td>
                <Table.Td ta="right">
                  {payment.reversedOn !== null ? (
                    <Badge color="gray" tt="none">
                      Reversed {formatDay(payment.reversedOn)}
                    </Badge>
                  ) : mayWrite ? (
                    <Button
                      size="compact-xs"
                      variant="default"
                      onClick={() => setReversing(payment)}
                    >
                      Reverse
                    </Button>
                  ) : null}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {reversing === null ? null : (
        <ReversePaymentDialog
          payment={reversing}
          timeZone={invoice.company.timeZone}
          onClose={() => setReversing(null)}
        />
      )}
    </Paper>
  );
}

export function InvoiceLedger({ ledger }: { ledger: Invoice['ledger'] }) {
  if (ledger.length === 0) return null;
  return (
    <Paper withBorder p="md">
      <Title order={2} size="h5">
        Ledger
      </Title>
      <div className="scroll-x">
        <Table miw={420}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Effective</Table.Th>
              <Table.Th>What</Table.Th>
              <Table.Th>Recorded</Table.Th>
              <Table.Th ta="right">Amount</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {ledger.map((entry) => (
              <Table.Tr key={entry.id} className="tabular">
                <Table.Td>{formatDay(entry.effectiveOn)}</Table.Td>
                <Table.Td>{LEDGER_LABELS[entry.kind]}</Table.Td>
                <Table.Td>{formatInstant(entry.recordedAt)}</Table.Td>
                <Table.Td ta="right">{formatMoney(entry.amount)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Paper>
  );
}
