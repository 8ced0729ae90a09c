import { Button, CloseButton, Input, Stack, TextInput } from '@mantine/core';
import { type UseFormReturn, useFieldArray } from 'react-hook-form';
import { emptyLine, type InvoiceValues, type LineField } from './invoiceForm.ts';
import { LineAmount } from './LiveTotals.tsx';

const CELLS: { name: LineField; label: string; decimal: boolean }[] = [
  { name: 'description', label: 'Description', decimal: false },
  { name: 'quantity', label: 'Quantity', decimal: true },
  { name: 'unit', label: 'Unit', decimal: false },
  { name: 'unitPrice', label: 'Unit price', decimal: true },
  { name: 'discountPercent', label: 'Discount %', decimal: true },
  { name: 'taxRate', label: 'Tax %', decimal: true },
];

export function InvoiceLines({ form }: { form: UseFormReturn<InvoiceValues> }) {
  const { control, formState, getValues, register } = form;
  const { fields, append, remove } = useFieldArray({ control, name: 'lineItems' });
  return (
    <Stack gap="xs">
      {fields.map((line, index) => (
        <fieldset
          key={line.id}
          className="line-item"
          aria-label={`Line ${index + 1}`}
          style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}
        >
          {CELLS.map(({ name, label, decimal }) => (
            <TextInput
              key={name}
              label={label}
              inputMode={decimal ? 'decimal' : undefined}
              autoComplete="off"
              {...register(`lineItems.${index}.${name}`)}
              error={formState.errors.lineItems?.[index]?.[name]?.message}
            />
          ))}
          <Input.Wrapper label="Amount" labelElement="div">
            <div className="tabular line-amount">
              <LineAmount index={index} />
            </div>
          </Input.Wrapper>
          <CloseButton
            className="line-remove"
            aria-label={`Remove line ${index + 1}`}
            onClick={() => remove(index)}
          />
        </fieldset>
      ))}
      <div>
        <Button
          variant="default"
          size="xs"
          onClick={() => append(emptyLine(getValues('lineItems').at(-1)?.taxRate))}
        >
          Add line
        </Button>
      </div>
    </Stack>
  );
}
