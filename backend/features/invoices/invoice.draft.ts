import type { Invoice } from '../../db/generated/sqlite/client.ts';
import { parseMoneyAmount } from '../../domain/money.ts';
import type { Problem } from '../../domain/problem.ts';
import { computeTotals, type Totals } from '../../domain/totals.ts';
import { DomainError, fail, notFound } from '../../errors.ts';
import { decodeId } from '../../globalId.ts';
import { once } from '../idempotency.ts';
import { demand, demandCompany, type ServiceContext, type Tx } from '../service.ts';
import { demandUpdated, demandVersion } from '../versions.ts';
import type {
  InvoiceCreateInput,
  InvoiceDeleteInput,
  InvoiceDuplicateInput,
  InvoicePreviewInput,
} from './invoice.input.ts';
import { visibleInvoices } from './invoice.policy.ts';
import { refusal } from './invoice.rules.ts';

export type LineInput = NonNullable<InvoiceCreateInput['lineItems']>[number];

/** The totals an input would have; @throws DomainError with every problem in it. */
export function previewTotals(input: InvoicePreviewInput): Totals {
  const result = computeTotals({ ...input, pricesIncludeTax: input.pricesIncludeTax ?? false });
  return result.ok ? result.value : fail(...result.problems);
}

/** A row of the viewer's companies for a change, with what the rules need. */
export async function invoiceForChange(context: ServiceContext, tx: Tx, globalId: string) {
  const id = decodeId('Invoice', globalId);
  const invoice =
    id === null
      ? null
      : await tx.invoice.findFirst({
          where: { id, ...visibleInvoices(context.viewer) },
          include: { lineItems: { orderBy: { position: 'asc' } }, company: true },
        });
  if (invoice === null) return notFound('invoice', 'id');
  return { ...invoice, lineItemCount: invoice.lineItems.length };
}

export async function clientProblems(
  tx: Tx,
  companyId: number,
  clientId: number | null,
): Promise<Problem[]> {
  const client =
    clientId === null ? null : await tx.client.findFirst({ where: { id: clientId, companyId } });
  return client === null
    ? [{ code: 'NOT_FOUND', message: 'There is no such client.', field: ['clientId'] }]
    : [];
}

export async function projectProblems(
  tx: Tx,
  where: { companyId: number; clientId: number | null; projectId: number | null },
): Promise<Problem[]> {
  const { companyId, clientId, projectId } = where;
  const project =
    projectId === null ? null : await tx.project.findFirst({ where: { id: projectId, companyId } });
  if (project === null) {
    return [{ code: 'NOT_FOUND', message: 'There is no such project.', field: ['projectId'] }];
  }
  return project.clientId === clientId
    ? []
    : [{ code: 'WRONG_CLIENT', message: 'The project is another client’s.', field: ['projectId'] }];
}

export function lineRows(
  { id: invoiceId, companyId, currencyCode }: Pick<Invoice, 'id' | 'companyId' | 'currencyCode'>,
  lines: readonly LineInput[],
  totals: Totals,
) {
  return lines.map((line, index) => {
    const computed = totals.lines[index];
    if (computed === undefined) throw new Error('totals and line items differ in number');
    return {
      companyId,
      invoiceId,
      position: index + 1,
      description: line.description,
      quantity: line.quantity,
      unit: line.unit ?? null,
      unitPrice: line.unitPrice,
      discountPercent: line.discountPercent ?? null,
      discountAmountMinor: minorOf(line.discountAmount, currencyCode),
      taxRate: line.taxRate ?? null,
      grossMinor: computed.gross,
      discountMinor: computed.discount,
      documentDiscountMinor: computed.documentDiscount,
      netMinor: computed.net,
      taxMinor: computed.tax,
    };
  });
}

export const totalColumns = (totals: Totals) => ({
  subtotalMinor: totals.subtotal,
  discountTotalMinor: totals.discountTotal,
  taxTotalMinor: totals.taxTotal,
  totalMinor: totals.total,
});

/** A discount amount as stored; `computeTotals` has refused what cannot be read. */
export const minorOf = (amount: string | null | undefined, currency: string): bigint | null => {
  const parsed = amount == null ? null : parseMoneyAmount(amount, currency);
  return parsed?.ok === true ? parsed.value.minor : null;
};

