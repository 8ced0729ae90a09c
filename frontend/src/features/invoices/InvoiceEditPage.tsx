import { Anchor } from '@mantine/core';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Link, useParams } from 'react-router';
import { useClient } from 'urql';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Empty, Failure, Loading } from '../../components/states.tsx';
import {
  InvoiceEditDocument,
  type InvoiceEditQuery,
  type InvoiceEditQueryVariables,
  useInvoiceEditQuery,
  useInvoiceUpdateMutation,
} from '../../gql/generated.ts';
import { useCompany } from '../../lib/company.ts';
import { faultMessage } from '../../lib/mutations.ts';
import { invoicePath } from '../../lib/paths.ts';
import { InvoiceForm } from './InvoiceForm.tsx';
import { InvoiceMissing } from './InvoiceMissing.tsx';
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
  // Another invoice is another form: nothing of the one before may show in it.
  return <EditById key={id} id={id} />;
}

function EditById({ id }: { id: string }) {
  const { may } = useCompany();
  // What the cache remembers may be old, and an edit that starts old ends in a conflict.
  const [{ data, error, fetching }, refetch] = useInvoiceEditQuery({
    variables: { id },
    requestPolicy: 'network-only',
  });
  // Once the form is open it stays, with what was typed: also when the invoice is deleted under it.
  const [invoice, setInvoice] = useState<Invoice | null>(null);
  const found = data?.invoice ?? null;
  if (invoice === null && found !== null) setInvoice(found);
  if (invoice === null) {
    if (fetching || found !== null) return <Loading label="Loading the invoice" />;
    if (error !== undefined) {
      return <Failure message={faultMessage(error)} onRetry={() => refetch()} />;
    }
    return <InvoiceMissing />;
  }
  if (may('invoices:write', invoice.company.id)) return <InvoiceEditor invoice={invoice} />;
  return (
    <Empty title="Your role does not allow changing invoices">
      <Anchor component={Link} to={invoicePath(id)}>
        Look at it instead
      </Anchor>
    </Empty>
  );
}

/** Codes that say the invoice is not what it was when the form opened. */
const CHANGED = new Set(['STALE', 'NOT_DRAFT', 'IMMUTABLE_FIELD']);

function InvoiceEditor({ invoice }: { invoice: Invoice }) {
  const client = useClient();
  const [, update] = useInvoiceUpdateMutation();
  // The version the form builds on; what the cache learns meanwhile must not replace it unseen.
  const [base, setBase] = useState(invoice);
  const [theirs, setTheirs] = useState<Invoice | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm<InvoiceValues>({ defaultValues: fromInvoice(invoice) });
  const issued = base.status !== 'DRAFT';

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
    if (!issued && !amountsReadable(form, values)) return null;
    const toInput = issued ? toIssuedUpdateInput : toUpdateInput;
    const { data, error } = await update({ input: toInput(values, base.id, base.version) });
    if (error !== undefined) {
      setProblem(faultMessage(error));
      return null;
    }
    const userErrors = data?.invoiceUpdate.userErrors ?? [];
    const changed = userErrors.some(({ code }) => CHANGED.has(code) || code === 'NOT_FOUND');
    if (changed && (await lookAgain())) return null;
    setProblem(showErrors(form, values, userErrors));
    return userErrors.length === 0 ? invoicePath(base.id) : null;
  };

  const apply = (fresh: Invoice, sides: Record<string, Side>) => {
    const saved = fromInvoice(fresh);
    const merged = mergeVersions(form.getValues(), saved, sides);
    form.reset(saved);
    // What differs from their version still has to be saved.
    form.reset(fresh.status === 'DRAFT' ? merged : { ...saved, ...openFields(merged) }, {
      keepDefaultValues: true,
    });
    setBase(fresh);
    setTheirs(null);
  };
  return (
    <>
      <PageHeader title={base.number === null ? 'Edit draft' : `Edit ${base.number}`} />
      <InvoiceForm
        form={form}
        companyId={base.company.id}
        issued={issued}
        problem={problem}
        onSave={save}
        cancelTo={invoicePath(base.id)}
      />
      {theirs === null ? null : (
        <StaleDialog
          conflicts={conflicts(fromInvoice(base), form.getValues(), fromInvoice(theirs))}
          issuedMeanwhile={!issued && theirs.status !== 'DRAFT'}
          onApply={(sides) => apply(theirs, sides)}
          onClose={() => setTheirs(null)}
        />
      )}
    </>
  );
}

/** What an issued invoice still lets one change. */
const openFields = ({ dueDate, memo, purchaseOrderNumber }: InvoiceValues) => ({
  dueDate,
  memo,
  purchaseOrderNumber,
});
