import { lockInvoices } from '../../db/database.ts';
import type { Prisma } from '../../db/generated/sqlite/client.ts';
import type { ReceivableKind } from '../../domain/ledger.ts';
import { fail } from '../../errors.ts';
import { demand, type ServiceContext, type Tx, todayOf } from '../service.ts';
import { demandUpdated, demandVersion } from '../versions.ts';
import { invoiceForChange } from './invoice.draft.ts';
import type { InvoiceCloseInput } from './invoice.input.ts';
import { type InvoiceAct, refusal } from './invoice.rules.ts';

type Loaded = Awaited<ReturnType<typeof invoiceForChange>>;

interface Closing {
  readonly act: InvoiceAct;
  readonly kind: ReceivableKind;
  /** The signed ledger amount. */
  amount(invoice: Loaded, tx: Tx): Promise<bigint>;
  change(date: string, reason: string | null): Prisma.InvoiceUncheckedUpdateManyInput;
}

/** Void, write off and its reversal are one act with other columns. */
async function close(context: ServiceContext, input: InvoiceCloseInput, closing: Closing) {
  return context.db.transaction(async (tx) => {
    const seen = await invoiceForChange(context, tx, input.id);
    const { id, companyId } = seen;
    demand(context, companyId, 'invoices:close');
    await lockInvoices(context.db, tx, companyId, [id]);
    const invoice = await invoiceForChange(context, tx, input.id);
    demandVersion(input.expectedVersion, invoice.rowVersion);
    const refused = refusal(closing.act, invoice);
    if (refused !== null) fail(refused);
    const today = todayOf(context, companyId);
    const date =
      input.date ??
      (invoice.issueDate !== null && invoice.issueDate > today ? invoice.issueDate : today);
    const last = await tx.receivableEntry.findFirst({
      where: { companyId, invoiceId: id },
      orderBy: { effectiveOn: 'desc' },
    });
    // A closing before the last movement would make the balance of the days between negative.
    const earliest = last?.effectiveOn ?? date;
    if (date < earliest || (date > today && date > earliest)) {
      fail({
        code: 'DATE_OUT_OF_RANGE',
        message: `Choose a date from ${earliest} to ${today > earliest ? today : earliest}.`,
        field: ['date'],
      });
    }
    const amountMinor = await closing.amount(invoice, tx);
    const updated = await tx.invoice.updateMany({
      where: { id, rowVersion: input.expectedVersion },
      data: {
        ...closing.change(date, input.reason ?? null),
        balanceMinor: { increment: amountMinor },
        rowVersion: { increment: 1 },
      },
    });
    demandUpdated(updated.count);
    await tx.receivableEntry.create({
      data: {
        companyId,
        invoiceId: id,
        kind: closing.kind,
        amountMinor,
        effectiveOn: date,
        recordedAt: context.now,
      },
    });
    return id;
  });
}

/** Takes an issued invoice back; its number stays used. */
export const invoiceVoid = (context: ServiceContext, input: InvoiceCloseInput) =>
  close(context, input, {
    act: 'VOID',
    kind: 'VOIDED',
    amount: async (invoice) => -invoice.balanceMinor,
    change: (date, reason) => ({ state: 'VOID', voidedOn: date, closingReason: reason }),
  });

/** Gives up what is still owed. */
export const invoiceWriteOff = (context: ServiceContext, input: InvoiceCloseInput) =>
  close(context, input, {
    act: 'WRITE_OFF',
    kind: 'WRITTEN_OFF',
    amount: async (invoice) => -invoice.balanceMinor,
    change: (date, reason) => ({ state: 'WRITTEN_OFF', writtenOffOn: date, closingReason: reason }),
  });

/** Owes again what was written off. */
export const invoiceWriteOffReverse = (context: ServiceContext, input: InvoiceCloseInput) =>
  close(context, input, {
    act: 'WRITE_OFF_REVERSE',
    kind: 'WRITE_OFF_REVERSED',
    amount: async (invoice) => invoice.totalMinor - invoice.paidMinor - invoice.balanceMinor,
    change: (_date, reason) => ({ state: 'ISSUED', writtenOffOn: null, closingReason: reason }),
  });
