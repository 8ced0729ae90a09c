import {
  Alert,
  Button,
  Checkbox,
  Group,
  Paper,
  Select,
  SimpleGrid,
  Stack,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { Controller, type UseFormReturn, useWatch } from 'react-hook-form';
import { ClientSelect } from './ClientSelect.tsx';
import { InvoiceLines } from './InvoiceLines.tsx';
import type { InvoiceValues } from './invoiceForm.ts';
import { LiveTotals, LiveTotalsProvider } from './LiveTotals.tsx';
import { ProjectSelect } from './ProjectSelect.tsx';

interface InvoiceFormProps {
  readonly form: UseFormReturn<InvoiceValues>;
  readonly companyId: string;
  readonly currencyCode: string;
  readonly chosenClient?: { readonly id: string; readonly name: string };
  /** An issued invoice takes only a due date, a purchase order and a memo. */
  readonly issued?: boolean;
  readonly problem: string | null;
  readonly onSave: (values: InvoiceValues) => Promise<void>;
  readonly onCancel: () => void;
}

const plainFieldset = { border: 0, margin: 0, padding: 0, minWidth: 0 };

export function InvoiceForm(props: InvoiceFormProps) {
  const { form, companyId, currencyCode, issued = false, problem } = props;
  const { control, formState, register, handleSubmit, setValue } = form;
  const { errors, isSubmitting } = formState;
  const clientId = useWatch({ control, name: 'clientId' });
  const save = handleSubmit(async (values) => {
    // A double click arrives before the button has had time to disable itself.
    if (!isSubmitting) await props.onSave(values);
  });
  return (
    <LiveTotalsProvider control={control} currencyCode={currencyCode}>
      <form onSubmit={save} noValidate>
        <Stack>
          {problem === null && errors.root === undefined ? null : (
            <Alert color="red" role="alert">
              {problem ?? errors.root?.message}
            </Alert>
          )}
          <Paper withBorder p="md">
            <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
              <Controller
                control={control}
                name="clientId"
                render={({ field }) => (
                  <ClientSelect
                    label="Client"
                    required
                    companyId={companyId}
                    chosen={props.chosenClient ?? null}
                    disabled={issued}
                    ref={field.ref}
                    value={field.value === '' ? null : field.value}
                    onBlur={field.onBlur}
                    onChange={(id) => {
                      field.onChange(id ?? '');
                      // A project belongs to one client.
                      setValue('projectId', '');
                    }}
                    error={errors.clientId?.message}
                  />
                )}
              />
              <fieldset disabled={issued} style={plainFieldset}>
                <Controller
                  control={control}
                  name="projectId"
                  render={({ field }) => (
                    <ProjectSelect
                      label="Project"
                      clientId={clientId}
                      ref={field.ref}
                      value={field.value === '' ? null : field.value}
                      onBlur={field.onBlur}
                      onChange={(id) => field.onChange(id ?? '')}
                      error={errors.projectId?.message}
                    />
                  )}
                />
              </fieldset>
              <TextInput
                label="Purchase order"
                {...register('purchaseOrderNumber')}
                error={errors.purchaseOrderNumber?.message}
              />
              <fieldset disabled={issued} style={plainFieldset}>
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
            </SimpleGrid>
          </Paper>
          <Paper withBorder p="md">
            <fieldset disabled={issued} style={plainFieldset}>
              <Stack>
                <Group justify="space-between">
                  <Title order={2} size="h5">
                    Line items ({currencyCode})
                  </Title>
                  <Checkbox label="Prices include tax" {...register('pricesIncludeTax')} />
                </Group>
                <InvoiceLines form={form} />
                <Group justify="flex-end" align="flex-start" gap="xs">
                  <TextInput
                    label="Discount"
                    inputMode="decimal"
                    w={120}
                    {...register('discount')}
                    error={errors.discount?.message}
                  />
                  <Controller
                    control={control}
                    name="discountKind"
                    render={({ field }) => (
                      <Select
                        label="Discount in"
                        w={120}
                        data={[
                          { value: 'PERCENT', label: '%' },
                          { value: 'AMOUNT', label: currencyCode },
                        ]}
                        allowDeselect={false}
                        {...field}
                      />
                    )}
                  />
                </Group>
              </Stack>
            </fieldset>
            <LiveTotals />
          </Paper>
          <Textarea
            label="Memo"
            autosize
            minRows={2}
            {...register('memo')}
            error={errors.memo?.message}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onCancel}>
              Cancel
            </Button>
            <Button type="submit" loading={isSubmitting}>
              {issued ? 'Save changes' : 'Save draft'}
            </Button>
          </Group>
        </Stack>
      </form>
    </LiveTotalsProvider>
  );
}
