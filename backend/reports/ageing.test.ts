import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verify } from '../db/verify.ts';
import { bucketIndex } from '../domain/ageing.ts';
import { addDays, daysBetween } from '../domain/civilDate.ts';
import { balanceAsOf, dueDateAsOf } from '../domain/ledger.ts';
import { invoiceVoid, invoiceWriteOff } from '../features/invoices/invoice.close.ts';
import { invoiceDueDateChange } from '../features/invoices/invoice.dueDate.ts';
import { paymentRecord, paymentReverse } from '../features/payments/payment.service.ts';
import { decodeId, encodeId } from '../globalId.ts';
import { createCompany, createIssued, noon, type TestCompany } from '../test/factories.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../test/testDatabase.ts';
import { type AgeingQuestion, receivablesAgeing } from './ageing.ts';

const question = (
  company: TestCompany,
  asOf: string,
  more: Partial<AgeingQuestion> = {},
): AgeingQuestion => ({
  companyId: company.company.id,
  asOf,
  knownAt: null,
  basis: 'DUE_DATE',
  cutPoints: [30, 60, 90],
  groupBy: 'CLIENT',
  ...more,
});

const pay = (company: TestCompany, invoiceId: string, amount: string, receivedOn: string) =>
  paymentRecord(company.at(receivedOn), {
    companyId: company.companyId,
    clientId: company.clientId,
    amount,
    currencyCode: 'USD',
    receivedOn,
    method: 'CHECK',
    allocations: [{ invoiceId, amount }],
    idempotencyKey: `${invoiceId} ${receivedOn} ${amount}`,
  });

describe.each(ENGINES)('receivables ageing on %s', (engine) => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await createTestDatabase(engine);
  });
  afterAll(async () => {
    expect(await verify(db)).toEqual([]);
    await db.close();
  });

  it('puts each due date of the domain’s table into its bucket', async () => {
    const company = await createCompany(db);
    const due = [
      '2026-08-01',
      '2026-07-31',
      '2026-07-30',
      '2026-07-01',
      '2026-06-30',
      '2026-06-01',
      '2026-05-31',
      '2026-05-02',
      '2026-05-01',
    ];
    for (const [index, dueDate] of due.entries()) {
      await createIssued(company, `${10 ** index}.00`, { issueDate: '2026-04-01', dueDate });
    }
    const [row] = await receivablesAgeing(db, question(company, '2026-07-31'));
    expect(row?.amounts).toEqual([1_100n, 110_000n, 11_000_000n, 1_100_000_000n, 10_000_000_000n]);
  });

  it('follows one invoice through payments and a reversal as of each date', async () => {
    const company = await createCompany(db);
    const invoice = await createIssued(company, '2500.00');
    await pay(company, invoice, '1000.00', '2026-03-20');
    const second = await pay(company, invoice, '700.00', '2026-04-02');
    await paymentReverse(company.at('2026-04-09'), {
      id: encodeId('Payment', second),
      reversedOn: '2026-04-09',
      idempotencyKey: 'bounced',
    });
    const at = async (asOf: string, more: Partial<AgeingQuestion> = {}) =>
      (await receivablesAgeing(db, question(company, asOf, more)))[0]?.amounts;
    expect(await at('2026-02-09')).toBeUndefined();
    expect(await at('2026-03-12')).toEqual([250_000n, 0n, 0n, 0n, 0n]);
    expect(await at('2026-03-25')).toEqual([0n, 150_000n, 0n, 0n, 0n]);
    expect(await at('2026-04-05')).toEqual([0n, 80_000n, 0n, 0n, 0n]);
    expect(await at('2026-04-15')).toEqual([0n, 0n, 150_000n, 0n, 0n]);
    // What the report of that day said before the reversal was known.
    expect(await at('2026-04-15', { knownAt: noon('2026-04-08') })).toEqual([
      0n,
      0n,
      80_000n,
      0n,
      0n,
    ]);
    expect(await at('2026-03-12', { basis: 'ISSUE_DATE' })).toEqual([0n, 250_000n, 0n, 0n, 0n]);
  });

  it('agrees with a recomputation from the events for any date and any knowledge', async () => {
    const start = '2026-01-01';
    const act = fc.record({
      kind: fc.constantFrom('issue', 'pay', 'reverse', 'void', 'writeOff', 'dueDate'),
      days: fc.integer({ min: 0, max: 12 }),
      pick: fc.nat(20),
      amount: fc.integer({ min: 1, max: 900 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { minLength: 3, maxLength: 14 }),
        fc.integer({ min: -5, max: 160 }),
        fc.option(fc.integer({ min: 0, max: 160 })),
        async (acts, asOfDays, knownDays) => {
          const company = await createCompany(db);
          const invoices: string[] = [];
          const payments: number[] = [];
          let today = start;
          for (const { kind, days, pick, amount } of acts) {
            today = addDays(today, days);
            const context = company.at(today);
            const id = invoices[pick % Math.max(invoices.length, 1)];
            if (kind === 'issue' || id === undefined) {
              const dates = { issueDate: today, dueDate: addDays(today, pick * 3) };
              invoices.push(await createIssued(company, `${amount}.00`, dates));
              continue;
            }
            const row = await db.fresh.reader.invoice.findUniqueOrThrow({
              where: { id: decodeId('Invoice', id) ?? 0 },
            });
            const change = { id, expectedVersion: row.rowVersion };
            // Refusals are part of a random history; they must leave nothing behind.
            const ignore = () => undefined;
            if (kind === 'pay') {
              await pay(company, id, `${amount}.00`, today).then(
                (one) => payments.push(one),
                ignore,
              );
            } else if (kind === 'reverse' && payments.length > 0) {
              const payment = payments[pick % payments.length] ?? 0;
              await paymentReverse(context, {
                id: encodeId('Payment', payment),
                reversedOn: today,
                idempotencyKey: `r ${payment} ${today}`,
              }).catch(ignore);
            } else if (kind === 'void')
              await invoiceVoid(context, { ...change, date: today }).catch(ignore);
            else if (kind === 'writeOff')
              await invoiceWriteOff(context, { ...change, date: today }).catch(ignore);
            else if (kind === 'dueDate') {
              const dueDate = addDays(row.issueDate ?? today, amount % 60);
              await invoiceDueDateChange(context, { ...change, dueDate }).catch(ignore);
            }
          }
          const asOf = addDays(start, asOfDays);
          const knownAt = knownDays === null ? null : noon(addDays(start, knownDays));
          const expected = [0n, 0n, 0n, 0n, 0n];
          const stored = await db.fresh.reader.invoice.findMany({
            where: { companyId: company.company.id },
            include: { ledger: true, dueDateChanges: { orderBy: { id: 'asc' } } },
          });
          for (const invoice of stored) {
            const dueDate = dueDateAsOf(
              invoice.dueDate ?? '',
              invoice.dueDateChanges,
              asOf,
              knownAt,
            );
            const bucket = bucketIndex(daysBetween(dueDate, asOf), [30, 60, 90]);
            expected[bucket] =
              (expected[bucket] ?? 0n) + balanceAsOf(invoice.ledger, asOf, knownAt);
          }
          const rows = await receivablesAgeing(db, question(company, asOf, { knownAt }));
          expect(rows[0]?.amounts ?? [0n, 0n, 0n, 0n, 0n]).toEqual(expected);
        },
      ),
      { numRuns: 25 },
    );
  });
});
