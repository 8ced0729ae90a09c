import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Invoice } from '../db/generated/sqlite/client.ts';
import type { InvoiceOrderField } from '../features/invoices/invoice.list.ts';
import { decodeId } from '../globalId.ts';
import { type Api, createApi } from '../test/execute.ts';
import { createCompany, type TestCompany } from '../test/factories.ts';
import { createOwners, randomInvoice, storeInvoices } from '../test/randomInvoices.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../test/testDatabase.ts';
import { PAGE_FIELDS, type Page, walk } from '../test/walk.ts';
import type { Direction } from './connection.ts';

const KEYS: Record<InvoiceOrderField, (row: Invoice) => string | bigint> = {
  DUE_DATE: (row) => row.dueDate ?? '',
  ISSUE_DATE: (row) => row.issueDate ?? '',
  NUMBER: (row) => row.number ?? '',
  TOTAL: (row) => row.totalMinor,
  BALANCE: (row) => row.balanceMinor,
};
type Order = { field: InvoiceOrderField; direction: Direction };
const ORDERS = (Object.keys(KEYS) as InvoiceOrderField[]).flatMap((field): Order[] => [
  { field, direction: 'ASC' },
  { field, direction: 'DESC' },
]);

const LIST = `query ($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $orderBy: InvoiceOrder) {
  company(id: $id) {
    invoices(first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy) {
      ${PAGE_FIELDS}
    }
  }
}`;

describe.each(ENGINES)('a list on %s', (engine) => {
  let db: TestDatabase;
  let api: Api;
  beforeAll(async () => {
    db = await createTestDatabase(engine);
    api = createApi(db);
  });
  afterAll(() => db.close());

  const ask = (company: TestCompany, variables: object) =>
    api.execute<{ company: { invoices: Page } }>(LIST, {
      as: company.signedIn,
      variables: { id: company.companyId, ...variables },
    });
  const page = async (company: TestCompany, variables: object): Promise<Page> => {
    const { data, errors } = await ask(company, variables);
    if (data === null) throw new Error(JSON.stringify(errors));
    return data.company.invoices;
  };
  const walked = (
    company: TestCompany,
    orderBy: Order,
    way: { size: number; backward: boolean },
    between?: () => Promise<void>,
  ) => walk((variables) => page(company, { ...variables, orderBy }), way, between);

  /** The slow oracle: sort all rows in memory, ties by id. */
  async function sorted(company: TestCompany, { field, direction }: Order): Promise<number[]> {
    const rows = await db.reader.invoice.findMany({ where: { companyId: company.company.id } });
    const way = direction === 'ASC' ? 1 : -1;
    return rows
      .map((row) => ({ id: row.id, key: KEYS[field](row) }))
      .sort((a, b) => way * (a.key < b.key ? -1 : a.key > b.key ? 1 : a.id - b.id))
      .map((row) => row.id);
  }
  const rowIds = (ids: readonly string[]) => ids.map((id) => decodeId('Invoice', id) ?? 0);

  it('gives each row once in the same order, whatever the page size, order and way', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(randomInvoice, { minLength: 8, maxLength: 20 }),
        fc.integer({ min: 1, max: 9 }),
        async (invoices, size) => {
          const company = await createCompany(db);
          await storeInvoices(db, company, await createOwners(db, company), invoices);
          for (const orderBy of ORDERS) {
            const expected = await sorted(company, orderBy);
            const whole = await page(company, { first: 100, orderBy });
            expect(rowIds(whole.nodes.map((node) => node.id))).toEqual(expected);
            expect(whole.totalCount).toBe(invoices.length);
            expect(rowIds(await walked(company, orderBy, { size, backward: false }))).toEqual(
              expected,
            );
            expect(rowIds(await walked(company, orderBy, { size, backward: true }))).toEqual(
              expected,
            );
          }
        },
      ),
      { numRuns: 3 },
    );
  });

  it('skips and repeats nothing while rows are inserted between pages', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(randomInvoice, { minLength: 8, maxLength: 16 }),
        fc.infiniteStream(randomInvoice),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom(...ORDERS),
        fc.boolean(),
        async (invoices, later, size, orderBy, backward) => {
          const company = await createCompany(db);
          const owners = await createOwners(db, company);
          await storeInvoices(db, company, owners, invoices);
          const before = await sorted(company, orderBy);
          let number = 1_000;
          const insert = async () => {
            number += 1;
            if (number < 1_012)
              await storeInvoices(db, company, owners, [...later.take(1)], number);
          };
          const ids = rowIds(await walked(company, orderBy, { size, backward }, insert));
          expect(new Set(ids).size).toBe(ids.length);
          expect(ids.filter((id) => before.includes(id))).toEqual(before);
        },
      ),
      { numRuns: 8 },
    );
  });

  it('refuses page arguments that contradict each other or exceed the limit', async () => {
    const company = await createCompany(db);
    for (const [variables, message] of [
      [{ first: 1, last: 1 }, 'Give first or last, not both.'],
      [{ first: 101 }, 'A page has 0 to 100 items, 101 were asked for.'],
      [{ last: 101 }, 'A page has 0 to 100 items, 101 were asked for.'],
      [{ first: -1 }, 'A page has 0 to 100 items, -1 were asked for.'],
    ] as const) {
      const { errors, data } = await ask(company, variables);
      expect(data).toEqual({ company: null });
      expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
    }
    expect(await page(company, { first: 0 })).toMatchObject({ nodes: [], totalCount: 0 });
  });

  it('refuses cursors of another order, of another company’s list, and forged ones', async () => {
    const [mine, theirs] = [await createCompany(db), await createCompany(db)];
    const invoices = fc.sample(randomInvoice, { numRuns: 3, seed: 7 });
    for (const company of [mine, theirs]) {
      await storeInvoices(db, company, await createOwners(db, company), invoices);
    }
    const orderBy = { field: 'TOTAL', direction: 'ASC' };
    const own = (await page(mine, { orderBy })).pageInfo.startCursor ?? '';
    const foreign = (await page(theirs, { orderBy })).pageInfo.startCursor ?? '';
    const [name] = JSON.parse(Buffer.from(own, 'base64url').toString()) as [string];
    const forged = [
      [name, '9'.repeat(40), 1],
      [name, 'ten', 1],
      [name, '9', 1.5],
      [name, '9', 0],
      [name, '9', 2 ** 60],
      [name, 9, 1],
      [name, '9'],
      { name },
      null,
    ].map((parts) => Buffer.from(JSON.stringify(parts)).toString('base64url'));
    const wrong = [foreign, ...forged, '', 'x', '\0', '🙈', own.slice(0, -3)];
    for (const cursor of wrong) {
      for (const place of [{ after: cursor }, { before: cursor }]) {
        const { errors, data } = await ask(mine, { ...place, orderBy });
        expect(data, JSON.stringify(place)).toEqual({ company: null });
        expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
      }
    }
    const otherOrder = await ask(mine, {
      after: own,
      orderBy: { field: 'TOTAL', direction: 'DESC' },
    });
    expect(otherOrder.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect((await page(mine, { after: own, orderBy })).nodes).toHaveLength(2);
  });
});
