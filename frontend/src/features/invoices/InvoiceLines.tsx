import { Button, CloseButton, Input, Stack, TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { type UseFormReturn, useFieldArray } from 'react-hook-form';
import { DiscountInput } from './DiscountInput.tsx';
import {
  emptyLine,
  type InvoiceValues,
  isLineField,
  LINE_LABELS,
  type LineField,
} from './invoiceForm.ts';
import { LineAmount } from './LiveTotals.tsx';

const CELLS = Object.keys(LINE_LABELS).filter(isLineField);
const TEXTS: ReadonlySet<LineField> = new Set<LineField>(['description', 'unit']);

interface InvoiceLinesProps {
  readonly form: UseFormReturn<InvoiceValues>;
  readonly disabled: boolean;
}

export function InvoiceLines({ form, disabled }: InvoiceLinesProps) {
  const { control, formState, getValues, register, setFocus } = form;
  const { fields, append, remove } = useFieldArray({ control, name: 'lineItems' });
  const add = () => append(emptyLine(getValues('lineItems').at(-1)?.taxRate));

  /** Enter goes down, as in a spreadsheet; at the end it adds a line. */
  const goDown = (event: KeyboardEvent, index: number, name: LineField) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (index + 1 < fields.length) setFocus(`lineItems.${index + 1}.${name}`);
    else add();
  };
  const removeLine = (index: number) => {
    remove(index);
    const next = Math.min(index, fields.length - 2);
    // The button that was pressed is gone; the line that took its place is drawn first.
    if (next >= 0) setTimeout(() => setFocus(`lineItems.${next}.description`));
  };

  return (
    <Stack gap="xs">
      {fields.map((line, index) => (
        <fieldset
          key={line.id}
          className="line-item plain-fieldset"
          aria-label={`Line ${index + 1}`}
          disabled={disabled}
        >
          {CELLS.map((name) => {
            const cell = {
              onKeyDown: (event: KeyboardEvent) => goDown(event, index, name),
              error: formState.errors.lineItems?.[index]?.[name]?.message,
            };
            return name === 'discount' ? (
              <DiscountInput
                key={name}
                form={form}
                name={`lineItems.${index}.discount`}
                {...cell}
              />
            ) : (
              <TextInput
                key={name}
                label={LINE_LABELS[name]}
                inputMode={TEXTS.has(name) ? undefined : 'decimal'}
                autoComplete="off"
                {...register(`lineItems.${index}.${name}`)}
                {...cell}
              />
            );
          })}
          <Input.Wrapper label="Amount" labelElement="div" className="line-amount">
            <div className="money">
              <LineAmount control={control} index={index} />
            </div>
          </Input.Wrapper>
          <CloseButton
            className="line-remove"
            aria-label={`Remove line ${index + 1}`}
            disabled={disabled}
            onClick={() => removeLine(index)}
          />
        </fieldset>
      ))}
      <div>
        <Button variant="default" size="xs" disabled={disabled} onClick={add}>
          Add line
        </Button>
      </div>
    </Stack>
  );
}
