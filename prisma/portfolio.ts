import type { CivilDate } from '../backend/domain/civilDate.ts';
import { INVOICE_SERIES } from '../backend/features/invoices/invoice.issue.ts';
import { clockUntil, movementsOf, type PortfolioPayment, paymentsOf } from './portfolio.books.ts';
import {
  clientsOf,
  invoicesOf,
  type PortfolioClient,
  type PortfolioInvoice,
  type PortfolioProject,
  projectsOf,
  type Scale,
} from './portfolio.documents.ts';
import {
  closedRow,
  draftRow,
  dueDateRows,
  issuedRow,
  lineItemRows,
  type Owner,
  paymentRow,
} from './portfolio.rows.ts';
import { type Bulk, openBulkWriter } from './portfolio.writer.ts';
import { random } from './seed.ts';

export interface PortfolioOptions {
  /** How many invoices, drafts included. */
  readonly invoices: number;
  readonly companyName: string;
  readonly years: number;
  /** The last day in the books: yesterday, where everything shall have happened by now. */
  readonly lastDay: CivilDate;
  /** Who becomes the owner. */
  readonly userId: number;
  readonly onProgress?: (written: number) => void;
}

const COMPANY = {
  currencyCode: 'USD',
  timeZone: 'America/New_York',
  // Seven digits keep a million numbers in the order of their text.
  invoiceNumberFormat: 'INV-{SEQ:7}',
  paymentTerms: 'NET_30',
  address: '1200 Canal Street\nAshford, NY 12401',
  taxIdentifier: '47-1839204',
} as const;

/** Invoices of one transaction: large, because each touches pages of indexes all over the company. */
const BATCH = 20_000;

async function writeCompany(
  bulk: Bulk,
  { companyName, lastDay }: PortfolioOptions,
  clients: readonly PortfolioClient[],
  projects: readonly PortfolioProject[],
): Promise<Owner> {
  const createdAt = new Date(`${lastDay}T12:00:00.000Z`);
  const times = { createdAt, updatedAt: createdAt };
  const [companyId = 0] = await bulk.takeIds('companies', 1);
  const clientIds = await bulk.takeIds('clients', clients.length);
  const projectIds = await bulk.takeIds('projects', projects.length);
  await bulk.insert('companies', [{ id: companyId, name: companyName, ...COMPANY, ...times }]);
  await bulk.insert('document_counters', [{ companyId, series: INVOICE_SERIES, ...times }]);
  await bulk.insert(
    'clients',
    clients.map(({ index, name, email, paymentTerms }) => ({
      ...{ id: clientIds[index], companyId, name, email, paymentTerms },
      ...times,
    })),
  );
  await bulk.insert(
    'projects',
    projects.map(({ index, client, name, code, status }) => ({
      ...{ id: projectIds[index], companyId, clientId: clientIds[client.index] ?? 0 },
      ...{ name, code, status },
      ...times,
    })),
  );
  const { invoiceNumberFormat: numberFormat, address, taxIdentifier } = COMPANY;
  const party = { name: companyName, address, taxIdentifier };
  return { companyId, party, numberFormat, clientIds, projectIds };
}

