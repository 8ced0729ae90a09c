import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verify } from '../backend/db/verify.ts';
import { addDays } from '../backend/domain/civilDate.ts';
import { INVOICE_STATUSES, invoiceStatus } from '../backend/features/invoices/invoice.rules.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../backend/test/testDatabase.ts';
import { generatePortfolio } from './portfolio.ts';

const INVOICES = 600;
const LAST_DAY = '2026-07-31';
const today = addDays(LAST_DAY, 1);

describe.each(ENGINES)('a generated portfolio on %s', (engine) => {
  let db: TestDatabase;
  let userId: number;
  let companyId: number;

  const generate = (companyName: string) =>
    generatePortfolio(db.url, {
      ...{ invoices: INVOICES, years: 4, lastDay: LAST_DAY },
      ...{ companyName, userId },
    });
  /** Everything in a company's books, each table in the order of its ids. */
  const booksOf = async (company: number) => {
    const all = { where: { companyId: company }, orderBy: { id: 'asc' } } as const;
    const { reader } = db;
    return {
      invoices: await reader.invoice.findMany(all),
      lineItems: await reader.invoiceLineItem.findMany(all),
      payments: await reader.payment.findMany(all),
      allocations: await reader.paymentAllocation.findMany(all),
      ledger: await reader.receivableEntry.findMany(all),
      dueDateChanges: await reader.dueDateChange.findMany(all),
      clients: await reader.client.findMany(all),
      projects: await reader.project.findMany(all),
      memberships: await reader.membership.findMany(all),
    };
  };

  beforeAll(async () => {
    db = await createTestDatabase(engine);
    const person = { email: 'olivia@example.com', name: 'Olivia', passwordHash: '-' };
    userId = (await db.transaction((tx) => tx.user.create({ data: person }))).id;
    companyId = await generate('First');
  });
  afterAll(() => db.close());

  it('agrees in every number', async () => {
    expect(await verify(db)).toEqual([]);
  });

  it('has as many invoices as asked for, of every status, owned by the person', async () => {
    const { invoices, memberships } = await booksOf(companyId);
    expect(invoices).toHaveLength(INVOICES);
    const statuses = new Set(invoices.map((one) => invoiceStatus(one, today)));
    expect([...statuses].sort()).toEqual(Object.keys(INVOICE_STATUSES).sort());
    expect(memberships).toMatchObject([{ userId, role: 'OWNER' }]);
  });

  it('tells every kind of story, and none that goes on after its last day', async () => {
    const { invoices, allocations, ledger, dueDateChanges } = await booksOf(companyId);
    const kinds = new Set(ledger.map((entry) => entry.kind));
    expect([...kinds].sort()).toEqual([
      ...['ISSUED', 'PAYMENT', 'PAYMENT_REVERSED'],
      ...['VOIDED', 'WRITE_OFF_REVERSED', 'WRITTEN_OFF'],
    ]);
    const days = ledger.flatMap((one) => [one.effectiveOn, one.recordedAt.toISOString()]);
    expect(days.filter((day) => day.slice(0, 10) > LAST_DAY)).toEqual([]);
    const payments = new Map<number, number>();
    for (const { paymentId } of allocations) {
      payments.set(paymentId, (payments.get(paymentId) ?? 0) + 1);
    }
    expect(Math.max(...payments.values())).toBeGreaterThan(1);
    expect(dueDateChanges).not.toEqual([]);
    expect(new Set(invoices.map((one) => one.currencyCode)).size).toBeGreaterThan(1);
  });

  it('records the issue of an invoice before anything else of it', async () => {
    const { invoices, ledger } = await booksOf(companyId);
    const first = new Map<number, string>();
    for (const { invoiceId, kind } of ledger) {
      if (!first.has(invoiceId)) first.set(invoiceId, kind);
    }
    expect(first.size).toBe(invoices.filter((one) => one.state !== 'DRAFT').length);
    expect(new Set(first.values())).toEqual(new Set(['ISSUED']));
  });

  it('is the same again for the same day and size, beside the first company', async () => {
    const second = await booksOf(await generate('First'));
    const first = await booksOf(companyId);
    // Ids differ, and only they: each is told by its place among those of its table.
    const withoutIds = (books: typeof first) => {
      const place = (table: keyof typeof first, id: number | null) =>
        books[table].findIndex((row) => row.id === id);
      return JSON.stringify(books, (key, value: unknown) => {
        if (typeof value === 'bigint') return String(value);
        if (key === 'id' || key === 'companyId') return undefined;
        if (key === 'invoiceId') return place('invoices', Number(value));
        if (key === 'paymentId') return place('payments', Number(value));
        if (key === 'clientId') return place('clients', Number(value));
        return key === 'projectId' ? place('projects', Number(value)) : value;
      });
    };
    expect(withoutIds(second)).toBe(withoutIds(first));
    expect(await verify(db)).toEqual([]);
  });
});
