import { Alert, Button, Checkbox, Group, Paper, Stack, Textarea, Title } from '@mantine/core';
import { type KeyboardEvent, useCallback, useRef } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { LeaveGuard } from '../../components/LeaveGuard.tsx';
import { DiscountInput } from './DiscountInput.tsx';
import { InvoiceFacts } from './InvoiceFacts.tsx';
import { InvoiceLines } from './InvoiceLines.tsx';
import type { InvoiceValues } from './invoiceForm.ts';
import { LiveTotals, LiveTotalsProvider } from './LiveTotals.tsx';

interface InvoiceFormProps {
  readonly form: UseFormReturn<InvoiceValues>;
  readonly companyId: string;
  /** An issued invoice takes only a due date, a purchase order and a memo. */
  readonly issued?: boolean;
  readonly problem: string | null;
  /** @returns where to go when everything was saved; null to stay. */
  readonly onSave: (values: InvoiceValues) => Promise<string | null>;
  /** Where Cancel leads. */
  readonly cancelTo: string;
}

export function InvoiceForm(props: InvoiceFormProps) {
  const { form, companyId, issued = false, problem, onSave, cancelTo } = props;
  const { control, formState, register, handleSubmit } = form;
  const { errors, isDirty, isSubmitting } = formState;
  const navigate = useNavigate();
  // State comes too late for the second click of a double click.
  const running = useRef(false);
  const saved = useRef(false);
  const save = handleSubmit(async (values) => {
    if (running.current || saved.current) return;
    running.current = true;
    const destination = await onSave(values);
    running.current = false;
    if (destination === null) return;
    saved.current = true;
    await navigate(destination, { replace: true });
  });
  const unsaved = useCallback(() => isDirty && !saved.current, [isDirty]);
  const saveByKey = (event: KeyboardEvent<HTMLFormElement>) => {
    // A dialog over the form stands inside it for React, though not on the screen.
    if (!event.currentTarget.contains(event.target as Node)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
  };
  return (
    <LiveTotalsProvider control={control}>
      <LeaveGuard unsaved={unsaved} />
      <form onSubmit={save} onKeyDown={saveByKey} noValidate>
        <Stack>
          <InvoiceFacts form={form} companyId={companyId} issued={issued} />
          <Paper withBorder p="md">
            <Group justify="space-between" mb="sm">
              <Title order={2} size="h5">
                Line items
              </Title>
              <fieldset disabled={issued} className="plain-fieldset">
                <Checkbox label="Prices include tax" {...register('pricesIncludeTax')} />
              </fieldset>
            </Group>
            <InvoiceLines form={form} disabled={issued} />
            <div className="invoice-foot">
              <Textarea
                label="Memo"
                autosize
                minRows={4}
                maxRows={12}
                {...register('memo')}
                error={errors.memo?.message}
              />
              <div>
                <fieldset disabled={issued} className="plain-fieldset invoice-discount">
                  <DiscountInput form={form} name="discount" error={errors.discount?.message} />
                </fieldset>
                <LiveTotals />
              </div>
            </div>
          </Paper>
        </Stack>
        <div className="form-bar">
          {problem === null && errors.root === undefined ? null : (
            // Beside the button that was pressed: the head of a long form is out of sight.
            <Alert color="red" role="alert" p="xs">
              {problem ?? errors.root?.message}
            </Alert>
          )}
          <Button variant="default" onClick={() => navigate(cancelTo)}>
            Cancel
          </Button>
          <Button type="submit" loading={isSubmitting} title="Ctrl+Enter">
            {issued ? 'Save changes' : 'Save draft'}
          </Button>
        </div>
      </form>
    </LiveTotalsProvider>
  );
}
