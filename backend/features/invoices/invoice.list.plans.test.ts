import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Prisma } from '../../db/generated/sqlite/client.ts';
import { type Api, createApi } from '../../test/execute.ts';
import { createCompany, type TestCompany } from '../../test/factories.ts';
import { createPortfolio } from '../../test/portfolio.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../../test/testDatabase.ts';
import { INVOICE_STATUSES } from './invoice.rules.ts';

const TODAY = '2026-07-31';
const PAGE = `query ($id: ID!, $after: String, $filter: InvoiceFilter, $orderBy: InvoiceOrder) {
  company(id: $id) {
    invoices(first: 2, after: $after, filter: $filter, orderBy: $orderBy) { pageInfo { endCursor } }
  }
}`;
const COUNT = `query ($id: ID!, $filter: InvoiceFilter) {
  company(id: $id) { invoices(filter: $filter) { totalCount } }
}`;
interface Page {
  readonly company: { readonly invoices: { readonly pageInfo: { readonly endCursor: string } } };
}

const INDEXES = {
  ISSUE_DATE: 'invoices_by_issue_date',
  DUE_DATE: 'invoices_by_due_date',
  NUMBER: 'invoices_by_number',
  TOTAL: 'invoices_by_total',
  BALANCE: 'invoices_by_balance',
} as const;
const ORDERS = Object.keys(INDEXES) as (keyof typeof INDEXES)[];
const FILTERS = [{}, ...Object.keys(INVOICE_STATUSES).map((status) => ({ statuses: [status] }))];

/** Without statistics on SQLite, and on PostgreSQL for tables that are not worth an index yet. */
describe.each(ENGINES)('plans of the invoice list on %s', (engine) => {
  let db: TestDatabase;
  let api: Api;
  let company: TestCompany;
  const asked: Prisma.Sql[] = [];

  beforeAll(async () => {
    db = await createTestDatabase(engine);
    const query: TestDatabase['query'] = (statement, row) => {
      asked.push(statement);
      return db.query(statement, row);
    };
    api = createApi({ ...db, query });
    company = await createCompany(db);
    await createPortfolio(db, company, { clients: 4, invoices: 40 });
  });
  afterAll(() => db.close());

  async function planOf(statement: Prisma.Sql): Promise<string[]> {
    if (engine === 'sqlite') {
      const explain = Prisma.sql`EXPLAIN QUERY PLAN ${statement}`;
      return (await db.query(explain, z.object({ detail: z.string() }))).map((row) => row.detail);
    }
    return db.transaction(async (tx) => {
      for (const other of ['seqscan', 'bitmapscan', 'sort']) {
        await tx.$executeRawUnsafe(`SET LOCAL enable_${other} = off`);
      }
      const rows = await tx.$queryRaw<{ 'QUERY PLAN': string }[]>(
        Prisma.sql`EXPLAIN (COSTS OFF) ${statement}`,
      );
      return rows.map((row) => row['QUERY PLAN'].trim());
    });
  }

  /** What an operation reads of the invoices, and how; the rows of the page come by their ids. */
  async function readsOf(query: string, variables: object) {
    asked.length = 0;
    const { data, errors } = await api.execute<Page>(query, {
      as: company.signedIn,
      at: TODAY,
      variables: { id: company.companyId, ...variables },
    });
    expect(errors).toEqual([]);
    const statement = asked.find(({ sql }) => sql.includes('FROM invoices'));
    if (statement === undefined) throw new Error('nothing was asked of invoices');
    const plan = await planOf(statement);
    const reads = plan.filter((line) =>
      /(SEARCH|SCAN) invoices|Scan.* (on|using) invoices/.test(line),
    );
    return { data, plan, reads };
  }

  it.each(ORDERS)(
    'reads a page by %s from its own index, in its order, whatever the status',
    async (field) => {
      const index = INDEXES[field];
      for (const filter of FILTERS) {
        for (const direction of ['ASC', 'DESC']) {
          const orderBy = { field, direction };
          const { plan, reads } = await readsOf(PAGE, { filter, orderBy });
          const others = reads.filter((line) => !new RegExp(`${index}\\b`).test(line));
          expect({ filter, orderBy, others }).toEqual({ filter, orderBy, others: [] });
          // To merge the firsts of several ranges SQLite puts each of them in order again.
          const sorts = plan.filter((line) => /TEMP B-TREE|Sort$/.test(line)).length;
          expect(sorts).toBe(engine === 'sqlite' && reads.length > 1 ? reads.length : 0);
        }
      }
    },
  );

  it.each(ORDERS)('finds the place of a cursor by %s without reading up to it', async (field) => {
    const orderBy = { field, direction: 'DESC' };
    const { data } = await readsOf(PAGE, { orderBy });
    const after = data?.company.invoices.pageInfo.endCursor;
    const { plan, reads } = await readsOf(PAGE, { orderBy, after });
    // Company, settlement, and the place in the order.
    const bound =
      engine === 'sqlite'
        ? reads.filter((line) => /company_id=\? AND <expr>=\? AND \S+<\?/.test(line))
        : plan.filter((line) => /^Index Cond: .*company_id = .*CASE.*<=/.test(line));
    expect(bound).toHaveLength(reads.length);
  });

  it('counts every status from an index alone', async () => {
    for (const filter of FILTERS) {
      const { reads } = await readsOf(COUNT, { filter });
      const others = reads.filter((line) => !/COVERING INDEX|Index.* invoices_/.test(line));
      expect({ filter, others }).toEqual({ filter, others: [] });
      expect(reads).not.toEqual([]);
    }
  });
});