/** Creates a draft; an incomplete one is welcome, what is there must be right. */
export async function invoiceCreate(context: ServiceContext, input: InvoiceCreateInput) {
  const companyId = demandCompany(context, decodeId('Company', input.companyId), 'invoices:write');
  return context.db.transaction((tx) =>
    once(
      tx,
      { companyId, key: input.idempotencyKey, mutation: 'invoiceCreate', input, now: context.now },
      async () => {
        const company = await tx.company.findUniqueOrThrow({ where: { id: companyId } });
        const clientId = decodeId('Client', input.clientId);
        const projectId = input.projectId == null ? null : decodeId('Project', input.projectId);
        const currencyCode = input.currencyCode ?? company.currencyCode;
        const lines = input.lineItems ?? [];
        const pricesIncludeTax = input.pricesIncludeTax ?? false;
        const totals = computeTotals({
          ...input,
          currencyCode,
          pricesIncludeTax,
          lineItems: lines,
        });
        const problems = [
          ...(await clientProblems(tx, companyId, clientId)),
          ...(input.projectId == null
            ? []
            : await projectProblems(tx, { companyId, clientId, projectId })),
          ...(totals.ok ? [] : totals.problems),
        ];
        if (problems.length > 0 || clientId === null || !totals.ok) throw new DomainError(problems);
        const invoice = await tx.invoice.create({
          data: {
            companyId,
            clientId,
            projectId,
            currencyCode,
            pricesIncludeTax,
            issueDate: input.issueDate ?? null,
            dueDate: input.dueDate ?? null,
            discountPercent: input.discountPercent ?? null,
            discountAmountMinor: minorOf(input.discountAmount, currencyCode),
            memo: input.memo ?? null,
            purchaseOrderNumber: input.purchaseOrderNumber ?? null,
            ...totalColumns(totals.value),
            createdAt: context.now,
          },
        });
        await tx.invoiceLineItem.createMany({
          data: lineRows(invoice, lines, totals.value),
        });
        return invoice.id;
      },
    ),
  );
}

/** Deletes a draft: it is gone, and used no number. */
export async function invoiceDelete(context: ServiceContext, input: InvoiceDeleteInput) {
  return context.db.transaction(async (tx) => {
    const invoice = await invoiceForChange(context, tx, input.id);
    demand(context, invoice.companyId, 'invoices:write');
    demandVersion(input.expectedVersion, invoice.rowVersion);
    const refused = refusal('DELETE', invoice);
    if (refused !== null) fail(refused);
    const where = { id: invoice.id, rowVersion: input.expectedVersion };
    demandUpdated((await tx.invoice.deleteMany({ where })).count);
    return invoice.id;
  });
}

/** Copies any invoice into a new draft, without dates and number. */
export async function invoiceDuplicate(context: ServiceContext, input: InvoiceDuplicateInput) {
  return context.db.transaction(async (tx) => {
    const source = await invoiceForChange(context, tx, input.id);
    const { companyId } = source;
    demand(context, companyId, 'invoices:write');
    const keyed = { companyId, key: input.idempotencyKey, mutation: 'invoiceDuplicate', input };
    return once(tx, { ...keyed, now: context.now }, async () => {
      const { clientId, projectId, currencyCode, pricesIncludeTax, memo } = source;
      const { discountPercent, discountAmountMinor, subtotalMinor } = source;
      const { discountTotalMinor, taxTotalMinor, totalMinor } = source;
      const copy = await tx.invoice.create({
        data: {
          companyId,
          clientId,
          projectId,
          currencyCode,
          pricesIncludeTax,
          memo,
          discountPercent,
          discountAmountMinor,
          subtotalMinor,
          discountTotalMinor,
          taxTotalMinor,
          totalMinor,
          createdAt: context.now,
        },
      });
      await tx.invoiceLineItem.createMany({
        data: source.lineItems.map(
          ({ id: _id, createdAt: _created, updatedAt: _updated, ...line }) => ({
            ...line,
            invoiceId: copy.id,
          }),
        ),
      });
      return copy.id;
    });
  });
}