/** Writes invoices and all that follows from them, batch after batch; each leaves books that agree. */
function invoiceWriter(owner: Owner, lastDay: CivilDate) {
  const { companyId } = owner;
  const draw = random(4);
  const clock = clockUntil(lastDay, draw);
  let issuedBefore = 0;
  let paymentsBefore = 0;

  return async (bulk: Bulk, invoices: readonly PortfolioInvoice[]): Promise<void> => {
    const payments = paymentsOf(invoices, clock, draw);
    const ledger = movementsOf(invoices, payments, clock);
    const ids = new Map<PortfolioInvoice | PortfolioPayment, number>();
    for (const [table, things] of [
      ['invoices', invoices],
      ['payments', payments],
    ] as const) {
      const taken = await bulk.takeIds(table, things.length);
      for (const [index, thing] of things.entries()) ids.set(thing, taken[index] ?? 0);
    }
    const idOf = (thing: PortfolioInvoice | PortfolioPayment) => ids.get(thing) ?? 0;
    const known = <T extends PortfolioInvoice | PortfolioPayment>(thing: T) => ({
      ...thing,
      id: idOf(thing),
    });

    // As in the product: drafts, their lines, and then they are made final. Triggers refuse lines
    // of anything else.
    const drafts = invoices.map(known);
    await bulk.insert(
      'invoices',
      drafts.map((one) => draftRow(owner, one)),
    );
    await bulk.insert(
      'invoice_line_items',
      drafts.flatMap((one) => lineItemRows(owner, one)),
    );
    const issued = [...ledger].map(([one, moves]) => issuedRow(owner, known(one), moves));
    await bulk.update('invoices', issued, ['id']);
    const closed = [...ledger].flatMap(([one, moves]) => closedRow(idOf(one), moves) ?? []);
    await bulk.update('invoices', closed, ['id']);
    await bulk.insert(
      'payments',
      payments.map((one, index) => paymentRow(owner, known(one), paymentsBefore + index + 1, draw)),
    );
    await bulk.insert(
      'invoice_payments',
      payments.flatMap((payment) =>
        payment.parts.map(({ invoice, amount, effectiveOn }) => ({
          ...{ companyId, paymentId: idOf(payment), invoiceId: idOf(invoice) },
          ...{ amountMinor: amount, effectiveOn, createdAt: payment.recordedAt },
        })),
      ),
    );
    const entries = [...ledger].flatMap(([invoice, movements]) =>
      movements.map(({ payment, ...movement }) => ({
        ...{ companyId, invoiceId: idOf(invoice), paymentId: payment && idOf(payment) },
        ...movement,
      })),
    );
    entries.sort((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime());
    await bulk.insert('receivable_entries', entries);
    await bulk.insert(
      'invoice_due_date_changes',
      drafts.flatMap((one) => dueDateRows(owner, one, clock)),
    );
    issuedBefore += issued.length;
    paymentsBefore += payments.length;
    const counter = { companyId, series: INVOICE_SERIES, next: issuedBefore + 1 };
    await bulk.update('document_counters', [counter], ['companyId', 'series']);
  };
}

/**
 * A large company with invoices in every status, written in bulk: a million in minutes. It is the
 * same for the same last day and size, and every number in it agrees (`npm run db:verify`). The
 * owner comes last, so that nobody works in books that are still being written.
 * @returns the company's id.
 */
export async function generatePortfolio(url: string, options: PortfolioOptions): Promise<number> {
  const { invoices, years, lastDay, userId, onProgress } = options;
  const { currencyCode, paymentTerms } = COMPANY;
  const scale: Scale = { invoices, years, lastDay, currencyCode, paymentTerms };
  const clients = clientsOf(scale);
  const projects = projectsOf(scale, clients);
  const writer = await openBulkWriter(url);
  try {
    const owner = await writer.transaction((bulk) =>
      writeCompany(bulk, options, clients, projects),
    );
    const write = invoiceWriter(owner, lastDay);
    let batch: PortfolioInvoice[] = [];
    let written = 0;
    const flush = async () => {
      await writer.transaction((bulk) => write(bulk, batch));
      written += batch.length;
      batch = [];
      onProgress?.(written);
    };
    for (const invoice of invoicesOf(scale, clients, projects)) {
      batch.push(invoice);
      if (batch.length === BATCH) await flush();
    }
    if (batch.length > 0) await flush();
    const at = new Date(`${lastDay}T23:00:00.000Z`);
    const membership = { companyId: owner.companyId, userId, role: 'OWNER' as const };
    await writer.transaction((bulk) =>
      bulk.insert('memberships', [{ ...membership, createdAt: at, updatedAt: at }]),
    );
    await writer.settle();
    return owner.companyId;
  } finally {
    await writer.close();
  }
}
