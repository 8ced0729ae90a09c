import type { Invoice } from '../../db/generated/sqlite/client.ts';
import { DomainError, fail } from '../../errors.ts';
import { demand, type ServiceContext, type Tx, todayOf } from '../service.ts';
import { demandUpdated, demandVersion } from '../versions.ts';
import { invoiceForChange } from './invoice.draft.ts';
import type { InvoiceDueDateChangeInput } from './invoice.input.ts';
import { issueDateProblems, refusal } from './invoice.rules.ts';

/** Keeps the replaced due date as history, so that the ageing of earlier dates stays what it was. */
export async function changeDueDate(
  context: ServiceContext,
  tx: Tx,
  invoice: Invoice,
  dueDate: string | null,
): Promise<string | null> {
  const previousDueDate = invoice.dueDate;
  if (dueDate === null || previousDueDate === null || dueDate === previousDueDate) {
    return previousDueDate;
  }
  const problems = issueDateProblems(invoice.issueDate ?? dueDate, dueDate);
  if (problems.length > 0) throw new DomainError(problems);
  await tx.dueDateChange.create({
    data: {
      companyId: invoice.companyId,
      invoiceId: invoice.id,
      previousDueDate,
      dueDate,
      effectiveOn: todayOf(context, invoice.companyId),
      recordedAt: context.now,
    },
  });
  return dueDate;
}

/** Moves the due date of an issued invoice. */
export async function invoiceDueDateChange(
  context: ServiceContext,
  input: InvoiceDueDateChangeInput,
) {
  return context.db.transaction(async (tx) => {
    const invoice = await invoiceForChange(context, tx, input.id);
    demand(context, invoice.companyId, 'invoices:write');
    demandVersion(
      input.expectedVersion,
      invoice.rowVersion,
      { dueDate: input.dueDate },
      { dueDate: invoice.dueDate },
    );
    const refused = refusal('CHANGE_DUE_DATE', invoice);
    if (refused !== null) fail(refused);
    const dueDate = await changeDueDate(context, tx, invoice, input.dueDate);
    const where = { id: invoice.id, rowVersion: input.expectedVersion };
    const data = { dueDate, rowVersion: { increment: 1 } };
    demandUpdated((await tx.invoice.updateMany({ where, data })).count);
    return invoice.id;
  });
}
