import { TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import { settledDiscount } from './invoiceDiscount.ts';
import type { InvoiceValues } from './invoiceForm.ts';

interface DiscountInputProps {
  readonly form: UseFormReturn<InvoiceValues>;
  readonly name: 'discount' | `lineItems.${number}.discount`;
  readonly error: string | undefined;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

/** A discount in percent or as an amount; which of the two stands beside the number. */
export function DiscountInput({ form, name, error, onKeyDown }: DiscountInputProps) {
  const { control, getValues, register, setValue } = form;
  const currencyCode = useWatch({ control, name: 'currencyCode' });
  const settle = () => {
    const typed = getValues(name);
    const settled = settledDiscount(typed, currencyCode);
    if (settled !== typed) setValue(name, settled, { shouldDirty: true });
  };
  return (
    <TextInput
      label="Discount"
      placeholder={`% or ${currencyCode}`}
      autoComplete="off"
      className="decimal"
      onKeyDown={onKeyDown}
      {...register(name, { onBlur: settle })}
      error={error}
    />
  );
}
