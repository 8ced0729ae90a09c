import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DomainError } from '../../errors.ts';
import { decodeId, encodeId } from '../../globalId.ts';
import {
  createCompany,
  createDraft,
  createIssued,
  type TestCompany,
} from '../../test/factories.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../../test/testDatabase.ts';
import { invoiceIssue } from '../invoices/invoice.issue.ts';
import type { PaymentRecordInput } from './payment.input.ts';
import { paymentRecord, paymentReverse } from './payment.service.ts';

/** The codes of a refusal; the call must be refused. */
async function refusedWith(work: Promise<unknown>): Promise<string[]> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof DomainError)) throw error ?? new Error('it was not refused');
  return error.problems.map((problem) => problem.code);
}

const payment = (
  company: TestCompany,
  invoiceId: string,
  amount: string,
  more: Partial<PaymentRecordInput> = {},
): PaymentRecordInput => ({
  companyId: company.companyId,
  clientId: company.clientId,
  amount,
  currencyCode: 'USD',
  receivedOn: '2026-03-20',
  method: 'BANK_TRANSFER',
  allocations: [{ invoiceId, amount }],
  idempotencyKey: `key-${Math.random()}`,
  ...more,
});

describe.each(ENGINES)('payments on %s', (engine) => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await createTestDatabase(engine);
  });
  afterAll(() => db.close());

  const balance = async (invoiceId: string) => {
    const id = decodeId('Invoice', invoiceId) ?? 0;
    const invoice = await db.reader.invoice.findUniqueOrThrow({
      where: { id },
      include: { ledger: true },
    });
    const ledger = invoice.ledger.reduce((sum, entry) => sum + entry.amountMinor, 0n);
    expect(ledger).toBe(invoice.balanceMinor);
    expect(invoice.totalMinor - invoice.paidMinor).toBe(invoice.balanceMinor);
    return invoice.balanceMinor;
  };

  it('settles, reverses, and keeps ledger and cache equal', async () => {
    const company = await createCompany(db);
    const invoice = await createIssued(company, '2500.00');
    await paymentRecord(company.at('2026-03-20'), payment(company, invoice, '1000.00'));
    expect(await balance(invoice)).toBe(150_000n);
    const second = await paymentRecord(
      company.at('2026-04-02'),
      payment(company, invoice, '700.00', { receivedOn: '2026-04-02' }),
    );
    expect(await balance(invoice)).toBe(80_000n);
    const reverse = {
      id: encodeId('Payment', second),
      reversedOn: '2026-04-09',
      idempotencyKey: 'r1',
    };
    await paymentReverse(company.at('2026-04-09'), reverse);
    expect(await balance(invoice)).toBe(150_000n);
    expect(
      await refusedWith(
        paymentReverse(company.at('2026-04-10'), { ...reverse, idempotencyKey: 'r2' }),
      ),
    ).toEqual(['ALREADY_REVERSED']);
  });

  it('names every problem of a payment at once and writes nothing', async () => {
    const company = await createCompany(db);
    const invoice = await createIssued(company, '100.00');
    const input = payment(company, invoice, '150.00', {
      receivedOn: '2026-05-01',
      amount: '151.00',
    });
    expect(await refusedWith(paymentRecord(company.at('2026-03-20'), input))).toEqual([
      'DATE_OUT_OF_RANGE',
      'OVERPAYMENT',
      'ALLOCATION_MISMATCH',
    ]);
    expect(await balance(invoice)).toBe(10_000n);
  });

  it('refuses the same reference twice unless it is meant', async () => {
    const company = await createCompany(db);
    const invoice = await createIssued(company, '100.00');
    const input = payment(company, invoice, '10.00', { reference: 'WIRE 7' });
    await paymentRecord(company.at('2026-03-20'), input);
    const again = { ...input, idempotencyKey: 'other' };
    expect(await refusedWith(paymentRecord(company.at('2026-03-20'), again))).toEqual([
      'DUPLICATE_REFERENCE',
    ]);
    await paymentRecord(company.at('2026-03-20'), { ...again, allowDuplicateReference: true });
    expect(await balance(invoice)).toBe(8_000n);
  });

  it('answers a stranger’s ids like ids that do not exist', async () => {
    const mine = await createCompany(db);
    const theirs = await createCompany(db);
    const invoice = await createIssued(theirs, '100.00');
    const missing = encodeId('Invoice', 999_999);
    for (const id of [invoice, missing]) {
      expect(
        await refusedWith(paymentRecord(mine.at('2026-03-20'), payment(mine, id, '1.00'))),
      ).toEqual(['NOT_FOUND']);
    }
    for (const companyId of [theirs.companyId, encodeId('Company', 999_999)]) {
      const input = payment(mine, invoice, '1.00', { companyId });
      expect(await refusedWith(paymentRecord(mine.at('2026-03-20'), input))).toEqual(['NOT_FOUND']);
    }
    expect(await balance(invoice)).toBe(10_000n);
  });

  it('gives 200 invoices issued at once 200 consecutive numbers', async () => {
    const company = await createCompany(db);
    const drafts = await Promise.all(
      Array.from({ length: 200 }, () => createDraft(company, '10.00')),
    );
    await Promise.all(
      drafts.map((id) =>
        invoiceIssue(company.at('2026-02-10'), { id, expectedVersion: 1, idempotencyKey: id }),
      ),
    );
    const invoices = await db.reader.invoice.findMany({
      where: { companyId: company.company.id },
      orderBy: { number: 'asc' },
    });
    expect(invoices.map((invoice) => invoice.number)).toEqual(
      Array.from({ length: 200 }, (_, index) => `INV-${String(index + 1).padStart(5, '0')}`),
    );
  });

  it('lets exactly the 10 of 50 payments at once succeed that fit', async () => {
    const company = await createCompany(db);
    const invoice = await createIssued(company, '100.00');
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, () =>
        paymentRecord(company.at('2026-03-20'), payment(company, invoice, '10.00')).then(
          () => 'paid',
          (error: unknown) => {
            if (error instanceof DomainError) return error.problems[0]?.code;
            throw error;
          },
        ),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === 'paid')).toHaveLength(10);
    expect(outcomes.filter((outcome) => outcome === 'OVERPAYMENT')).toHaveLength(40);
    expect(await balance(invoice)).toBe(0n);
  });

  it('records one payment for one key sent 50 times at once', async () => {
    const company = await createCompany(db);
    const invoice = await createIssued(company, '100.00');
    const input = payment(company, invoice, '60.00', { idempotencyKey: 'once' });
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => paymentRecord(company.at('2026-03-20'), input)),
    );
    expect(new Set(answers).size).toBe(1);
    expect(await balance(invoice)).toBe(4_000n);
    const other = { ...input, receivedOn: '2026-03-19' };
    expect(await refusedWith(paymentRecord(company.at('2026-03-20'), other))).toEqual([
      'IDEMPOTENCY_KEY_REUSED',
    ]);
  });
});
