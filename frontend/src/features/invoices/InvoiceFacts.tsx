import './invoices.css';
import { Paper, Select, TextInput } from '@mantine/core';
import { Controller, type UseFormReturn, useWatch } from 'react-hook-form';
import { useCompany } from '../../lib/company.ts';
import { CURRENCY_OPTIONS } from '../../lib/currencies.ts';
import { ClientField } from '../clients/ClientField.tsx';
import type { InvoiceValues } from './invoiceForm.ts';
import { ProjectSelect } from './ProjectSelect.tsx';

interface InvoiceFactsProps {
  readonly form: UseFormReturn<InvoiceValues>;
  readonly companyId: string;
  readonly issued: boolean;
}

/** For whom, for what, when: everything of an invoice but its lines and their totals. */
export function InvoiceFacts({ form, companyId, issued }: InvoiceFactsProps) {
  const { control, formState, register, setValue } = form;
  const { errors } = formState;
  const { may } = useCompany();
  const client = useWatch({ control, name: 'client' });
  return (
    <Paper withBorder p="md" className="invoice-facts">
      <Controller
        control={control}
        name="client"
        render={({ field }) => (
          <ClientField
            mayCreate={may('clients:write', companyId)}
            companyId={companyId}
            disabled={issued}
            ref={field.ref}
            value={field.value}
            onBlur={field.onBlur}
            onChange={(chosen) => {
              field.onChange(chosen);
              // A project belongs to one client.
              if (chosen?.id !== field.value?.id) setValue('project', null, { shouldDirty: true });
            }}
            error={errors.client?.message}
          />
        )}
      />
      <Controller
        control={control}
        name="project"
        render={({ field }) => (
          <ProjectSelect
            // Another client's projects are another list, with another search.
            key={client?.id}
            clientId={client?.id ?? null}
            disabled={issued}
            ref={field.ref}
            value={field.value}
            onBlur={field.onBlur}
            onChange={field.onChange}
            error={errors.project?.message}
          />
        )}
      />
      <fieldset disabled={issued} className="plain-fieldset">
        <TextInput
          label="Issue date"
          type="date"
          {...register('issueDate')}
          error={errors.issueDate?.message}
        />
      </fieldset>
      <TextInput
        label="Due date"
        type="date"
        {...register('dueDate')}
        error={errors.dueDate?.message}
      />
      <TextInput
        label="Purchase order"
        autoComplete="off"
        {...register('purchaseOrderNumber')}
        error={errors.purchaseOrderNumber?.message}
      />
      <Controller
        control={control}
        name="currencyCode"
        render={({ field }) => (
          <Select
            label="Currency"
            data={CURRENCY_OPTIONS}
            searchable
            allowDeselect={false}
            disabled={issued}
            ref={field.ref}
            value={field.value}
            onBlur={field.onBlur}
            onChange={(code) => code !== null && field.onChange(code)}
            error={errors.currencyCode?.message}
          />
        )}
      />
    </Paper>
  );
}
