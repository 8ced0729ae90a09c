import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verify } from '../db/verify.ts';
import { MONEY, minorOf, type ShownMoney, sumOf } from '../test/amounts.ts';
import { type Api, createApi } from '../test/execute.ts';
import { createCompany, type TestCompany } from '../test/factories.ts';
import { mutate, problemsOf } from '../test/mutate.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../test/testDatabase.ts';

interface Totals {
  lineItems: { net: ShownMoney; tax: ShownMoney }[];
  taxes: { taxable: ShownMoney; amount: ShownMoney }[];
  subtotal: ShownMoney;
  discountTotal: ShownMoney;
  taxTotal: ShownMoney;
  total: ShownMoney;
}

const TOTALS = `lineItems { net ${MONEY} tax ${MONEY} } taxes { taxable ${MONEY} amount ${MONEY} }
  subtotal ${MONEY} discountTotal ${MONEY} taxTotal ${MONEY} total ${MONEY}`;

/** The parts of an invoice add up, however they are taken. */
function expectWhole({ lineItems, taxes, taxTotal, total }: Totals): void {
  expect(sumOf(lineItems.flatMap(({ net, tax }) => [net, tax]))).toBe(minorOf(total));
  expect(sumOf(taxes.flatMap(({ taxable, amount }) => [taxable, amount]))).toBe(minorOf(total));
  expect(sumOf(taxes.map(({ amount }) => amount))).toBe(minorOf(taxTotal));
}

const priced = (quantity: string, unitPrice: string, more: object = {}) => ({
  quantity,
  unitPrice,
  ...more,
});

/** The table of the domain's totals: what is typed, and what it comes to. */
const CASES: [name: string, input: object, nets: string[], figures: Record<string, string>][] = [
  ['2.25 × 64.22', { lineItems: [priced('2.25', '64.22')] }, ['144.50'], { total: '144.50' }],
  [
    'the same with 100 % line discount',
    { lineItems: [priced('2.25', '64.22', { discountPercent: '100' })] },
    ['0.00'],
    { total: '0.00' },
  ],
  [
    'a discount of 100.00 over three lines of 200.00',
    { discountAmount: '100.00', lineItems: Array.from({ length: 3 }, () => priced('1', '200.00')) },
    ['166.66', '166.67', '166.67'],
    { subtotal: '600.00', discountTotal: '100.00', total: '500.00' },
  ],
  [
    'tax included, 2 × 379.00 at 21 %',
    { pricesIncludeTax: true, lineItems: [priced('2', '379.00', { taxRate: '21' })] },
    ['626.45'],
    { taxTotal: '131.55', total: '758.00' },
  ],
  [
    'tax excluded, three lines at 8.25 %',
    {
      lineItems: ['10.10', '20.20', '30.30'].map((price) =>
        priced('1', price, { taxRate: '8.25' }),
      ),
    },
    ['10.10', '20.20', '30.30'],
    { subtotal: '60.60', taxTotal: '5.00', total: '65.60' },
  ],
  [
    'JPY, 3 × 33.5 at 10 %',
    { currencyCode: 'JPY', lineItems: [priced('3', '33.5', { taxRate: '10' })] },
    ['101'],
    { taxTotal: '10', total: '111' },
  ],
  [
    'a half away from zero, also below it',
    { lineItems: [priced('0.5', '0.25'), priced('-0.5', '0.25')] },
    ['0.13', '-0.13'],
    { total: '0.00' },
  ],
];

