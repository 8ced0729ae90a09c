import fc from 'fast-check';
import type { Database } from '../db/database.ts';
import { addDays } from '../domain/civilDate.ts';
import type { InvoiceState } from '../features/invoices/invoice.rules.ts';
import { noon, type TestCompany } from './factories.ts';

export const EPOCH = '2026-03-01';

const PAID = {
  nothing: () => 0n,
  part: (total: bigint) => total / 2n,
  all: (total: bigint) => total,
};

/** Few values for each column, so that ties are the rule; null wherever a draft may have it. */
export const randomInvoice = fc.record({
  state: fc.constantFrom<InvoiceState[]>('DRAFT', 'ISSUED', 'ISSUED', 'VOID', 'WRITTEN_OFF'),
  issued: fc.option(fc.nat(4)),
  due: fc.option(fc.nat(4)),
  total: fc.constantFrom(0n, 900n, 1_000n, 25_000n),
  paid: fc.constantFrom('nothing' as const, 'part' as const, 'all' as const),
  currencyCode: fc.constantFrom('USD', 'USD', 'EUR', 'JPY'),
  client: fc.nat(1),
  hasProject: fc.boolean(),
  memo: fc.constantFrom(null, 'Retention 5%', 'Größe ÄNDERN', 'under_score'),
  purchaseOrderNumber: fc.constantFrom(null, 'PO-7', 'PO-77'),
});
export type RandomInvoice = typeof randomInvoice extends fc.Arbitrary<infer T> ? T : never;

/** Two clients, the first the company's own, and a project of each. */
export async function createOwners(db: Database, company: TestCompany) {
  const companyId = company.company.id;
  return db.transaction(async (tx) => {
    const other = await tx.client.create({ data: { companyId, name: 'Élan Größe & Co' } });
    const clients = [company.client.id, other.id];
    const projects: number[] = [];
    for (const clientId of clients) {
      const project = await tx.project.create({ data: { companyId, clientId, name: 'Tower' } });
      projects.push(project.id);
    }
    return { clients, projects };
  });
}

export type Owners = Awaited<ReturnType<typeof createOwners>>;

/**
 * Stores rows through the states that the database demands, without the use cases and without a
 * ledger: for lists only.
 * @param from the first of their numbers.
 */
export async function storeInvoices(
  db: Database,
  company: TestCompany,
  owners: Owners,
  invoices: readonly RandomInvoice[],
  from = 1,
): Promise<void> {
  await db.transaction(async (tx) => {
    for (const [index, invoice] of invoices.entries()) {
      const { state, total, currencyCode, memo, purchaseOrderNumber } = invoice;
      const draft = state === 'DRAFT';
      const issueDate =
        draft && invoice.issued === null ? null : addDays(EPOCH, invoice.issued ?? 0);
      const dueDate =
        draft && invoice.due === null ? null : addDays(issueDate ?? EPOCH, invoice.due ?? 0);
      const { id } = await tx.invoice.create({
        data: {
          companyId: company.company.id,
          clientId: owners.clients[invoice.client] ?? 0,
          projectId: invoice.hasProject ? (owners.projects[invoice.client] ?? null) : null,
          issueDate,
          dueDate,
          currencyCode,
          memo,
          purchaseOrderNumber,
          subtotalMinor: total,
          totalMinor: total,
        },
      });
      if (draft) continue;
      const number = `INV-${String(from + index).padStart(4, '0')}`;
      const paidMinor = state === 'VOID' ? 0n : PAID[invoice.paid](total);
      await tx.invoice.update({
        where: { id },
        data: {
          state: 'ISSUED',
          number,
          parties: {},
          issuedAt: noon(EPOCH),
          paidMinor,
          balanceMinor: total - paidMinor,
        },
      });
      if (state === 'ISSUED') continue;
      const closedOn = issueDate ?? EPOCH;
      const date = state === 'VOID' ? { voidedOn: closedOn } : { writtenOffOn: closedOn };
      await tx.invoice.update({ where: { id }, data: { state, balanceMinor: 0n, ...date } });
    }
  });
}
