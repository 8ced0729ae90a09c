import { randomUUID } from 'node:crypto';
import type { Database, Transaction } from '../db/database.ts';
import { invoiceCreate } from '../features/invoices/invoice.draft.ts';
import { invoiceIssue } from '../features/invoices/invoice.issue.ts';
import { paymentRecord } from '../features/payments/payment.service.ts';
import type { ServiceContext } from '../features/service.ts';
import { encodeId } from '../globalId.ts';
import type { Role, Viewer } from '../viewer.ts';

/** Noon in UTC of a civil date: the same date in every zone the tests use. */
export const noon = (date: string): Date => new Date(`${date}T12:00:00.000Z`);

let serial = 0;

/** Whose access tokens can be signed: a person with an open session. */
export interface SignedIn {
  readonly userId: number;
  readonly familyId: string;
}

/** A person with a role in a company and an open session, without the cost of a password. */
async function createMember(tx: Transaction, companyId: number, role: Role) {
  serial += 1;
  const user = await tx.user.create({
    data: { email: `user${serial}@example.com`, name: `User ${serial}`, passwordHash: '-' },
  });
  await tx.membership.create({ data: { companyId, userId: user.id, role } });
  const familyId = randomUUID();
  await tx.session.create({
    data: {
      userId: user.id,
      familyId,
      tokenHash: familyId,
      expiresAt: new Date('2999-01-01T00:00:00.000Z'),
    },
  });
  const signedIn: SignedIn = { userId: user.id, familyId };
  return { user, signedIn };
}

/** Another person in a company. */
export async function addMember(db: Database, companyId: number, role: Role): Promise<SignedIn> {
  return (await db.transaction((tx) => createMember(tx, companyId, role))).signedIn;
}

/** A company with one client and one member, as the services see them. */
export async function createCompany(db: Database, role: Role = 'OWNER', currencyCode = 'USD') {
  serial += 1;
  const { company, client, user, signedIn } = await db.transaction(async (tx) => {
    const company = await tx.company.create({
      data: { name: `Company ${serial}`, currencyCode, timeZone: 'UTC' },
    });
    const client = await tx.client.create({
      data: { companyId: company.id, name: `Client ${serial}` },
    });
    return { company, client, ...(await createMember(tx, company.id, role)) };
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
    signedIn,
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

/** Money received for one invoice; the payment's global id. */
export async function createPayment(
  company: TestCompany,
  invoiceId: string,
  amount: string,
  receivedOn = '2026-03-20',
  reference: string | null = null,
) {
  const id = await paymentRecord(company.at(receivedOn), {
    companyId: company.companyId,
    clientId: company.clientId,
    amount,
    currencyCode: company.company.currencyCode,
    receivedOn,
    method: 'CHECK',
    reference,
    allocations: [{ invoiceId, amount }],
    idempotencyKey: `pay ${invoiceId} ${receivedOn} ${amount}`,
  });
  return encodeId('Payment', id);
}
