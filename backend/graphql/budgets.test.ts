import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verify } from '../db/verify.ts';
import { encodeId } from '../globalId.ts';
import { type Answer, type Api, createApi } from '../test/execute.ts';
import { createCompany, type TestCompany } from '../test/factories.ts';
import { dashboardOperation } from '../test/operations.ts';
import { createPortfolio } from '../test/portfolio.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../test/testDatabase.ts';

const TODAY = '2026-07-31';
const TREE = `query ($companyId: ID!, $first: Int) {
  company(id: $companyId) {
    id
    projects(first: $first) {
      nodes {
        id
        name
        invoices(first: $first) {
          nodes {
            id
            number
            status
            total { amount }
            lineItems { id description quantity unitPrice }
            payments(first: 5) { nodes { id amount { amount } payment { id receivedOn method } } }
          }
        }
      }
    }
  }
}`;
const AGEING_CELLS = `query ($companyId: ID!, $first: Int) {
  company(id: $companyId) {
    id
    receivablesAgeing(asOf: "2026-07-31") {
      totals { total { amount } }
      rows(first: $first) {
        nodes {
          client { id name }
          amounts { amount }
          ${[0, 1, 2, 3, 4]
            .map(
              (bucket) => `bucket${bucket}: invoices(bucket: ${bucket}, first: $first) {
                nodes { id number positionAsOf(date: "2026-07-31") { balanceDue { amount } } }
              }`,
            )
            .join('\n')}
        }
      }
    }
  }
}`;

/** How many different records an answer shows: everything in it that has an id. */
function recordsShown(data: unknown): number {
  const ids = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('id' in value && typeof value.id === 'string') ids.add(value.id);
    Object.values(value).forEach(visit);
  };
  visit(data);
  return ids.size;
}

/**
 * Rows of records that an answer took. Left out are the statements of our own, which read keys,
 * counts, sums and positions, never records: a list's keys are one more than its page per parent.
 */
function recordsFetched(statements: Answer<unknown>['statements']): number {
  return statements
    .filter(({ sql }) => /^SELECT [`"](main|public)[`"]\./.test(sql))
    .reduce((sum, { rows }) => sum + rows, 0);
}

describe.each(ENGINES)('what a page costs on %s', (engine) => {
  let db: TestDatabase;
  let api: Api;
  let company: TestCompany;
  beforeAll(async () => {
    db = await createTestDatabase(engine);
    api = createApi(db);
    company = await createCompany(db);
    // More than any page asks for, so that a list that reads everything shows.
    await createPortfolio(db, company, { clients: 14, invoices: 60 });
  });
  afterAll(async () => {
    expect(await verify(db)).toEqual([]);
    await db.close();
  });

  /** The number of statements; the first of them finds the viewer and counts too. */
  async function statementsOf(query: string, variables: object): Promise<number> {
    const { data, errors, statements } = await api.execute(query, {
      as: company.signedIn,
      at: TODAY,
      variables: { companyId: company.companyId, ...variables },
    });
    expect(errors).toEqual([]);
    expect(statements[0]?.sql).toContain('FROM users');
    const shown = recordsShown(data);
    expect(shown).toBeGreaterThan(1);
    expect(recordsFetched(statements)).toBeLessThanOrEqual(shown * 1.2);
    return statements.length;
  }

  it.each([2, 10, 50])('the invoice list with %i a page: 7 statements', async (first) => {
    // Viewer, company, keys, invoices, clients, projects, count.
    expect(await statementsOf(dashboardOperation('InvoiceList'), { first })).toBe(7);
  });

  it('the invoice page: 13 statements', async () => {
    const invoice = await db.reader.invoice.findFirstOrThrow({
      where: { companyId: company.company.id },
    });
    const id = encodeId('Invoice', invoice.id);
    // Viewer, invoice, company, client, project, lines, their currency, entries, their currency;
    // of payments the keys, the parts, the payments, the count.
    expect(await statementsOf(dashboardOperation('InvoicePage'), { id })).toBe(13);
  });

  it.each([2, 10])(
    'a tree of %i projects with as many invoices each: 10 statements',
    async (first) => {
      // Viewer, company; of projects, invoices and allocations the keys and the rows; lines, payments.
      expect(await statementsOf(TREE, { first })).toBe(10);
    },
  );

  it.each([2, 10])('the ageing report with %i rows: 4 statements', async (first) => {
    const variables = { asOf: TODAY, basis: 'DUE_DATE', groupBy: 'CLIENT', first };
    // Viewer, company, all cells of the report, clients.
    expect(await statementsOf(dashboardOperation('Ageing'), variables)).toBe(4);
  });

  it.each([2, 10])(
    '%i rows of it with the invoices behind each cell: 19 statements',
    async (first) => {
      // Viewer, company, cells, clients; of each of the five buckets keys, invoices, positions.
      expect(await statementsOf(AGEING_CELLS, { first })).toBe(19);
    },
  );
});
