import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Empty } from '../../components/states.tsx';
import { useInvoiceCreateMutation } from '../../gql/generated.ts';
import { useCompany } from '../../lib/company.ts';
import { todayIn } from '../../lib/dates.ts';
import { useIdempotencyKey } from '../../lib/idempotency.ts';
import { faultMessage } from '../../lib/mutations.ts';
import { invoicePath } from '../../lib/paths.ts';
import { ABOUT_INVOICES } from '../../lib/queryContext.ts';
import { InvoiceForm } from './InvoiceForm.tsx';
import { amountsReadable, showErrors } from './invoiceErrors.ts';
import { emptyInvoice, type InvoiceValues, toCreateInput } from './invoiceForm.ts';

export function InvoiceNewPage() {
  const { company, may } = useCompany();
  return (
    <>
      <PageHeader title="New invoice" />
      {may('invoices:write', company.id) ? (
        <NewInvoice />
      ) : (
        <Empty title="Your role does not allow writing invoices" />
      )}
    </>
  );
}

function NewInvoice() {
  const { company } = useCompany();
  const idempotencyKey = useIdempotencyKey();
  const [problem, setProblem] = useState<string | null>(null);
  const [, create] = useInvoiceCreateMutation();
  const form = useForm<InvoiceValues>({
    defaultValues: emptyInvoice(todayIn(company.timeZone), company.currencyCode),
  });
  const save = async (values: InvoiceValues) => {
    setProblem(null);
    if (values.client === null) {
      form.setError('client', { message: 'Choose a client.' }, { shouldFocus: true });
      return null;
    }
    if (!amountsReadable(form, values)) return null;
    const input = toCreateInput(values, company.id, idempotencyKey);
    const { data, error } = await create({ input }, ABOUT_INVOICES);
    setProblem(
      error === undefined
        ? showErrors(form, values, data?.invoiceCreate.userErrors ?? [])
        : faultMessage(error),
    );
    const id = data?.invoiceCreate.invoice?.id;
    return id === undefined ? null : invoicePath(id);
  };
  return (
    <InvoiceForm
      form={form}
      companyId={company.id}
      problem={problem}
      onSave={save}
      cancelTo="/invoices"
    />
  );
}
