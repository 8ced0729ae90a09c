import type { Invoice, Prisma } from '../../db/generated/sqlite/client.ts';
import { formatAmount } from '../../domain/money.ts';
import type { Problem } from '../../domain/problem.ts';
import { computeTotals, type Totals } from '../../domain/totals.ts';
import { DomainError, fail } from '../../errors.ts';
import { decodeId, encodeId } from '../../globalId.ts';
import { demand, type ServiceContext, type Tx } from '../service.ts';
import { demandUpdated, demandVersion } from '../versions.ts';
import {
  clientProblems,
  invoiceForChange,
  type LineInput,
  lineRows,
  minorOf,
  projectProblems,
  totalColumns,
} from './invoice.draft.ts';
import { changeDueDate } from './invoice.dueDate.ts';
import type { InvoiceUpdateInput } from './invoice.input.ts';
import { immutableFieldProblems, refusal } from './invoice.rules.ts';

/** Line items are replaced whole; one that names its id keeps it. */
async function replaceLines(tx: Tx, invoice: Invoice, lines: readonly LineInput[], totals: Totals) {
  const kept = lines.map((line) => (line.id == null ? null : decodeId('InvoiceLineItem', line.id)));
  const known = await tx.invoiceLineItem.findMany({
    where: { invoiceId: invoice.id },
    select: { id: true },
  });
  const ids = new Set(known.map((line) => line.id));
  const problems = lines.flatMap((line, index): Problem[] => {
    const id = kept[index] ?? null;
    const twice = id !== null && kept.indexOf(id) !== index;
    return line.id != null && (id === null || !ids.has(id) || twice)
      ? [
          {
            code: 'NOT_FOUND',
            message: 'There is no such line item.',
            field: ['lineItems', String(index), 'id'],
          },
        ]
      : [];
  });
  if (problems.length > 0) throw new DomainError(problems);
  await tx.invoiceLineItem.deleteMany({ where: { invoiceId: invoice.id } });
  await tx.invoiceLineItem.createMany({
    data: lineRows(invoice, lines, totals).map((row, index) => {
      const id = kept[index];
      return id == null ? row : { ...row, id };
    }),
  });
}

type Changes = Omit<InvoiceUpdateInput, 'id' | 'expectedVersion'>;

const amountText = (minor: bigint | null, currencyCode: string) =>
  minor === null ? null : formatAmount(minor, currencyCode);

/** The current values of what an update may name, as the API shows them. */
function shownValues(invoice: Awaited<ReturnType<typeof invoiceForChange>>): Changes {
  return {
    clientId: encodeId('Client', invoice.clientId),
    projectId: invoice.projectId === null ? null : encodeId('Project', invoice.projectId),
    issueDate: invoice.issueDate,
    dueDate: invoice.dueDate,
    currencyCode: invoice.currencyCode,
    pricesIncludeTax: invoice.pricesIncludeTax,
    discountPercent: invoice.discountPercent,
    discountAmount: amountText(invoice.discountAmountMinor, invoice.currencyCode),
    memo: invoice.memo,
    purchaseOrderNumber: invoice.purchaseOrderNumber,
    lineItems: invoice.lineItems.map((line) => ({
      id: encodeId('InvoiceLineItem', line.id),
      description: line.description,
      quantity: line.quantity,
      unit: line.unit,
      unitPrice: line.unitPrice,
      discountPercent: line.discountPercent,
      discountAmount: amountText(line.discountAmountMinor, invoice.currencyCode),
      taxRate: line.taxRate,
    })),
  };
}

/** Changes a draft in any field, an issued invoice in memo, purchase order number and due date. */
export async function invoiceUpdate(context: ServiceContext, input: InvoiceUpdateInput) {
  const { id: globalId, expectedVersion, ...given } = input;
  return context.db.transaction(async (tx) => {
    const invoice = await invoiceForChange(context, tx, globalId);
    const { id, companyId } = invoice;
    demand(context, companyId, 'invoices:write');
    const current = shownValues(invoice);
    demandVersion(expectedVersion, invoice.rowVersion, given, { ...current });
    const refused = refusal('EDIT', invoice);
    if (refused !== null) fail(refused);
    const asked = Object.entries(given).filter(([, value]) => value !== undefined);
    const where = { id, rowVersion: expectedVersion };
    const texts = { memo: given.memo, purchaseOrderNumber: given.purchaseOrderNumber };
    if (invoice.state === 'ISSUED') {
      const problems = immutableFieldProblems(asked.map(([field]) => field));
      if (problems.length > 0) throw new DomainError(problems);
      const dueDate = await changeDueDate(context, tx, invoice, given.dueDate ?? invoice.dueDate);
      const data = { ...texts, dueDate, rowVersion: { increment: 1 } };
      demandUpdated((await tx.invoice.updateMany({ where, data })).count);
      return id;
    }
    const next = { ...current, ...Object.fromEntries(asked) } as Required<typeof current>;
    const clientId = decodeId('Client', next.clientId ?? '');
    const projectId = next.projectId == null ? null : decodeId('Project', next.projectId);
    const currencyCode = next.currencyCode ?? invoice.currencyCode;
    const pricesIncludeTax = next.pricesIncludeTax ?? false;
    const lines = next.lineItems ?? [];
    // A new kind of discount takes the place of the other one.
    const discountAmount =
      given.discountPercent != null && given.discountAmount == null ? null : next.discountAmount;
    const discountPercent =
      given.discountAmount != null && given.discountPercent == null ? null : next.discountPercent;
    const totals = computeTotals({
      currencyCode,
      pricesIncludeTax,
      lineItems: lines,
      discountPercent,
      discountAmount,
    });
    const problems = [
      ...(await clientProblems(tx, companyId, clientId)),
      ...(next.projectId == null
        ? []
        : await projectProblems(tx, { companyId, clientId, projectId })),
      ...(totals.ok ? [] : totals.problems),
    ];
    if (problems.length > 0 || clientId === null || !totals.ok) throw new DomainError(problems);
    const data: Prisma.InvoiceUncheckedUpdateManyInput = {
      ...texts,
      clientId,
      projectId,
      currencyCode,
      pricesIncludeTax,
      issueDate: next.issueDate ?? null,
      dueDate: next.dueDate ?? null,
      discountPercent: discountPercent ?? null,
      discountAmountMinor: minorOf(discountAmount, currencyCode),
      ...totalColumns(totals.value),
      rowVersion: { increment: 1 },
    };
    demandUpdated((await tx.invoice.updateMany({ where, data })).count);
    await replaceLines(tx, { ...invoice, currencyCode }, lines, totals.value);
    return id;
  });
}
