import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../domain/civilDate.ts';
import { parseMoneyAmount } from '../../domain/money.ts';
import { decodeId, encodeId } from '../../globalId.ts';
import { type Api, createApi } from '../../test/execute.ts';
import { createCompany, type TestCompany } from '../../test/factories.ts';
import {
  createOwners,
  EPOCH,
  type Owners,
  randomInvoice,
  storeInvoices,
} from '../../test/randomInvoices.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../../test/testDatabase.ts';
import type { InvoiceFilter } from './invoice.list.ts';
import {
  daysPastDue,
  INVOICE_STATUSES,
  type InvoiceStatus,
  invoiceStatus,
  isOverdue,
} from './invoice.rules.ts';

const LIST = `query ($id: ID!, $filter: InvoiceFilter) {
  company(id: $id) {
    invoices(first: 100, filter: $filter, orderBy: { field: TOTAL, direction: ASC }) {
      nodes { id status isOverdue daysPastDue }
      totalCount
    }
  }
}`;

interface List {
  nodes: { id: string; status: InvoiceStatus; isOverdue: boolean; daysPastDue: number | null }[];
  totalCount: number;
}

const STATUSES = Object.keys(INVOICE_STATUSES) as InvoiceStatus[];
const day = fc.integer({ min: -1, max: 9 }).map((days) => addDays(EPOCH, days));
const amount = fc.constantFrom('0', '9', '9.00', '10', '250.00', '-1');

