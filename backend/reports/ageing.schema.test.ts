import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verify } from '../db/verify.ts';
import { MONEY, minorOf, type ShownMoney, sumOf } from '../test/amounts.ts';
import { type Api, createApi } from '../test/execute.ts';
import { createCompany, createIssued, type TestCompany } from '../test/factories.ts';
import { mutate } from '../test/mutate.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../test/testDatabase.ts';

const AGEING = `buckets { label } totals { amounts ${MONEY} total ${MONEY} }
  rows { nodes { client { id } amounts ${MONEY} total ${MONEY} invoices { nodes { id } } } }`;
interface Ageing {
  buckets: { label: string }[];
  totals: { amounts: ShownMoney[]; total: ShownMoney }[];
  rows: {
    nodes: {
      client: { id: string };
      amounts: ShownMoney[];
      total: ShownMoney;
      invoices: { nodes: { id: string }[] };
    }[];
  };
}

describe.each(ENGINES)('the ageing report over the API on %s', (engine) => {
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
  const act = async (mutation: string, at: string, input: object) => {
    const { thing, userErrors } = await mutate(api, mutation, input, { as: company.signedIn, at });
    expect(userErrors).toEqual([]);
    return thing ?? expect.unreachable();
  };

  it('follows an invoice through payments and a reversal, as of each date', async () => {
    const { companyId } = company;
    const { id: clientId } = await act('clientCreate', '2026-02-10', { companyId, name: 'Payer' });
    const draft = await act('invoiceCreate', '2026-02-10', {
      companyId,
      clientId,
      lineItems: [{ description: 'Works', quantity: '1', unitPrice: '2500.00' }],
    });
    const dates = { issueDate: '2026-02-10', dueDate: '2026-03-12' };
    const key = () => ({ idempotencyKey: randomUUID() });
    await act('invoiceIssue', '2026-02-10', { ...draft, expectedVersion: 1, ...dates, ...key() });
    const receive = (receivedOn: string, amount: string) =>
      act('paymentRecord', receivedOn, {
        companyId,
        clientId,
        amount,
        currencyCode: 'USD',
        receivedOn,
        method: 'BANK_TRANSFER',
        allocations: [{ invoiceId: draft.id, amount }],
        ...key(),
      });
    await receive('2026-03-20', '1000.00');
    const second = await receive('2026-04-02', '700.00');
    await act('paymentReverse', '2026-04-09', { ...second, reversedOn: '2026-04-09', ...key() });

    for (const [asOf, balance, bucket] of [
      ['2026-02-09', null, null],
      ['2026-03-12', '2500.00', 'CURRENT'],
      ['2026-03-25', '1500.00', '1–30'],
      ['2026-04-05', '800.00', '1–30'],
      ['2026-04-15', '1500.00', '31–60'],
    ] as const) {
      const { company: found, invoice } = await ask<{
        company: { receivablesAgeing: Ageing };
        invoice: { positionAsOf: { balanceDue: ShownMoney } };
      }>(
        `query ($id: ID!, $invoice: ID!, $asOf: Date!) {
          company(id: $id) { receivablesAgeing(asOf: $asOf) { ${AGEING} } }
          invoice(id: $invoice) { positionAsOf(date: $asOf) { balanceDue ${MONEY} } }
        }`,
        { id: companyId, invoice: draft.id, asOf },
      );
      const { buckets, rows } = found.receivablesAgeing;
      const row = rows.nodes.find(({ client }) => client.id === clientId);
      const filled = row?.amounts.flatMap((money, index) =>
        minorOf(money) === 0n ? [] : [[buckets[index]?.label, money.amount]],
      );
      expect([asOf, filled]).toEqual([asOf, balance === null ? undefined : [[bucket, balance]]]);
      expect(invoice.positionAsOf.balanceDue.amount).toBe(balance ?? '0.00');
    }
  });

  it('puts each due date of the domain’s table in its bucket, and adds up', async () => {
    const own = await createCompany(db);
    const expected: Record<string, string[]> = {
      CURRENT: ['2026-08-01', '2026-07-31'],
      '1–30': ['2026-07-30', '2026-07-01'],
      '31–60': ['2026-06-30', '2026-06-01'],
      '61–90': ['2026-05-31', '2026-05-02'],
      '90+': ['2026-05-01'],
    };
    const issueDate = '2026-04-01';
    const ids: Record<string, string[]> = {};
    for (const [bucket, dueDates] of Object.entries(expected)) {
      for (const dueDate of dueDates) {
        const id = await createIssued(own, '10.00', { issueDate, dueDate });
        ids[bucket] = [...(ids[bucket] ?? []), id];
      }
    }
    const behind = Object.keys(expected)
      .map((_, bucket) => `b${bucket}: invoices(bucket: ${bucket}) { nodes { id } }`)
      .join(' ');
    const { data } = await api.execute<{ company: { receivablesAgeing: Ageing } }>(
      `query ($id: ID!) { company(id: $id) { receivablesAgeing(asOf: "2026-07-31") {
        ${AGEING.replace('invoices { nodes { id } }', behind)} } } }`,
      { as: own.signedIn, variables: { id: own.companyId } },
    );
    const { buckets, totals, rows } = data?.company.receivablesAgeing ?? expect.unreachable();
    expect(buckets.map(({ label }) => label)).toEqual(Object.keys(expected));
    const [row] = rows.nodes;
    const counts = Object.values(expected).map((dates) => `${10 * dates.length}.00`);
    expect(row?.amounts.map(({ amount }) => amount)).toEqual(counts);
    expect(sumOf(row?.amounts ?? [])).toBe(minorOf(row?.total ?? expect.unreachable()));
    expect(totals).toEqual([{ amounts: row?.amounts, total: row?.total }]);
    for (const [index, bucket] of Object.keys(expected).entries()) {
      const cell = (row as unknown as Record<string, { nodes: { id: string }[] }>)[`b${index}`];
      // Earliest due first: the table has them the other way round.
      expect(cell?.nodes.map(({ id }) => id)).toEqual([...(ids[bucket] ?? [])].reverse());
    }
  });
});
