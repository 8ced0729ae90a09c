import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verify } from '../backend/db/verify.ts';
import { INVOICE_STATUSES, invoiceStatus } from '../backend/features/invoices/invoice.rules.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../backend/test/testDatabase.ts';
import { seed } from './seed.ts';

describe.each(ENGINES)('ConstructCo on %s', (engine) => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await createTestDatabase(engine);
  });
  afterAll(() => db.close());

  it('has invoices in every status, and numbers that agree, whatever the day', async () => {
    const today = '2027-03-01';
    expect(await seed(db, today)).toBe(true);
    const invoices = await db.reader.invoice.findMany();
    const statuses = new Set(invoices.map((invoice) => invoiceStatus(invoice, today)));
    expect([...statuses].sort()).toEqual(Object.keys(INVOICE_STATUSES).sort());
    const dates = invoices.flatMap(({ issueDate }) => issueDate ?? []).sort();
    expect(dates.at(-1)).toBe(today);
    expect(dates[0]).toMatch(/^2026-0[12]/);
    expect(await verify(db)).toEqual([]);
  });

  it('is made once', async () => {
    const before = await db.reader.invoice.count();
    expect(await seed(db, '2027-03-02')).toBe(false);
    expect(await db.reader.invoice.count()).toBe(before);
  });
});