describe.each(ENGINES)('the invoice list on %s', (engine) => {
  let db: TestDatabase;
  let api: Api;
  let company: TestCompany;
  let owners: Owners;
  let rows: Awaited<ReturnType<typeof storedRows>>;
  const storedRows = () =>
    db.reader.invoice.findMany({
      where: { companyId: company.company.id },
      include: { client: true },
      orderBy: { id: 'asc' },
    });

  beforeAll(async () => {
    db = await createTestDatabase(engine);
    api = createApi(db);
    company = await createCompany(db);
    owners = await createOwners(db, company);
    await storeInvoices(
      db,
      company,
      owners,
      fc.sample(randomInvoice, { numRuns: 80, seed: 20_260_301 }),
    );
    rows = await storedRows();
  });
  afterAll(() => db.close());
  type Stored = (typeof rows)[number];

  const list = async (filter: InvoiceFilter, today: string): Promise<List> => {
    const { data, errors } = await api.execute<{ company: { invoices: List } }>(LIST, {
      as: company.signedIn,
      at: today,
      variables: { id: company.companyId, filter },
    });
    if (data === null) throw new Error(JSON.stringify(errors));
    return data.company.invoices;
  };

  /** Each condition once more, over a row in memory. */
  const ORACLE: {
    [Key in keyof InvoiceFilter]-?: (
      row: Stored,
      wanted: NonNullable<InvoiceFilter[Key]>,
      today: string,
    ) => boolean;
  } = {
    statuses: (row, wanted, today) => wanted.includes(invoiceStatus(row, today)),
    overdue: (row, wanted, today) => isOverdue(row, today) === wanted,
    clientId: (row, wanted) => encodeId('Client', row.clientId) === wanted,
    projectId: (row, wanted) =>
      row.projectId !== null && encodeId('Project', row.projectId) === wanted,
    number: (row, wanted) => (row.number ?? '').startsWith(wanted),
    search: (row, wanted) =>
      [row.number, row.purchaseOrderNumber, row.memo, row.client.name].some((text) =>
        (text ?? '').toLowerCase().includes(wanted.trim().toLowerCase()),
      ),
    issuedFrom: (row, wanted) => row.issueDate !== null && row.issueDate >= wanted,
    issuedTo: (row, wanted) => row.issueDate !== null && row.issueDate <= wanted,
    dueFrom: (row, wanted) => row.dueDate !== null && row.dueDate >= wanted,
    dueTo: (row, wanted) => row.dueDate !== null && row.dueDate <= wanted,
    currencyCode: (row, wanted) => row.currencyCode === wanted,
    totalMin: (row, wanted) => row.totalMinor >= minor(wanted, row),
    totalMax: (row, wanted) => row.totalMinor <= minor(wanted, row),
  };
  function minor(text: string, { currencyCode }: Stored): bigint {
    const parsed = parseMoneyAmount(text, currencyCode);
    // In another currency than the filter's the row is out already.
    return parsed.ok ? parsed.value.minor : 0n;
  }
  const passes = (row: Stored, filter: InvoiceFilter, today: string): boolean =>
    Object.entries(filter).every(([key, wanted]) =>
      (ORACLE[key as keyof InvoiceFilter] as (row: Stored, ...more: unknown[]) => boolean)(
        row,
        wanted,
        today,
      ),
    );

  const sameAsOracle = async (filter: InvoiceFilter, today: string): Promise<number> => {
    const { nodes, totalCount } = await list(filter, today);
    const expected = rows.filter((row) => passes(row, filter, today)).map((row) => row.id);
    const found = nodes.map((node) => decodeId('Invoice', node.id) ?? 0);
    expect(found.sort((a, b) => a - b)).toEqual(expected);
    expect(totalCount).toBe(expected.length);
    return expected.length;
  };

  it('derives status, overdue and days past due as the rules do, on any day', async () => {
    for (let days = -1; days <= 9; days += 1) {
      const today = addDays(EPOCH, days);
      const { nodes } = await list({}, today);
      expect(nodes).toHaveLength(rows.length);
      for (const node of nodes) {
        const row = rows.find((one) => one.id === decodeId('Invoice', node.id));
        if (row === undefined) throw new Error(`${node.id} is not in the list`);
        expect(node).toMatchObject({
          status: invoiceStatus(row, today),
          isOverdue: isOverdue(row, today),
          daysPastDue: daysPastDue(row, today),
        });
      }
    }
  });

  it('selects by each status what the rules give that status, on any day', async () => {
    const seen = new Map<InvoiceStatus, number>();
    for (let days = -1; days <= 9; days += 1) {
      const today = addDays(EPOCH, days);
      for (const status of STATUSES) {
        const found = await sameAsOracle({ statuses: [status] }, today);
        seen.set(status, (seen.get(status) ?? 0) + found);
      }
    }
    for (const status of STATUSES) expect(seen.get(status), status).toBeGreaterThan(0);
    expect(await sameAsOracle({ statuses: [] }, EPOCH)).toBe(0);
  });

  it('selects by any conditions together what a slow oracle selects', async () => {
    const client = () => owners.clients.map((id) => encodeId('Client', id));
    const project = () => owners.projects.map((id) => encodeId('Project', id));
    const conditions: { [Key in keyof InvoiceFilter]-?: fc.Arbitrary<Partial<InvoiceFilter>> } = {
      statuses: fc.subarray(STATUSES).map((statuses) => ({ statuses })),
      overdue: fc.boolean().map((overdue) => ({ overdue })),
      clientId: fc.constantFrom(...client(), ...project()).map((clientId) => ({ clientId })),
      projectId: fc.constantFrom(...project(), 'nonsense').map((projectId) => ({ projectId })),
      number: fc
        .constantFrom('', 'INV', 'INV-000', 'INV-0012', 'inv', '%', 'INV_')
        .map((number) => ({
          number,
        })),
      search: fc
        .constantFrom(
          '',
          ' ',
          '5%',
          '%',
          '_',
          'under_',
          'ändern',
          'GRÖSSE',
          'größe & co',
          'po-7',
          '001',
        )
        .map((search) => ({ search })),
      issuedFrom: day.map((issuedFrom) => ({ issuedFrom })),
      issuedTo: day.map((issuedTo) => ({ issuedTo })),
      dueFrom: day.map((dueFrom) => ({ dueFrom })),
      dueTo: day.map((dueTo) => ({ dueTo })),
      currencyCode: fc.constantFrom('USD', 'JPY', 'CHF').map((currencyCode) => ({ currencyCode })),
      totalMin: amount.map((totalMin) => ({ totalMin, currencyCode: 'USD' })),
      totalMax: amount.map((totalMax) => ({ totalMax, currencyCode: 'EUR' })),
    };
    const filters = fc
      .subarray(Object.values(conditions), { minLength: 1, maxLength: 3 })
      .chain((chosen) => fc.tuple(...chosen))
      .map((parts): InvoiceFilter => Object.assign({}, ...parts));
    let found = 0;
    await fc.assert(
      fc.asyncProperty(filters, day, async (filter, today) => {
        found += await sameAsOracle(filter, today);
      }),
      { numRuns: 80 },
    );
    expect(found).toBeGreaterThan(50);
    // Each alone as well, so that none hides behind another one's empty result.
    for (const condition of Object.values(conditions)) {
      for (const filter of fc.sample(condition, 3)) await sameAsOracle(filter, addDays(EPOCH, 3));
    }
  });

  it('asks for a currency beside an amount, and for an amount of that currency', async () => {
    for (const filter of [
      { totalMin: '1' },
      { totalMax: '1' },
      { totalMin: '1.5', currencyCode: 'JPY' },
      { totalMax: '9000000000000.01', currencyCode: 'USD' },
    ]) {
      const { errors } = await api.execute(LIST, {
        as: company.signedIn,
        variables: { id: company.companyId, filter },
      });
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    }
  });

  it('refuses texts that no row can have', async () => {
    for (const field of ['search', 'number']) {
      for (const wrong of ['a\0b', '\ud800']) {
        const { errors } = await api.execute(LIST, {
          as: company.signedIn,
          variables: { id: company.companyId, filter: { [field]: wrong } },
        });
        expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
      }
    }
  });
});
