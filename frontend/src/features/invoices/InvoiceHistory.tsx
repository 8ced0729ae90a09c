import { Button, Paper, Table, Text, Title } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { ScrollX } from '../../components/ScrollX.tsx';
import { PHONE, useNarrowerThan } from '../../components/useNarrowerThan.ts';
import type { InvoicePageQuery } from '../../gql/generated.ts';
import { formatDay, formatInstant } from '../../lib/dates.ts';
import { LEDGER_LABELS, METHOD_LABELS } from '../../lib/labels.ts';
import { formatMoney } from '../../lib/money.ts';

const ReversePaymentDialog = lazy(async () => ({
  default: (await import('../payments/ReversePaymentDialog.tsx')).ReversePaymentDialog,
}));

type Invoice = NonNullable<InvoicePageQuery['invoice']>;
type Allocation = Invoice['payments']['nodes'][number];
type Payment = Allocation['payment'];

/** A list under the invoice; on a phone its table has fewer columns and fits. */
function Section({
  title,
  width,
  children,
}: {
  title: string;
  width: number;
  children: ReactNode;
}) {
  const phone = useNarrowerThan(PHONE);
  return (
    <Paper withBorder p="md">
      <Title order={2} size="h5" mb={4}>
        {title}
      </Title>
      <ScrollX label={title}>
        <Table
          miw={phone ? undefined : width}
          verticalSpacing={6}
          horizontalSpacing={phone ? 4 : 'xs'}
          className="tabular"
        >
          {children}
        </Table>
      </ScrollX>
    </Paper>
  );
}

interface InvoicePaymentsProps {
  readonly invoice: Invoice;
  readonly mayReverse: boolean;
}

export function InvoicePayments({ invoice, mayReverse }: InvoicePaymentsProps) {
  const [reversing, setReversing] = useState<Payment | null>(null);
  const phone = useNarrowerThan(PHONE);
  const { nodes, totalCount } = invoice.payments;
  if (nodes.length === 0) return null;
  const title =
    nodes.length < totalCount ? `Payments, the first ${nodes.length} of ${totalCount}` : 'Payments';
  return (
    <Section title={title} width={560}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Received</Table.Th>
          {phone ? null : (
            <>
              <Table.Th>Method</Table.Th>
              <Table.Th>Reference</Table.Th>
            </>
          )}
          <Table.Th>State</Table.Th>
          <Table.Th className="money">Amount</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {nodes.map(({ id, amount, payment }) => (
          <Table.Tr key={id}>
            <Table.Td>
              {formatDay(payment.receivedOn)}
              {phone ? (
                <Text size="xs" c="dimmed" className="break">
                  {METHOD_LABELS[payment.method]} {payment.reference}
                </Text>
              ) : null}
            </Table.Td>
            {phone ? null : (
              <>
                <Table.Td>{METHOD_LABELS[payment.method]}</Table.Td>
                <Table.Td className="break">{payment.reference ?? '—'}</Table.Td>
              </>
            )}
            <Table.Td>
              <PaymentState
                payment={payment}
                onReverse={mayReverse ? () => setReversing(payment) : null}
              />
            </Table.Td>
            <Table.Td
              className="money"
              // A reversed payment settles nothing any more.
              {...(payment.reversedOn === null ? {} : { td: 'line-through', c: 'dimmed' })}
            >
              {formatMoney(amount)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
      {reversing === null ? null : (
        <Suspense>
          <ReversePaymentDialog
            payment={reversing}
            timeZone={invoice.company.timeZone}
            onClose={() => setReversing(null)}
          />
        </Suspense>
      )}
    </Section>
  );
}

interface PaymentStateProps {
  readonly payment: Payment;
  readonly onReverse: (() => void) | null;
}

function PaymentState({ payment, onReverse }: PaymentStateProps) {
  if (payment.reversedOn !== null) {
    return (
      <>
        Reversed {formatDay(payment.reversedOn)}
        <Text size="xs" c="dimmed" className="break">
          {payment.reversalReason}
        </Text>
      </>
    );
  }
  return onReverse === null ? (
    'In force'
  ) : (
    <Button
      size="compact-xs"
      variant="default"
      aria-label={`Reverse the payment of ${formatDay(payment.receivedOn)}`}
      onClick={onReverse}
    >
      Reverse
    </Button>
  );
}

export function InvoiceLedger({ ledger }: { ledger: Invoice['ledger'] }) {
  const phone = useNarrowerThan(PHONE);
  if (ledger.length === 0) return null;
  return (
    <Section title="Ledger" width={460}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Effective</Table.Th>
          <Table.Th>Entry</Table.Th>
          {phone ? null : <Table.Th>Recorded</Table.Th>}
          <Table.Th className="money">Amount</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {ledger.map((entry) => (
          <Table.Tr key={entry.id}>
            <Table.Td>{formatDay(entry.effectiveOn)}</Table.Td>
            <Table.Td>{LEDGER_LABELS[entry.kind]}</Table.Td>
            {phone ? null : <Table.Td>{formatInstant(entry.recordedAt)}</Table.Td>}
            <Table.Td className="money">{formatMoney(entry.amount)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Section>
  );
}
