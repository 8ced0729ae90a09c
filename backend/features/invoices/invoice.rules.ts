import { type CivilDate, daysBetween } from '../../domain/civilDate.ts';
import type { Problem, ProblemCode } from '../../domain/problem.ts';
import { PROBLEM_CODES } from '../../domain/problem.ts';

export type InvoiceState = 'DRAFT' | 'ISSUED' | 'VOID' | 'WRITTEN_OFF';

/** Every status with what it means, in the order of its priority. */
export const INVOICE_STATUSES = {
  DRAFT: { description: 'Being written; owes nothing.' },
  VOID: { description: 'Taken back after the issue; the number stays used.' },
  WRITTEN_OFF: { description: 'Given up.' },
  PAID: { description: 'Issued; nothing is owed.' },
  OVERDUE: { description: 'Something is owed and the due date has passed.' },
  PARTIALLY_PAID: { description: 'Something was paid, something is owed, not overdue.' },
  ISSUED: { description: 'Nothing was paid yet, not overdue.' },
} as const;
export type InvoiceStatus = keyof typeof INVOICE_STATUSES;

/** What the rules look at; amounts in minor units. */
export interface InvoiceFacts {
  readonly state: InvoiceState;
  readonly issueDate: CivilDate | null;
  readonly dueDate: CivilDate | null;
  readonly totalMinor: bigint;
  readonly paidMinor: bigint;
  readonly balanceMinor: bigint;
}

export const isOverdue = (invoice: InvoiceFacts, today: CivilDate): boolean =>
  invoice.state === 'ISSUED' &&
  invoice.balanceMinor > 0n &&
  invoice.dueDate !== null &&
  invoice.dueDate < today;

/** Calendar days since the due date; negative before it; null while nothing is owed. */
export const daysPastDue = (invoice: InvoiceFacts, today: CivilDate): number | null =>
  invoice.state === 'ISSUED' && invoice.balanceMinor > 0n && invoice.dueDate !== null
    ? daysBetween(invoice.dueDate, today)
    : null;

/** The one status shown, by the priority of the domain rules; nothing of it is stored. */
export function invoiceStatus(invoice: InvoiceFacts, today: CivilDate): InvoiceStatus {
  if (invoice.state !== 'ISSUED') return invoice.state;
  if (invoice.balanceMinor <= 0n) return 'PAID';
  if (isOverdue(invoice, today)) return 'OVERDUE';
  return invoice.paidMinor > 0n ? 'PARTIALLY_PAID' : 'ISSUED';
}

export const INVOICE_ACTS = [
  'EDIT',
  'ISSUE',
  'DELETE',
  'DUPLICATE',
  'CHANGE_DUE_DATE',
  'RECORD_PAYMENT',
  'VOID',
  'WRITE_OFF',
  'WRITE_OFF_REVERSE',
] as const;
export type InvoiceAct = (typeof INVOICE_ACTS)[number];

type Refusal = (invoice: InvoiceFacts & { lineItemCount: number }) => ProblemCode | null;

const onlyDraft: Refusal = ({ state }) => (state === 'DRAFT' ? null : 'NOT_DRAFT');
const onlyIssued: Refusal = ({ state }) => (state === 'ISSUED' ? null : 'NOT_ISSUED');
const onlyOwed: Refusal = (invoice) =>
  onlyIssued(invoice) ?? (invoice.balanceMinor > 0n ? null : 'NOTHING_DUE');

/** The lifecycle: per act, why it is refused; null allows it. */
const REFUSALS: Record<InvoiceAct, Refusal> = {
  // An issued invoice still takes a memo, a purchase order number and a due date.
  EDIT: ({ state }) => (state === 'DRAFT' || state === 'ISSUED' ? null : 'NOT_ISSUED'),
  ISSUE: (invoice) => {
    const notDraft = onlyDraft(invoice);
    if (notDraft !== null) return notDraft;
    if (invoice.lineItemCount === 0) return 'NO_LINE_ITEMS';
    return invoice.totalMinor < 0n ? 'NEGATIVE_TOTAL' : null;
  },
  DELETE: onlyDraft,
  DUPLICATE: () => null,
  CHANGE_DUE_DATE: onlyIssued,
  RECORD_PAYMENT: onlyOwed,
  VOID: (invoice) => onlyIssued(invoice) ?? (invoice.paidMinor > 0n ? 'HAS_PAYMENTS' : null),
  WRITE_OFF: onlyOwed,
  WRITE_OFF_REVERSE: ({ state }) => (state === 'WRITTEN_OFF' ? null : 'NOT_WRITTEN_OFF'),
};

/** Why an act is refused now, or null when it is allowed. */
export function refusal(
  act: InvoiceAct,
  invoice: InvoiceFacts & { lineItemCount: number },
): Problem | null {
  const code = REFUSALS[act](invoice);
  return code === null ? null : { code, message: PROBLEM_CODES[code] };
}

/** What an issue needs of its dates. */
export function issueDateProblems(issueDate: CivilDate, dueDate: CivilDate): Problem[] {
  return dueDate < issueDate
    ? [{ code: 'DUE_BEFORE_ISSUE', message: PROBLEM_CODES.DUE_BEFORE_ISSUE, field: ['dueDate'] }]
    : [];
}

/** Fields that may change after the issue. */
const MUTABLE_WHEN_ISSUED = new Set(['memo', 'purchaseOrderNumber', 'dueDate']);

/** Names each field of an update that an issued invoice refuses. */
export const immutableFieldProblems = (fields: readonly string[]): Problem[] =>
  fields
    .filter((field) => !MUTABLE_WHEN_ISSUED.has(field))
    .map((field) => ({
      code: 'IMMUTABLE_FIELD',
      message: PROBLEM_CODES.IMMUTABLE_FIELD,
      field: [field],
    }));
