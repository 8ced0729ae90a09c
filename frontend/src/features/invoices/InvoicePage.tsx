import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { Empty, Failure, Loading } from '../../components/states.tsx';
import { useInvoicePageQuery } from '../../gql/generated.ts';
import { useCompany } from '../../lib/company.ts';
import { formatMoney } from '../../lib/money.ts';
import { faultMessage } from '../../lib/mutations.ts';
import { ABOUT_INVOICES } from '../../lib/queryContext.ts';
import { InvoiceActions } from './InvoiceActions.tsx';
import { InvoiceDocument } from './InvoiceDocument.tsx';
import { InvoiceLedger, InvoicePayments } from './InvoiceHistory.tsx';
import { InvoiceStatusBadge } from './InvoiceStatusBadge.tsx';

export function InvoicePage() {
  const { id = '' } = useParams();
  const { mayWrite } = useCompany();
  const [{ data, error }, refetch] = useInvoicePageQuery({
    variables: { id },
    context: ABOUT_INVOICES,
  });
  const refresh = () => refetch({ requestPolicy: 'network-only' });
  if (data === undefined) {
    return error === undefined ? (
      <Loading label="Loading the invoice" />
    ) : (
      <Failure message={faultMessage(error)} onRetry={refresh} />
    );
  }
  const { invoice } = data;
  if (invoice === null) {
    return (
      <Empty title="There is no such invoice">
        <Anchor component={Link} to="/invoices">
          Go to the invoices
        </Anchor>
      </Empty>
    );
  }
  return (
    <Stack maw={960}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Group gap="sm">
            <Title order={1} size="h2">
              {invoice.number ?? 'Draft invoice'}
            </Title>
            <InvoiceStatusBadge status={invoice.status} />
          </Group>
          <Text c="dimmed" size="sm">
            {invoice.client.name}, {formatMoney(invoice.total)}
          </Text>
        </div>
        <InvoiceActions invoice={invoice} onStale={refresh} />
      </Group>
      <InvoiceDocument invoice={invoice} />
      <InvoicePayments invoice={invoice} mayWrite={mayWrite} />
      <InvoiceLedger ledger={invoice.ledger} />
    </Stack>
  );
}
