import type { Database } from '../db/database.ts';
import { Prisma } from '../db/generated/sqlite/client.ts';
import type { TestCompany } from './factories.ts';

/** One due date per bucket of the default report as of 2026-07-31, from CURRENT to 90+. */
export const DUE_DATES = ['2026-07-31', '2026-07-15', '2026-06-15', '2026-05-15', '2026-03-15'];

/**
 * Many issued invoices at the cost of a few statements: of each client one project, of each project
 * so many invoices of two lines and one part payment, their due dates spread over the buckets.
 * @returns the row ids of the clients.
 */
export async function createPortfolio(
  db: Database,
  company: TestCompany,
  { clients, invoices }: { clients: number; invoices: number },
): Promise<number[]> {
  const companyId = company.company.id;
  return db.transaction(async (tx) => {
    const owners: number[] = [];
    for (let index = 0; index < clients; index += 1) {
      const name = `Client ${String(index).padStart(3, '0')}`;
      const { id: clientId } = await tx.client.create({ data: { companyId, name } });
      const { id: projectId } = await tx.project.create({ data: { companyId, clientId, name } });
      owners.push(clientId);
      const drafts = await tx.invoice.createManyAndReturn({
        data: Array.from({ length: invoices }, (_, place) => ({
          companyId,
          clientId,
          projectId,
          currencyCode: 'USD',
          issueDate: '2026-03-01',
          dueDate: DUE_DATES[place % DUE_DATES.length] ?? null,
          subtotalMinor: 300n,
          totalMinor: 300n,
        })),
      });
      await tx.invoiceLineItem.createMany({
        data: drafts.flatMap(({ id: invoiceId }) =>
          [100n, 200n].map((minor, line) => ({
            companyId,
            invoiceId,
            position: line + 1,
            description: 'Concrete works',
            quantity: '1',
            unitPrice: `${minor / 100n}`,
            grossMinor: minor,
            discountMinor: 0n,
            documentDiscountMinor: 0n,
            netMinor: minor,
            taxMinor: 0n,
          })),
        ),
      });
      await tx.$executeRaw(Prisma.sql`UPDATE invoices SET state = 'ISSUED',
          number = 'N-' || id, parties = '{}', issued_at = ${new Date('2026-03-01T12:00:00Z')},
          paid_minor = 50, balance_minor = 250
        WHERE company_id = ${companyId} AND client_id = ${clientId}`);
      const payments = await tx.payment.createManyAndReturn({
        data: drafts.map(() => ({
          companyId,
          clientId,
          currencyCode: 'USD',
          amountMinor: 50n,
          receivedOn: '2026-03-02',
          method: 'CASH' as const,
        })),
      });
      await tx.paymentAllocation.createMany({
        data: drafts.map(({ id: invoiceId }, place) => ({
          companyId,
          invoiceId,
          paymentId: payments[place]?.id ?? 0,
          amountMinor: 50n,
          effectiveOn: '2026-03-02',
        })),
      });
      await tx.receivableEntry.createMany({
        data: drafts.flatMap(({ id: invoiceId }, place) => [
          {
            companyId,
            invoiceId,
            kind: 'ISSUED' as const,
            amountMinor: 300n,
            effectiveOn: '2026-03-01',
            recordedAt: new Date('2026-03-01T12:00:00Z'),
          },
          {
            companyId,
            invoiceId,
            paymentId: payments[place]?.id ?? 0,
            kind: 'PAYMENT' as const,
            amountMinor: -50n,
            effectiveOn: '2026-03-02',
            recordedAt: new Date('2026-03-02T12:00:00Z'),
          },
        ]),
      });
    }
    return owners;
  });
}
