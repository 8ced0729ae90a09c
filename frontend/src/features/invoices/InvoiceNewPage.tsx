import { Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { useInvoiceCreateMutation } from '../../gql/generated.ts';
import { useCompany } from '../../lib/company.ts';
import { todayIn } from '../../lib/dates.ts';
import { useIdempotencyKey } from '../../lib/idempotency.ts';
import { faultMessage } from '../../lib/mutations.ts';
import { ABOUT_INVOICES } from '../../lib/queryContext.ts';
import { InvoiceForm } from './InvoiceForm.tsx';
import { amountsReadable, showErrors } from './invoiceErrors.ts';
import { emptyInvoice, type InvoiceValues, toCreateInput } from './invoiceForm.ts';

export function InvoiceNewPage() {
  const { company } = useCompany();
  const navigate = useNavigate();
  const idempotencyKey = useIdempotencyKey();
  const [problem, setProblem] = useState<string | null>(null);
  const [, create] = useInvoiceCreateMutation();
  const form = useForm<InvoiceValues>({
    defaultValues: emptyInvoice(todayIn(company.timeZone)),
  });
  const save = async (values: InvoiceValues) => {
    setProblem(null);
    if (values.clientId === '') {
      form.setError('clientId', { message: 'Choose a client.' }, { shouldFocus: true });
      return;
    }
    if (!amountsReadable(form, values, company.currencyCode)) return;
    const input = toCreateInput(values, company.id, company.currencyCode, idempotencyKey);
    const { data, error } = await create({ input }, ABOUT_INVOICES);
    if (error !== undefined) {
      setProblem(faultMessage(error));
      return;
    }
    setProblem(showErrors(form, values, data?.invoiceCreate.userErrors ?? []));
    const id = data?.invoiceCreate.invoice?.id;
    if (id !== undefined) await navigate(`/invoices/${encodeURIComponent(id)}`, { replace: true });
  };
  return (
    <Stack maw={1200}>
      <Title order={1} size="h2">
        New invoice
      </Title>
      <InvoiceForm
        form={form}
        companyId={company.id}
        currencyCode={company.currencyCode}
        problem={problem}
        onSave={save}
        onCancel={() => navigate('/invoices')}
      />
    </Stack>
  );
}
