import type { UseFormReturn } from 'react-hook-form';
import { computeTotals } from '../../../../backend/domain/totals.ts';
import { type UserError, userErrorMessage } from '../../lib/mutations.ts';
import { formPath, type InvoiceValues, lineField, toTotalsInput } from './invoiceForm.ts';

type Form = UseFormReturn<InvoiceValues>;

/** Puts each problem beside its field; what belongs to no field comes back as text. */
export function showErrors(
  form: Form,
  values: InvoiceValues,
  userErrors: readonly UserError[],
): string | null {
  const general: string[] = [];
  let focused = false;
  for (const one of userErrors) {
    const path = formPath(one.field ?? [], values);
    const message = userErrorMessage(one);
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
export function amountsReadable(form: Form, values: InvoiceValues): boolean {
  const totals = computeTotals(toTotalsInput(values));
  if (totals.ok) return true;
  for (const [place, { field = [], message }] of totals.problems.entries()) {
    const [first, index, name = ''] = field;
    const cell = lineField(name);
    const focus = { shouldFocus: place === 0 };
    // These paths count all lines of the form, also those that would be left out of the input.
    if (first !== 'lineItems') form.setError('discount', { message }, focus);
    else if (index === undefined || cell === null) form.setError('root', { message });
    else form.setError(`lineItems.${Number(index)}.${cell}`, { message }, focus);
  }
  return false;
}
