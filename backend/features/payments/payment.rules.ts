import { addDays, type CivilDate } from '../../domain/civilDate.ts';
import { formatAmount } from '../../domain/money.ts';
import type { Problem } from '../../domain/problem.ts';

export interface AllocatedInvoice {
  readonly id: number;
  readonly clientId: number;
  readonly currencyCode: string;
  readonly state: 'DRAFT' | 'ISSUED' | 'VOID' | 'WRITTEN_OFF';
  readonly balanceMinor: bigint;
}

export interface PaymentFacts {
  readonly clientId: number;
  readonly currencyCode: string;
  readonly amountMinor: bigint;
  readonly receivedOn: CivilDate;
  /** Null where there is no such invoice for the viewer. */
  readonly allocations: readonly { invoice: AllocatedInvoice | null; amountMinor: bigint }[];
}

function allocationProblem(payment: PaymentFacts, index: number): Problem | null {
  const allocation = payment.allocations[index];
  const at = (name: string) => ['allocations', String(index), name];
  const invoice = allocation?.invoice ?? null;
  if (allocation === undefined || invoice === null) {
    return { code: 'NOT_FOUND', message: 'There is no such invoice.', field: at('invoiceId') };
  }
  const first = payment.allocations.findIndex((one) => one.invoice?.id === invoice.id);
  if (first !== index) {
    return { code: 'INVALID', message: 'This invoice is named twice.', field: at('invoiceId') };
  }
  if (invoice.clientId !== payment.clientId) {
    return {
      code: 'WRONG_CLIENT',
      message: 'The invoice is another client’s.',
      field: at('invoiceId'),
    };
  }
  if (invoice.currencyCode !== payment.currencyCode) {
    const message = `The invoice is in ${invoice.currencyCode}.`;
    return { code: 'CURRENCY_MISMATCH', message, field: at('invoiceId') };
  }
  if (invoice.state !== 'ISSUED') {
    return {
      code: 'NOT_ISSUED',
      message: 'Only an issued invoice can be paid.',
      field: at('invoiceId'),
    };
  }
  if (allocation.amountMinor <= 0n) {
    return { code: 'INVALID', message: 'Allocate more than zero.', field: at('amount') };
  }
  const excess = allocation.amountMinor - invoice.balanceMinor;
  if (excess <= 0n) return null;
  const details = {
    excess: formatAmount(excess, invoice.currencyCode),
    balance: formatAmount(invoice.balanceMinor, invoice.currencyCode),
  };
  const message = `The invoice owes ${details.balance} ${invoice.currencyCode}; this is ${details.excess} too much.`;
  return { code: 'OVERPAYMENT', message, field: at('amount'), details };
}

/** Every reason why a payment may not be recorded; balances must be read under lock. */
export function paymentProblems(payment: PaymentFacts, today: CivilDate): Problem[] {
  const problems: Problem[] = [];
  if (payment.amountMinor <= 0n) {
    problems.push({ code: 'INVALID', message: 'A payment is more than zero.', field: ['amount'] });
  }
  if (payment.receivedOn > addDays(today, 1)) {
    const message = 'A payment cannot be received later than tomorrow.';
    problems.push({ code: 'DATE_OUT_OF_RANGE', message, field: ['receivedOn'] });
  }
  for (const index of payment.allocations.keys()) {
    const problem = allocationProblem(payment, index);
    if (problem !== null) problems.push(problem);
  }
  const allocated = payment.allocations.reduce((sum, one) => sum + one.amountMinor, 0n);
  if (allocated !== payment.amountMinor) {
    problems.push({
      code: 'ALLOCATION_MISMATCH',
      message: `The allocations add up to ${formatAmount(allocated, payment.currencyCode)}, the payment is ${formatAmount(payment.amountMinor, payment.currencyCode)} ${payment.currencyCode}.`,
      field: ['allocations'],
    });
  }
  return problems;
}

/** Why a payment may not be reversed on a day, or null. */
export function reversalProblem(
  payment: { receivedOn: CivilDate; reversedOn: CivilDate | null },
  reversedOn: CivilDate,
  today: CivilDate,
): Problem | null {
  if (payment.reversedOn !== null) {
    return {
      code: 'ALREADY_REVERSED',
      message: `It was reversed on ${payment.reversedOn}.`,
      field: ['id'],
    };
  }
  if (reversedOn >= payment.receivedOn && reversedOn <= addDays(today, 1)) return null;
  const message = `Choose a date from ${payment.receivedOn}, when it was received, to tomorrow.`;
  return { code: 'DATE_OUT_OF_RANGE', message, field: ['reversedOn'] };
}
