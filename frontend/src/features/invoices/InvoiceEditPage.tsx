import { Anchor, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Link, useNavigate, useParams } from 'react-router';
import { useClient } from 'urql';
import { Empty, Failure, Loading } from '../../components/states.tsx';
import {
  InvoiceEditDocument,
  type InvoiceEditQuery,
  type InvoiceEditQueryVariables,
  useInvoiceEditQuery,
  useInvoiceUpdateMutation,
} from '../../gql/generated.ts';
import { faultMessage } from '../../lib/mutations.ts';
import { InvoiceForm } from './InvoiceForm.tsx';
import { conflicts, mergeVersions, type Side } from './invoiceConflict.ts';
import { amountsReadable, showErrors } from './invoiceErrors.ts';
import {
  fromInvoice,
  type InvoiceValues,
  toIssuedUpdateInput,
  toUpdateInput,
} from './invoiceForm.ts';
import { StaleDialog } from './StaleDialog.tsx';

type Invoice = NonNullable<InvoiceEditQuery['invoice']>;

export function InvoiceEditPage() {
  const { id = '' } = useParams();
  // What the cache remembers may be old, and an edit that starts old ends in a conflict.
  const [{ data, error, fetching }, refetch] = useInvoiceEditQuery({
    variables: { id },
    requestPolicy: 'network-only',
  });
  if (data === undefined) {
    return error === undefined || fetching ? (
      <Loading label="Loading the invoice" />
    ) : (
      <Failure message={faultMessage(error)} onRetry={() => refetch()} />
    );
  }
  if (data.invoice === null) {
    return (
      <Empty title="There is no such invoice">
        <Anchor component={Link} to="/invoices">
          Go to the invoices
        </Anchor>
      </Empty>
    );
  }
  return <InvoiceEditor key={id} invoice={data.invoice} />;
}

/** Codes that say the invoice is not what it was when the form opened. */
const CHANGED = new Set(['STALE', 'NOT_DRAFT', 'IMMUTABLE_FIELD']);

function InvoiceEditor({ invoice }: { invoice: Invoice }) {
  const navigate = useNavigate();
  const client = useClient();
  const [, update] = useInvoiceUpdateMutation();
  // The version the form builds on; what the cache learns meanwhile must not replace it unseen.
  const [base, setBase] = useState(invoice);
  const [theirs, setTheirs] = useState<Invoice | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm<InvoiceValues>({ defaultValues: fromInvoice(invoice) });
  const { currencyCode } = base;
  const issued = base.status !== 'DRAFT';
  const page = `/invoices/${encodeURIComponent(base.id)}`;

  const lookAgain = async (): Promise<boolean> => {
    const { data, error } = await client
      .query<InvoiceEditQuery, InvoiceEditQueryVariables>(
        InvoiceEditDocument,
        { id: base.id },
        { requestPolicy: 'network-only' },
      )
      .toPromise();
    if (error !== undefined) setProblem(faultMessage(error));
    else if (data?.invoice == null) {
      setProblem('Someone deleted this draft. What you typed is still here to copy.');
    } else if (data.invoice.version === base.version) return false;
    else setTheirs(data.invoice);
    return true;
  };

  const save = async (values: InvoiceValues) => {
    setProblem(null);
    if (!issued && !amountsReadable(form, values, currencyCode)) return;
    const toInput = issued ? toIssuedUpdateInput : toUpdateInput;
    const { data, error } = await update({ input: toInput(values, base.id, base.version) });
    if (error !== undefined) {
      setProblem(faultMessage(error));
      return;
    }
    const userErrors = data?.invoiceUpdate.userErrors ?? [];
    if (userErrors.some(({ code }) => CHANGED.has(code)) && (await lookAgain())) return;
    setProblem(showErrors(form, values, userErrors));
    if (userErrors.length === 0) await navigate(page, { replace: true });
  };

  const nameOf = (id: string) =>
    [base.client, base.project, theirs?.client, theirs?.project].find((one) => one?.id === id)
      ?.name ?? 'your choice';
  const apply = (fresh: Invoice, sides: Record<string, Side>) => {
    const merged = mergeVersions(form.getValues(), fromInvoice(fresh), sides);
    form.reset(
      fresh.status === 'DRAFT' ? merged : { ...fromInvoice(fresh), ...openFields(merged) },
    );
    setBase(fresh);
    setTheirs(null);
  };
  return (
    <Stack maw={1200}>
      <Title order={1} size="h2">
        {base.number === null ? 'Edit draft' : `Edit ${base.number}`}
      </Title>
      <InvoiceForm
        form={form}
        companyId={base.company.id}
        currencyCode={currencyCode}
        chosenClient={base.client}
        issued={issued}
        problem={problem}
        onSave={save}
        onCancel={() => navigate(page)}
      />
      {theirs === null ? null : (
        <StaleDialog
          conflicts={conflicts(fromInvoice(base), form.getValues(), fromInvoice(theirs), nameOf)}
          issuedMeanwhile={!issued && theirs.status !== 'DRAFT'}
          onApply={(sides) => apply(theirs, sides)}
          onClose={() => setTheirs(null)}
        />
      )}
    </Stack>
  );
}

/** What an issued invoice still lets one change. */
const openFields = ({ dueDate, memo, purchaseOrderNumber }: InvoiceValues) => ({
  dueDate,
  memo,
  purchaseOrderNumber,
});
