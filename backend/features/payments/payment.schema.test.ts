import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verify } from '../../db/verify.ts';
import { encodeId } from '../../globalId.ts';
import { type Api, createApi } from '../../test/execute.ts';
import {
  createCompany,
  createDraft,
  createIssued,
  createPayment,
  type TestCompany,
} from '../../test/factories.ts';
import { mutate, problemsOf } from '../../test/mutate.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../../test/testDatabase.ts';
import { contents } from '../../test/world.ts';
import { invoiceCreate } from '../invoices/invoice.draft.ts';
import { invoiceIssue } from '../invoices/invoice.issue.ts';

const PAYMENT = `{
  id version receivedOn method reference reversedOn reversalReason
  amount { amount currencyCode } client { id }
  allocations { effectiveOn amount { amount } invoice { id balanceDue { amount } paidTotal { amount } status } }
}`;

describe.each(ENGINES)('payments on %s', (engine) => {
  let db: TestDatabase;
  let api: Api;
  let company: TestCompany;
  beforeAll(async () => {
    db = await createTestDatabase(engine);
    api = createApi(db);
    company = await createCompany(db);
  });
  afterAll(async () => {
    expect(await verify(db)).toEqual([]);
    await db.close();
  });

  const run = (mutation: string, input: object) =>
    mutate<{ id: string; version: number }>(api, mutation, input, {
      as: company.signedIn,
      selection: PAYMENT,
    });
  const key = () => ({ idempotencyKey: randomUUID() });
  const payment = (amount: string, allocations: [invoiceId: string, amount: string][]) => ({
    companyId: company.companyId,
    clientId: company.clientId,
    amount,
    currencyCode: 'USD',
    receivedOn: '2026-03-20',
    method: 'BANK_TRANSFER',
    allocations: allocations.map(([invoiceId, part]) => ({ invoiceId, amount: part })),
    ...key(),
  });
  /** The refusal; everything must be as before. */
  const refused = async (mutation: string, input: object) => {
    const before = await contents(db);
    const outcome = await run(mutation, input);
    expect(outcome.thing).toBeNull();
    expect(await contents(db)).toEqual(before);
    return outcome;
  };

  it('settle several invoices at once, from the later of receipt and issue', async () => {
    const early = await createIssued(company, '100.00');
    const late = await createIssued(company, '60.00', {
      issueDate: '2026-03-25',
      dueDate: '2026-04-25',
    });
    const input = {
      ...payment('130.00', [
        [early, '100.00'],
        [late, '30'],
      ]),
      reference: 'WIRE 7',
    };
    const { thing, userErrors } = await run('paymentRecord', input);
    expect(userErrors).toEqual([]);
    expect(thing).toMatchObject({
      version: 1,
      receivedOn: '2026-03-20',
      method: 'BANK_TRANSFER',
      reference: 'WIRE 7',
      reversedOn: null,
      amount: { amount: '130.00', currencyCode: 'USD' },
      client: { id: company.clientId },
      allocations: [
        {
          effectiveOn: '2026-03-20',
          amount: { amount: '100.00' },
          invoice: { id: early, balanceDue: { amount: '0.00' }, status: 'PAID' },
        },
        {
          effectiveOn: '2026-03-25',
          amount: { amount: '30.00' },
          invoice: { id: late, balanceDue: { amount: '30.00' }, status: 'PARTIALLY_PAID' },
        },
      ],
    });
    expect((await run('paymentRecord', input)).thing).toEqual(thing);
  });

  it('are refused with every problem at once, each with its path', async () => {
    const { company: own } = company;
    const other = await db.transaction((tx) =>
      tx.client.create({ data: { companyId: own.id, name: 'Other client' } }),
    );
    const foreign = { ...company, clientId: encodeId('Client', other.id) };
    const euros = encodeId(
      'Invoice',
      await invoiceCreate(company.at('2026-03-01'), {
        companyId: company.companyId,
        clientId: company.clientId,
        currencyCode: 'EUR',
        lineItems: [{ description: 'Works', quantity: '1', unitPrice: '10' }],
      }),
    );
    await invoiceIssue(company.at('2026-03-01'), { id: euros, expectedVersion: 1, ...key() });
    const owing = await createIssued(company, '100.00');
    const outcome = await refused('paymentRecord', {
      ...payment('500.00', [
        [owing, '100.01'],
        [owing, '1.00'],
        [await createIssued(foreign, '10.00'), '1.00'],
        [euros, '1.00'],
        [await createDraft(company, '10.00'), '1.00'],
        [encodeId('Invoice', 999_999), '1.00'],
        [await createIssued(company, '10.00'), '0.00'],
        [await createIssued(company, '10.00'), '-1.00'],
      ]),
      receivedOn: '2026-03-22',
    });
    expect(problemsOf(outcome)).toEqual([
      'DATE_OUT_OF_RANGE receivedOn',
      'OVERPAYMENT allocations.0.amount',
      'INVALID allocations.1.invoiceId',
      'WRONG_CLIENT allocations.2.invoiceId',
      'CURRENCY_MISMATCH allocations.3.invoiceId',
      'NOT_ISSUED allocations.4.invoiceId',
      'NOT_FOUND allocations.5.invoiceId',
      'INVALID allocations.6.amount',
      'INVALID allocations.7.amount',
      'ALLOCATION_MISMATCH allocations',
    ]);
    expect(outcome.userErrors[1]?.details).toEqual({ excess: '0.01', balance: '100.00' });
  });

  it('are refused when an amount is none, or nothing is to be settled', async () => {
    const owing = await createIssued(company, '100.00');
    expect(
      problemsOf(await refused('paymentRecord', payment('1.005', [[owing, '1.234']]))),
    ).toEqual(['INVALID amount', 'INVALID allocations.0.amount']);
    expect(problemsOf(await refused('paymentRecord', payment('0.00', [[owing, '0.00']])))).toEqual([
      'INVALID amount',
      'INVALID allocations.0.amount',
    ]);
    expect(problemsOf(await refused('paymentRecord', payment('1.00', [])))).toEqual([
      'INVALID allocations',
    ]);
    const many = Array.from({ length: 201 }, (): [string, string] => [owing, '1.00']);
    expect(problemsOf(await refused('paymentRecord', payment('201.00', many)))).toEqual([
      'INVALID allocations',
    ]);
  });

  it('are taken from the past up to tomorrow', async () => {
    const owing = await createIssued(company, '100.00');
    for (const receivedOn of ['1900-01-01', '2026-03-21']) {
      const { userErrors } = await run('paymentRecord', {
        ...payment('1', [[owing, '1']]),
        receivedOn,
      });
      expect(userErrors).toEqual([]);
    }
  });

  it('refuse the same reference for the same method unless it is meant', async () => {
    const owing = await createIssued(company, '100.00');
    const input = () => ({ ...payment('1.00', [[owing, '1.00']]), reference: ' CHECK 12 ' });
    expect((await run('paymentRecord', input())).thing).toMatchObject({ reference: 'CHECK 12' });
    expect(problemsOf(await refused('paymentRecord', input()))).toEqual([
      'DUPLICATE_REFERENCE reference',
    ]);
    const others = [{ method: 'CHECK' }, { allowDuplicateReference: true }, { reference: null }];
    for (const more of others) {
      expect((await run('paymentRecord', { ...input(), ...more })).userErrors).toEqual([]);
    }
  });

  it('refuse a key that was used for other input', async () => {
    const owing = await createIssued(company, '100.00');
    const input = payment('1.00', [[owing, '1.00']]);
    expect((await run('paymentRecord', input)).userErrors).toEqual([]);
    const other = { ...input, method: 'CASH' };
    expect(problemsOf(await refused('paymentRecord', other))).toEqual([
      'IDEMPOTENCY_KEY_REUSED idempotencyKey',
    ]);
  });

  it('are undone by a reversal: all they settled is owed again', async () => {
    const owing = await createIssued(company, '100.00');
    const id = await createPayment(company, owing, '100.00', '2026-03-10');
    const reversal = { id, reversedOn: '2026-03-15', reason: 'Bounced', ...key() };
    const { thing } = await run('paymentReverse', reversal);
    expect(thing).toMatchObject({
      version: 2,
      reversedOn: '2026-03-15',
      reversalReason: 'Bounced',
      allocations: [
        { invoice: { balanceDue: { amount: '100.00' }, paidTotal: { amount: '0.00' } } },
      ],
    });
    expect((await run('paymentReverse', reversal)).thing).toEqual(thing);
    expect(problemsOf(await refused('paymentReverse', { ...reversal, ...key() }))).toEqual([
      'ALREADY_REVERSED id',
    ]);
  });

  it('are reversed from their receipt to tomorrow', async () => {
    const id = await createPayment(company, await createIssued(company, '100.00'), '5.00');
    for (const reversedOn of ['2026-03-19', '2026-03-22']) {
      expect(problemsOf(await refused('paymentReverse', { id, reversedOn, ...key() }))).toEqual([
        'DATE_OUT_OF_RANGE reversedOn',
      ]);
    }
    expect((await run('paymentReverse', { id, ...key() })).thing).toMatchObject({
      reversedOn: '2026-03-20',
    });
  });
});