describe.each(ENGINES)('worked figures on %s', (engine) => {
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

  const ask = async <Data>(query: string, variables: object): Promise<Data> => {
    const { data, errors } = await api.execute<Data>(query, {
      as: company.signedIn,
      variables: { ...variables },
    });
    expect(errors).toEqual([]);
    return data ?? expect.unreachable();
  };
  const act = async <Thing = { id: string }>(
    mutation: string,
    at: string,
    input: object,
    selection?: string,
  ) => {
    const { thing, userErrors } = await mutate<Thing>(api, mutation, input, {
      as: company.signedIn,
      at,
      ...(selection === undefined ? {} : { selection }),
    });
    expect(userErrors).toEqual([]);
    return thing ?? expect.unreachable();
  };

  it.each(CASES)('hold: %s, previewed and stored alike', async (_, input, nets, figures) => {
    const { invoicePreview: preview } = await ask<{ invoicePreview: Totals }>(
      `query ($input: InvoicePreviewInput!) { invoicePreview(input: $input) { ${TOTALS} } }`,
      { input: { currencyCode: 'USD', ...input } },
    );
    const { lineItems = [], ...rest } = input as { lineItems?: object[] };
    const { companyId, clientId } = company;
    const stored = await act<Totals>(
      'invoiceCreate',
      '2026-03-20',
      {
        companyId,
        clientId,
        ...rest,
        lineItems: lineItems.map((line) => ({ description: 'Works', ...line })),
      },
      `{ ${TOTALS} }`,
    );
    expect(stored).toEqual(preview);
    expectWhole(stored);
    expect(stored.lineItems.map(({ net }) => net.amount)).toEqual(nets);
    for (const [figure, amount] of Object.entries(figures)) {
      expect(stored[figure as 'total'].amount, figure).toBe(amount);
    }
  });

  it('take amounts up to 9,000,000,000,000.00 of either sign, and refuse more clearly', async () => {
    const { companyId, clientId } = company;
    const create = (unitPrice: string, more: object = {}) =>
      mutate<{ id: string; total: ShownMoney }>(
        api,
        'invoiceCreate',
        {
          companyId,
          clientId,
          lineItems: [{ description: 'Works', ...priced('1', unitPrice) }],
          ...more,
        },
        { as: company.signedIn, selection: `{ id total ${MONEY} }` },
      );
    for (const [currencyCode, amount] of [
      ['USD', '9000000000000.00'],
      ['USD', '-9000000000000.00'],
      ['KWD', '9000000000000.000'],
      ['JPY', '-9000000000000'],
    ] as const) {
      expect((await create(amount, { currencyCode })).thing?.total).toEqual({
        amount,
        currencyCode,
      });
    }
    for (const amount of ['9000000000000.01', '-9000000000000.01', '99999999999999999999']) {
      expect(problemsOf(await create(amount))).toContain('INVALID lineItems.0.unitPrice');
    }
    const two = [1, 2].map(() => ({ description: 'Works', ...priced('1', '4500000000000.01') }));
    expect(problemsOf(await create('1', { lineItems: two }))).toEqual(['INVALID lineItems']);
    const taxed = [{ description: 'Works', ...priced('1', '9000000000000'), taxRate: '0.0001' }];
    expect(problemsOf(await create('1', { lineItems: taxed }))).toEqual(['INVALID lineItems']);

    // The largest goes the whole way: issued, aged, paid, reversed.
    const largest = '9000000000000.00';
    const { thing } = await create(largest);
    const { id = '' } = thing ?? {};
    const key = () => ({ idempotencyKey: randomUUID() });
    await act('invoiceIssue', '2026-03-20', { id, expectedVersion: 1, ...key() });
    const pay = (amount: string) => ({
      companyId,
      clientId,
      amount,
      currencyCode: 'USD',
      receivedOn: '2026-03-20',
      method: 'BANK_TRANSFER',
      allocations: [{ invoiceId: id, amount }],
      ...key(),
    });
    const beyond = await mutate(api, 'paymentRecord', pay('9000000000000.01'), {
      as: company.signedIn,
    });
    expect(problemsOf(beyond)).toEqual(['INVALID amount', 'INVALID allocations.0.amount']);
    const payment = await act('paymentRecord', '2026-03-20', pay(largest));
    await act('paymentReverse', '2026-03-20', { ...payment, ...key() });
    const { invoice } = await ask<{ invoice: { balanceDue: ShownMoney; paidTotal: ShownMoney } }>(
      `query ($id: ID!) { invoice(id: $id) { balanceDue ${MONEY} paidTotal ${MONEY} } }`,
      { id },
    );
    expect(invoice).toMatchObject({
      balanceDue: { amount: largest },
      paidTotal: { amount: '0.00' },
    });
  });
});
