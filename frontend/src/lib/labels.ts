import type {
  AgeingBasis,
  AgeingGroup,
  InvoiceActionName,
  InvoiceStatus,
  PaymentMethod,
  ReceivableKind,
} from '../gql/generated.ts';

export const STATUS_LABELS: Record<InvoiceStatus, string> = {
  DRAFT: 'Draft',
  ISSUED: 'Issued',
  PARTIALLY_PAID: 'Partially paid',
  PAID: 'Paid',
  OVERDUE: 'Overdue',
  VOID: 'Void',
  WRITTEN_OFF: 'Written off',
};

export const ACTION_LABELS: Record<InvoiceActionName, string> = {
  EDIT: 'Edit',
  ISSUE: 'Issue',
  RECORD_PAYMENT: 'Record payment',
  CHANGE_DUE_DATE: 'Change due date',
  DUPLICATE: 'Duplicate',
  VOID: 'Void',
  WRITE_OFF: 'Write off',
  WRITE_OFF_REVERSE: 'Reverse write-off',
  DELETE: 'Delete draft',
};

export const METHOD_LABELS: Record<PaymentMethod, string> = {
  BANK_TRANSFER: 'Bank transfer',
  CHECK: 'Check',
  CARD: 'Card',
  CASH: 'Cash',
  DIRECT_DEBIT: 'Direct debit',
  OTHER: 'Other',
};

export const LEDGER_LABELS: Record<ReceivableKind, string> = {
  ISSUED: 'Issued',
  PAYMENT: 'Payment',
  PAYMENT_REVERSED: 'Payment reversed',
  VOIDED: 'Voided',
  WRITTEN_OFF: 'Written off',
  WRITE_OFF_REVERSED: 'Write-off reversed',
};

export const BASIS_LABELS: Record<AgeingBasis, string> = {
  DUE_DATE: 'Due date',
  ISSUE_DATE: 'Issue date',
};

export const GROUP_LABELS: Record<AgeingGroup, string> = { CLIENT: 'Client', PROJECT: 'Project' };

/** A bucket of an ageing report, in words. */
export const bucketLabel = (label: string, unit = ' days'): string =>
  label === 'CURRENT' ? 'Current' : label + unit;

/** A label record as the options of a select, in the record's order. */
export const options = <Value extends string>(labels: Record<Value, string>) =>
  Object.entries<string>(labels).map(([value, label]) => ({ value: value as Value, label }));
