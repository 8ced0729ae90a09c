import type { CivilDate } from '../backend/domain/civilDate.ts';
import { formatNumber } from '../backend/domain/documentNumber.ts';
import { lineRows, totalColumns } from '../backend/features/invoices/invoice.draft.ts';
import { type Clock, HOURS, type Movement, type PortfolioPayment } from './portfolio.books.ts';
import type { PortfolioInvoice } from './portfolio.documents.ts';
import type { Draw } from './portfolio.story.ts';
import type { Rows } from './portfolio.writer.ts';

/** The company as the rows need it; ids by the index of a client or project. */
export interface Owner {
  readonly companyId: number;
  readonly party: {
    readonly name: string;
    readonly address: string;
    readonly taxIdentifier: string;
  };
  readonly numberFormat: string;
  readonly clientIds: readonly number[];
  readonly projectIds: readonly number[];
}

type WithId<T> = T & { readonly id: number };

const METHODS = [
  ['BANK_TRANSFER', 'TR'],
  ['BANK_TRANSFER', 'TR'],
  ['BANK_TRANSFER', 'TR'],
  ['CHECK', 'CK'],
  ['CARD', 'CD'],
] as const;

const morning = (date: CivilDate): Date => new Date(`${date}T${HOURS.draft}:00:00.000Z`);
const sum = (movements: readonly Movement[]): bigint =>
  movements.reduce((all, one) => all + one.amountMinor, 0n);

export function draftRow(owner: Owner, invoice: WithId<PortfolioInvoice>): Rows['invoices'] {
  return {
    id: invoice.id,
    companyId: owner.companyId,
    clientId: owner.clientIds[invoice.client.index] ?? 0,
    projectId: invoice.project === null ? null : (owner.projectIds[invoice.project.index] ?? 0),
    issueDate: invoice.issueDate,
    dueDate: invoice.dueDate,
    currencyCode: invoice.currencyCode,
    pricesIncludeTax: invoice.pricesIncludeTax,
    discountPercent: invoice.discountPercent,
    memo: invoice.memo,
    purchaseOrderNumber: invoice.purchaseOrderNumber,
    ...totalColumns(invoice.totals),
    createdAt: morning(invoice.createdOn),
    updatedAt: morning(invoice.createdOn),
  };
}

export function lineItemRows(
  { companyId }: Owner,
  { id, currencyCode, lineItems, totals, createdOn }: WithId<PortfolioInvoice>,
): Rows['invoice_line_items'][] {
  const at = morning(createdOn);
  return lineRows({ id, companyId, currencyCode }, lineItems, totals).map((row) => ({
    ...row,
    createdAt: at,
    updatedAt: at,
  }));
}

export function dueDateRows(
  { companyId }: Owner,
  { id, dueDate, story }: WithId<PortfolioInvoice>,
  clock: Clock,
): Rows['invoice_due_date_changes'][] {
  return story.flatMap((act) =>
    act.kind !== 'DUE_DATE_CHANGED' || dueDate === null
      ? []
      : [
          {
            companyId,
            invoiceId: id,
            previousDueDate: dueDate,
            dueDate: act.dueDate,
            effectiveOn: act.on,
            recordedAt: clock(act.on, HOURS.change),
          },
        ],
  );
}

/** What becomes of a draft that is issued, with what was paid and moved since. */
export function issuedRow(
  owner: Owner,
  invoice: WithId<PortfolioInvoice>,
  ledger: readonly Movement[],
): Partial<Rows['invoices']> {
  const { id, client, project, issueDate, dueDate, sequence, totals, story } = invoice;
  const [issue] = ledger;
  if (issue === undefined || sequence === null || issueDate === null) {
    throw new Error('only an issued invoice has a ledger');
  }
  const moved = story.find((act) => act.kind === 'DUE_DATE_CHANGED');
  const paid = -sum(ledger.filter((one) => one.payment !== null));
  return {
    id,
    state: 'ISSUED',
    number: formatNumber(owner.numberFormat, {
      sequence,
      issueDate,
      projectCode: project?.code ?? null,
    }),
    dueDate: moved?.dueDate ?? dueDate,
    parties: {
      from: owner.party,
      to: { name: client.name, email: client.email, address: null, taxIdentifier: null },
    },
    issuedAt: issue.recordedAt,
    paidMinor: paid,
    balanceMinor: totals.total - paid,
    // The draft was version 1; the issue and every act since made another.
    rowVersion: 1 + ledger.length + (moved === undefined ? 0 : 1),
    updatedAt: ledger.at(-1)?.recordedAt ?? issue.recordedAt,
  };
}

/** How an issued invoice was taken back or given up; null while it stands. */
export function closedRow(
  id: number,
  ledger: readonly Movement[],
): Partial<Rows['invoices']> | null {
  const last = ledger.findLast((one) => one.payment === null);
  if (last?.kind !== 'VOIDED' && last?.kind !== 'WRITTEN_OFF') return null;
  const voided = last.kind === 'VOIDED';
  return {
    id,
    state: voided ? 'VOID' : 'WRITTEN_OFF',
    voidedOn: voided ? last.effectiveOn : null,
    writtenOffOn: voided ? null : last.effectiveOn,
    closingReason: voided ? 'Wrong project' : 'Client insolvent',
    balanceMinor: sum(ledger),
  };
}

/** @param place of the payment in the company's books, from 1; makes references unique. */
export function paymentRow(
  owner: Owner,
  payment: WithId<PortfolioPayment>,
  place: number,
  draw: Draw,
): Rows['payments'] {
  const [method, prefix] = METHODS[Math.floor(draw() * METHODS.length)] ?? METHODS[0];
  const { id, currencyCode, receivedOn, recordedAt, reversedOn } = payment;
  return {
    id,
    companyId: owner.companyId,
    clientId: owner.clientIds[payment.client.index] ?? 0,
    currencyCode,
    amountMinor: payment.parts.reduce((all, part) => all + part.amount, 0n),
    receivedOn,
    method,
    reference: draw() < 0.9 ? `${prefix}-${String(place).padStart(7, '0')}` : null,
    reversedOn,
    reversalReason: reversedOn === null ? null : 'Returned by the bank',
    rowVersion: reversedOn === null ? 1 : 2,
    createdAt: recordedAt,
    updatedAt: recordedAt,
  };
}
