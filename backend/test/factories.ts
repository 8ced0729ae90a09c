import type { Database } from '../db/database.ts';
import { invoiceCreate } from '../features/invoices/invoice.draft.ts';
import { invoiceIssue } from '../features/invoices/invoice.issue.ts';
import type { ServiceContext } from '../features/service.ts';
import { encodeId } from '../globalId.ts';
import type { Role, Viewer } from '../viewer.ts';

/** Noon in UTC of a civil date: the same date in every zone the tests use. */
export const noon = (date: string): Date => new Date(`${date}T12:00:00.000Z`);

let serial = 0;

/** A company with one client and one member, as the services see them. */
export async function createCompany(db: Database, role: Role = 'OWNER', currencyCode = 'USD') {
  serial += 1;
  const { company, client, user } = await db.transaction(async (tx) => {
    const company = await tx.company.create({
      data: { name: `Company ${serial}`, currencyCode, timeZone: 'UTC' },
    });
    const client = await tx.client.create({
      data: { companyId: company.id, name: `Client ${serial}` },
    });
    const user = await tx.user.create({
      data: { email: `user${serial}@example.com`, name: `User ${serial}`, passwordHash: '-' },
    });
    await tx.membership.create({ data: { companyId: company.id, userId: user.id, role } });
    return { company, client, user };
  });
  const viewer: Viewer = {
    userId: user.id,
    memberships: [{ companyId: company.id, role, timeZone: 'UTC' }],
  };
  const at = (date: string): ServiceContext => ({ db, viewer, now: noon(date) });
  return {
    company,
    client,
    user,
    viewer,
    at,
    companyId: encodeId('Company', company.id),
    clientId: encodeId('Client', client.id),
  };
}

export type TestCompany = Awaited<ReturnType<typeof createCompany>>;

export const line = (unitPrice: string, quantity = '1', taxRate: string | null = null) => ({
  description: 'Concrete works',
  quantity,
  unitPrice,
  taxRate,
});

/** A draft of one line without tax; its global id. */
export async function createDraft(company: TestCompany, amount: string, date = '2026-02-10') {
  const id = await invoiceCreate(company.at(date), {
    companyId: company.companyId,
    clientId: company.clientId,
    lineItems: [line(amount)],
  });
  return encodeId('Invoice', id);
}

/** An issued invoice of one line without tax; its global id. */
export async function createIssued(
  company: TestCompany,
  amount: string,
  dates: { issueDate: string; dueDate: string } = {
    issueDate: '2026-02-10',
    dueDate: '2026-03-12',
  },
) {
  const id = await createDraft(company, amount, dates.issueDate);
  await invoiceIssue(company.at(dates.issueDate), {
    id,
    expectedVersion: 1,
    ...dates,
    idempotencyKey: `issue-${id}`,
  });
  return id;
}
