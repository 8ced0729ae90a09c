import { describe, expect, it } from 'vitest';
import {
  daysPastDue,
  INVOICE_ACTS,
  type InvoiceFacts,
  invoiceStatus,
  refusal,
} from './invoice.rules.ts';

const TODAY = '2026-07-31';
const invoice = (more: Partial<InvoiceFacts> = {}): InvoiceFacts & { lineItemCount: number } => ({
  state: 'ISSUED',
  issueDate: '2026-07-01',
  dueDate: '2026-07-31',
  totalMinor: 100n,
  paidMinor: 0n,
  balanceMinor: 100n,
  lineItemCount: 1,
  ...more,
});
const draft = invoice({ state: 'DRAFT', balanceMinor: 0n });
const paid = invoice({ paidMinor: 100n, balanceMinor: 0n });
const partial = invoice({ paidMinor: 40n, balanceMinor: 60n });

describe('the status of an invoice', () => {
  it.each([
    ['DRAFT', draft],
    ['VOID', invoice({ state: 'VOID', balanceMinor: 0n })],
    ['WRITTEN_OFF', invoice({ state: 'WRITTEN_OFF', balanceMinor: 0n })],
    ['PAID', paid],
    ['PAID', invoice({ totalMinor: 0n, balanceMinor: 0n })],
    ['OVERDUE', invoice({ dueDate: '2026-07-30' })],
    ['OVERDUE', { ...partial, dueDate: '2026-07-30' }],
    ['PARTIALLY_PAID', partial],
    ['ISSUED', invoice()],
  ] as const)('is %s by its priority', (status, facts) => {
    expect(invoiceStatus(facts, TODAY)).toBe(status);
  });

  it('counts days from the due date, and none where nothing is owed', () => {
    expect(daysPastDue(invoice({ dueDate: '2026-07-01' }), TODAY)).toBe(30);
    expect(daysPastDue(paid, TODAY)).toBeNull();
  });
});

describe('what may be done with an invoice', () => {
  const codes = (facts: typeof draft) =>
    Object.fromEntries(INVOICE_ACTS.map((act) => [act, refusal(act, facts)?.code ?? null]));

  it('lets a draft be edited, issued and deleted', () => {
    expect(codes(draft)).toMatchObject({
      EDIT: null,
      ISSUE: null,
      DELETE: null,
      VOID: 'NOT_ISSUED',
      WRITE_OFF: 'NOT_ISSUED',
    });
    expect(codes({ ...draft, lineItemCount: 0 })).toMatchObject({ ISSUE: 'NO_LINE_ITEMS' });
    expect(codes({ ...draft, totalMinor: -1n })).toMatchObject({ ISSUE: 'NEGATIVE_TOTAL' });
  });

  it('never lets an issued one return to a draft', () => {
    expect(codes(invoice())).toMatchObject({
      ISSUE: 'NOT_DRAFT',
      DELETE: 'NOT_DRAFT',
      VOID: null,
      WRITE_OFF: null,
    });
    expect(codes(partial)).toMatchObject({ VOID: 'HAS_PAYMENTS', RECORD_PAYMENT: null });
    expect(codes(paid)).toMatchObject({
      VOID: 'HAS_PAYMENTS',
      WRITE_OFF: 'NOTHING_DUE',
      RECORD_PAYMENT: 'NOTHING_DUE',
    });
  });

  it('reverses only what was written off', () => {
    const closed = invoice({ state: 'WRITTEN_OFF', balanceMinor: 0n });
    expect(codes(closed)).toMatchObject({ WRITE_OFF_REVERSE: null, VOID: 'NOT_ISSUED' });
    expect(codes(invoice())).toMatchObject({ WRITE_OFF_REVERSE: 'NOT_WRITTEN_OFF' });
  });
});
