import { Stack } from '@mantine/core';
import { useParams } from 'react-router';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Failure, Loading } from '../../components/states.tsx';
import { type InvoiceDetailFragment, useInvoicePageQuery } from '../../gql/generated.ts';
import { useCompany } from '../../lib/company.ts';
import { formatMoney, isZero } from '../../lib/money.ts';
import { faultMessage } from '../../lib/mutations.ts';
import { ABOUT_INVOICES } from '../../lib/queryContext.ts';
import { InvoiceActions } from './InvoiceActions.tsx';
import { InvoiceDocument } from './InvoiceDocument.tsx';
import { InvoiceLedger, InvoicePayments } from './InvoiceHistory.tsx';
import { InvoiceMissing } from './InvoiceMissing.tsx';
import { InvoiceStatusBadge } from './InvoiceStatusBadge.tsx';
import { lateness } from './invoiceList.ts';

export function InvoicePage() {
  const { id = '' } = useParams();
  // The answer about another invoice must not stand here while this one is asked for.
  return <InvoiceById key={id} id={id} />;
}

function InvoiceById({ id }: { id: string }) {
  const { may } = useCompany();
  const [{ data, error, fetching, stale }, refetch] = useInvoicePageQuery({
    variables: { id },
    context: ABOUT_INVOICES,
  });
  const refresh = () => refetch({ requestPolicy: 'network-only' });
  const invoice = data?.invoice;
  if (invoice == null) {
    if (fetching) return <Loading label="Loading the invoice" />;
    // A fault also answers without an invoice, and is no proof that there is none.
    if (error !== undefined) return <Failure message={faultMessage(error)} onRetry={refresh} />;
    return <InvoiceMissing />;
  }
  return (
    <div className="reading-width">
      <PageHeader
        title={invoice.number ?? 'Draft invoice'}
        badge={<InvoiceStatusBadge status={invoice.status} />}
        subtitle={subtitleOf(invoice)}
      >
        <InvoiceActions invoice={invoice} onStale={refresh} />
      </PageHeader>
      <Stack className={stale ? 'outdated' : undefined} aria-busy={stale}>
        <InvoiceDocument invoice={invoice} />
        <InvoicePayments
          invoice={invoice}
          mayReverse={may('payments:reverse', invoice.company.id)}
        />
        <InvoiceLedger ledger={invoice.ledger} />
      </Stack>
    </div>
  );
}

/** What one looks for first: who, how much, how late. */
function subtitleOf({ client, status, total, balanceDue, daysPastDue }: InvoiceDetailFragment) {
  const due =
    status === 'DRAFT' || isZero(balanceDue.amount) ? null : `${formatMoney(balanceDue)} due`;
  return [client.name, formatMoney(total), due, lateness(daysPastDue)]
    .filter((part) => part !== null)
    .join(' · ');
}
