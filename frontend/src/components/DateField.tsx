import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { isCivilDate } from '../../../backend/domain/civilDate.ts';

interface DateFieldProps extends Omit<TextInputProps, 'value' | 'onChange' | 'type'> {
  /** A civil date, or empty. */
  readonly value: string;
  readonly onChange: (date: string) => void;
}

/**
 * A date that acts at once, such as a filter. While a year is typed digit by digit the browser
 * reports the years 2, 20 and 202 too, and while a part is retyped it reports nothing: neither is
 * handed over.
 */
export function DateField({ value, onChange, ...props }: DateFieldProps) {
  const [typed, setTyped] = useState(value);
  const [given, setGiven] = useState(value);
  if (given !== value) {
    setGiven(value);
    setTyped(value);
  }
  const leave = () => {
    if (typed === value) return;
    if (typed === '') onChange('');
    setTyped(value);
  };
  return (
    <TextInput
      {...props}
      type="date"
      value={typed}
      onChange={(event) => {
        const date = event.currentTarget.value;
        setTyped(date);
        if (isCivilDate(date)) onChange(date);
      }}
      onBlur={leave}
    />
  );
}
