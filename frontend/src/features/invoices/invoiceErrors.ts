import type { UseFormReturn } from 'react-hook-form';
import { computeTotals } from '../../../../backend/domain/totals.ts';
import type { UserError } from '../../lib/mutations.ts';
import { formPath, type InvoiceValues, toTotalsInput } from './invoiceForm.ts';

type Form = UseFormReturn<InvoiceValues>;

/** Puts each problem beside its field; what belongs to no field comes back as text. */
export function showErrors(
  form: Form,
  values: InvoiceValues,
  userErrors: readonly Pick<UserError, 'message' | 'field'>[],
): string | null {
  const general: string[] = [];
  let focused = false;
  for (const { field, message } of userErrors) {
    const path = formPath(field ?? [], values);
    if (path === null) {
      general.push(message);
      continue;
    }
    form.setError(path, { type: 'server', message }, { shouldFocus: !focused });
    focused = true;
  }
  return general.length === 0 ? null : general.join(' ');
}

/**
 * Shows amounts that cannot be read before the server has to say so.
 * @returns false when there are some.
 */
export function amountsReadable(form: Form, values: InvoiceValues, currencyCode: string): boolean {
  const totals = computeTotals(toTotalsInput(values, currencyCode));
  if (totals.ok) return true;
  for (const { field = [], message } of totals.problems) {
    const [first, index, name] = field;
    // These paths count all lines of the form, also those that would be left out of the input.
    if (first !== 'lineItems') form.setError('discount', { message });
    else if (index === undefined || name === undefined) form.setError('root', { message });
    else form.setError(`lineItems.${Number(index)}.${name as 'quantity'}`, { message });
  }
  return false;
}
