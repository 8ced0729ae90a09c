import { lockInvoices } from '../../db/database.ts';
import { allocationEffectiveOn } from '../../domain/ledger.ts';
import { parseMoneyAmount } from '../../domain/money.ts';
import type { Problem } from '../../domain/problem.ts';
import { DomainError, fail, notFound } from '../../errors.ts';
import { decodeId } from '../../globalId.ts';
import { once } from '../idempotency.ts';
import {
  demand,
  demandCompany,
  type ServiceContext,
  type Tx,
  todayOf,
  unlessDuplicate,
} from '../service.ts';
import type { PaymentRecordInput, PaymentReverseInput } from './payment.input.ts';
import { visiblePayments } from './payment.policy.ts';
import { paymentProblems, reversalProblem } from './payment.rules.ts';

/** Reads the amounts; a text that is none becomes a problem at its path and counts as zero. */
function readAmounts(input: PaymentRecordInput) {
  const problems: Problem[] = [];
  const read = (text: string, field: string[]): bigint => {
    const parsed = parseMoneyAmount(text, input.currencyCode);
    if (parsed.ok) return parsed.value.minor;
    problems.push({ ...parsed.problem, field });
    return 0n;
  };
  const amountMinor = read(input.amount, ['amount']);
  const allocations = input.allocations.map((one, index) => ({
    invoiceId: decodeId('Invoice', one.invoiceId),
    amountMinor: read(one.amount, ['allocations', String(index), 'amount']),
  }));
  if (problems.length > 0) throw new DomainError(problems);
  return { amountMinor, allocations };
}

const REFERENCE_TAKEN: Problem = {
  code: 'DUPLICATE_REFERENCE',
  message:
    'A payment with this method and reference exists. Set allowDuplicateReference if it is meant.',
  field: ['reference'],
};

/** Whether an earlier payment has the reference and the sender says so; the index refuses others. */
async function repeatsOnPurpose(tx: Tx, companyId: number, input: PaymentRecordInput) {
  const { method, reference } = input;
  if (!reference || input.allowDuplicateReference !== true) return false;
  return (await tx.payment.findFirst({ where: { companyId, method, reference } })) !== null;
}

/** Records money received and what it settles; invoices are locked in id order. */
export async function paymentRecord(
  context: ServiceContext,
  input: PaymentRecordInput,
): Promise<number> {
  const { db, now } = context;
  const companyId = demandCompany(context, decodeId('Company', input.companyId), 'payments:record');
  const { amountMinor, allocations } = readAmounts(input);
  const { currencyCode, receivedOn, method } = input;
  return db.transaction((tx) => {
    const keyed = { companyId, key: input.idempotencyKey, mutation: 'paymentRecord', input, now };
    return once(tx, keyed, async () => {
      const clientId = decodeId('Client', input.clientId);
      const client =
        clientId === null
          ? null
          : await tx.client.findFirst({ where: { id: clientId, companyId } });
      if (client === null) return notFound('client', 'clientId');
      const ids = allocations.map((one) => one.invoiceId).filter((id) => id !== null);
      await lockInvoices(db, tx, companyId, ids);
      const invoices = await tx.invoice.findMany({ where: { companyId, id: { in: ids } } });
      const byId = new Map(invoices.map((invoice) => [invoice.id, invoice]));
      const settled = allocations.map((one) => ({
        invoice: byId.get(one.invoiceId ?? 0) ?? null,
        amountMinor: one.amountMinor,
      }));
      const facts = {
        clientId: client.id,
        currencyCode,
        amountMinor,
        receivedOn,
        allocations: settled,
      };
      const problems = paymentProblems(facts, todayOf(context, companyId));
      if (problems.length > 0) throw new DomainError(problems);
      const payment = await unlessDuplicate(
        tx.payment.create({
          data: {
            companyId,
            clientId: client.id,
            currencyCode,
            amountMinor,
            receivedOn,
            method,
            reference: input.reference || null,
            referenceRepeats: await repeatsOnPurpose(tx, companyId, input),
            createdAt: now,
          },
        }),
        REFERENCE_TAKEN,
      );
      const parts = settled.flatMap(({ invoice, amountMinor: part }) =>
        invoice === null
          ? []
          : [
              {
                companyId,
                paymentId: payment.id,
                invoiceId: invoice.id,
                amountMinor: part,
                effectiveOn: allocationEffectiveOn(receivedOn, invoice.issueDate ?? receivedOn),
              },
            ],
      );
      await tx.paymentAllocation.createMany({ data: parts });
      await tx.receivableEntry.createMany({
        data: parts.map((part) => ({
          ...part,
          kind: 'PAYMENT' as const,
          amountMinor: -part.amountMinor,
          recordedAt: now,
        })),
      });
      for (const part of parts) await move(tx, part.invoiceId, -part.amountMinor);
      return payment.id;
    });
  });
}

/** Moves the cached balance of an invoice, and with it what counts as paid. */
async function move(tx: Tx, invoiceId: number, amountMinor: bigint): Promise<void> {
  await tx.invoice.update({
    where: { id: invoiceId },
    data: {
      balanceMinor: { increment: amountMinor },
      paidMinor: { decrement: amountMinor },
      rowVersion: { increment: 1 },
    },
  });
}

/** Undoes a payment by a dated record of its own: every allocation is owed again. */
export async function paymentReverse(
  context: ServiceContext,
  input: PaymentReverseInput,
): Promise<number> {
  const { db, now } = context;
  return db.transaction(async (tx) => {
    const find = () =>
      tx.payment.findFirst({
        where: { id: decodeId('Payment', input.id) ?? 0, ...visiblePayments(context.viewer) },
        include: { allocations: true },
      });
    const seen = await find();
    if (seen === null) return notFound('payment', 'id');
    const { companyId } = seen;
    demand(context, companyId, 'payments:reverse');
    const keyed = { companyId, key: input.idempotencyKey, mutation: 'paymentReverse', input, now };
    return once(tx, keyed, async () => {
      await lockInvoices(
        db,
        tx,
        companyId,
        seen.allocations.map((one) => one.invoiceId),
      );
      // Under the lock of its invoices nobody else can be reversing it.
      const payment = (await find()) ?? notFound('payment', 'id');
      const today = todayOf(context, companyId);
      const reversedOn =
        input.reversedOn ?? (payment.receivedOn > today ? payment.receivedOn : today);
      const problem = reversalProblem(payment, reversedOn, today);
      if (problem !== null) fail(problem);
      await tx.payment.update({
        where: { id: payment.id },
        data: { reversedOn, reversalReason: input.reason ?? null, rowVersion: { increment: 1 } },
      });
      await tx.receivableEntry.createMany({
        data: payment.allocations.map((part) => ({
          companyId,
          invoiceId: part.invoiceId,
          paymentId: payment.id,
          kind: 'PAYMENT_REVERSED' as const,
          amountMinor: part.amountMinor,
          effectiveOn: reversedOn > part.effectiveOn ? reversedOn : part.effectiveOn,
          recordedAt: now,
        })),
      });
      const inOrder = [...payment.allocations].sort((a, b) => a.invoiceId - b.invoiceId);
      for (const part of inOrder) await move(tx, part.invoiceId, part.amountMinor);
      return payment.id;
    });
  });
}
