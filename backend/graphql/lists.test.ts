import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paymentReverse } from '../features/payments/payment.service.ts';
import { encodeId, type NodeType } from '../globalId.ts';
import { type Api, createApi } from '../test/execute.ts';
import { createCompany, createIssued, createPayment, type TestCompany } from '../test/factories.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../test/testDatabase.ts';
import { PAGE_FIELDS, type Page, type PageVariables, walk } from '../test/walk.ts';

const CLIENTS = [
  'Élan',
  'alpha',
  'Beta',
  'ALPHA',
  'gamma',
  'beta',
  '50% Co',
  'under_score',
  'gamma',
];
const STATUSES = ['ACTIVE', 'ON_HOLD', 'COMPLETED', 'ARCHIVED'] as const;
const DAYS = ['2026-03-18', '2026-03-19', '2026-03-20'];

const ARGS = 'first: $first, after: $after, last: $last, before: $before';

describe.each(ENGINES)('the other lists on %s', (engine) => {
  let db: TestDatabase;
  let api: Api;
  let company: TestCompany;
  let invoice: string;

  beforeAll(async () => {
    db = await createTestDatabase(engine);
    api = createApi(db);
    company = await createCompany(db);
    const companyId = company.company.id;
    await db.transaction(async (tx) => {
      for (const [index, name] of CLIENTS.entries()) {
        const archivedAt = index % 3 === 0 ? new Date() : null;
        const client = await tx.client.create({ data: { companyId, name, archivedAt } });
        const status = STATUSES[index % STATUSES.length] ?? 'ACTIVE';
        await tx.project.create({ data: { companyId, clientId: client.id, name, status } });
      }
    });
    invoice = await createIssued(company, '1000.00');
    for (const [index, day] of [...DAYS, ...DAYS, ...DAYS].entries()) {
      const reference = index % 2 === 0 ? `CHECK ${index}` : null;
      await createPayment(company, invoice, `${1 + Math.floor(index / 3)}.00`, day, reference);
    }
    const id = await createPayment(company, invoice, '7.00', '2026-03-19');
    await paymentReverse(company.at('2026-03-20'), { id, idempotencyKey: 'reverse' });
    const clients = await db.reader.client.findMany({ where: { companyId } });
    for (const [index, client] of clients.entries()) {
      const other = { ...company, clientId: encodeId('Client', client.id) };
      for (const dueDate of ['2026-02-20', '2026-02-20', '2026-03-10']) {
        await createIssued(other, `${10 + index}.00`, { issueDate: '2026-02-10', dueDate });
      }
    }
  });
  afterAll(() => db.close());

  interface List {
    /** Of which thing. */
    readonly of: () => string;
    /** The selection on that thing; ARGS stands for the page arguments. */
    readonly selection: string;
    /** From the thing to the connection. */
    readonly path: string;
    /** A row of a report has no id of its own: what tells it from others. */
    readonly key?: string;
  }
  const LISTS: Record<string, List> = {
    clients: {
      of: () => company.companyId,
      selection: '... on Company { clients(ARGS) { PAGE } }',
      path: 'clients',
    },
    'projects, latest in the alphabet first': {
      of: () => company.companyId,
      selection:
        '... on Company { projects(ARGS, orderBy: { field: NAME, direction: DESC }) { PAGE } }',
      path: 'projects',
    },
    payments: {
      of: () => company.companyId,
      selection: '... on Company { payments(ARGS) { PAGE } }',
      path: 'payments',
    },
    'payments by amount': {
      of: () => company.companyId,
      selection:
        '... on Company { payments(ARGS, orderBy: { field: AMOUNT, direction: ASC }) { PAGE } }',
      path: 'payments',
    },
    'payments of a client': {
      of: () => company.clientId,
      selection: '... on Client { payments(ARGS) { PAGE } }',
      path: 'payments',
    },
    'what settles an invoice': {
      of: () => invoice,
      selection: '... on Invoice { payments(ARGS) { PAGE } }',
      path: 'payments',
    },
    'rows of the ageing report': {
      of: () => company.companyId,
      selection: '... on Company { receivablesAgeing { rows(ARGS) { PAGE } } }',
      path: 'receivablesAgeing.rows',
      key: 'client { id } currencyCode',
    },
    'invoices behind a row of the ageing report': {
      of: () => company.companyId,
      selection: `... on Company { receivablesAgeing {
        rows(first: 1) { nodes { invoices(bucket: 1, ARGS) { PAGE } } } } }`,
      path: 'receivablesAgeing.rows.nodes.0.invoices',
    },
  };

  const askPage = ({ of, selection, key = 'id' }: List, variables: PageVariables) => {
    const page = PAGE_FIELDS.replaceAll('{ id }', `{ ${key} }`);
    const query = `query ($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
      node(id: $id) { ${selection.replace('PAGE', page).replace('ARGS', ARGS)} }
    }`;
    return api.execute<{ node: unknown }>(query, {
      as: company.signedIn,
      variables: { id: of(), ...variables },
    });
  };

  it.each(Object.entries(LISTS))(
    'refuses contradictions, excess and nonsense in %s',
    async (_, list) => {
      for (const variables of [
        { first: 1, last: 1 },
        { first: 101 },
        { last: 101 },
        { first: -1 },
        { after: 'nonsense' },
        { before: '' },
        { after: Buffer.from('999999 USD').toString('base64url') },
      ]) {
        const { errors } = await askPage(list, variables);
        expect(errors, JSON.stringify(variables)).toMatchObject([
          { extensions: { code: 'BAD_USER_INPUT' } },
        ]);
      }
    },
  );

  it.each(Object.entries(LISTS))('walks %s in one order, each once, both ways', async (_, list) => {
    const withId = (node: object) => ({ id: JSON.stringify(node) });
    const read = async (variables: PageVariables): Promise<Page> => {
      const { data, errors } = await askPage(list, variables);
      expect(errors).toEqual([]);
      const connection = list.path
        .split('.')
        .reduce((at, step) => (at as Record<string, unknown>)[step], data?.node) as Page;
      return {
        ...connection,
        nodes: connection.nodes.map(withId),
        edges: connection.edges.map((edge) => ({ ...edge, node: withId(edge.node) })),
      };
    };
    const whole = await read({ first: 100 });
    const ids = whole.nodes.map((node) => node.id);
    expect(ids.length).toBeGreaterThan(1);
    expect(new Set(ids).size).toBe(ids.length);
    expect(whole.totalCount).toBe(ids.length);
    for (const size of [1, 2, 3, 100]) {
      for (const backward of [false, true]) {
        expect(await walk(read, { size, backward })).toEqual(ids);
      }
    }
  });

  const FILTERED = `query ($id: ID!, $clients: ClientFilter, $projects: ProjectFilter, $payments: PaymentFilter) {
    company(id: $id) {
      clients(first: 100, filter: $clients) { nodes { id } totalCount }
      projects(first: 100, filter: $projects) { nodes { id } totalCount }
      payments(first: 100, filter: $payments) { nodes { id } totalCount }
    }
  }`;
  type Filters = { clients?: object; projects?: object; payments?: object };
  type Filtered = Record<keyof Filters, { nodes: { id: string }[]; totalCount: number }>;
  const filtered = async (filters: Filters) => {
    const { data, errors } = await api.execute<{ company: Filtered }>(FILTERED, {
      as: company.signedIn,
      variables: { id: company.companyId, ...filters },
    });
    expect(errors).toEqual([]);
    const list = data?.company ?? expect.unreachable();
    return (of: keyof Filters) => {
      expect(list[of].totalCount).toBe(list[of].nodes.length);
      return list[of].nodes.map((node) => node.id).sort();
    };
  };
  const idsOf = (typeName: NodeType, rows: { id: number }[]) =>
    rows.map((row) => encodeId(typeName, row.id)).sort();
  const contains = (name: string, part: string | null) =>
    part === null || name.toLowerCase().includes(part.trim().toLowerCase());

  it('selects clients and projects by name and state as a slow oracle does', async () => {
    const { id } = company.company;
    const clients = await db.reader.client.findMany({ where: { companyId: id } });
    const projects = await db.reader.project.findMany({ where: { companyId: id } });
    for (const name of [null, '', 'ALPHA', 'éLAN', '%', '_', '0% c', ' beta ', 'nobody']) {
      for (const archived of [null, true, false]) {
        for (const statuses of [null, [], ['ACTIVE'], ['ON_HOLD', 'ARCHIVED']]) {
          const found = await filtered({
            clients: { name, archived },
            projects: { name, statuses },
          });
          expect(found('clients')).toEqual(
            idsOf(
              'Client',
              clients.filter(
                (row) =>
                  contains(row.name, name) &&
                  (archived === null || (row.archivedAt !== null) === archived),
              ),
            ),
          );
          expect(found('projects')).toEqual(
            idsOf(
              'Project',
              projects.filter(
                (row) =>
                  contains(row.name, name) && (statuses === null || statuses.includes(row.status)),
              ),
            ),
          );
        }
      }
    }
  });

  it('selects payments by client, dates, reference and reversal as a slow oracle does', async () => {
    const payments = await db.reader.payment.findMany({
      where: { companyId: company.company.id },
    });
    const [, second] = DAYS;
    for (const clientId of [null, company.clientId, encodeId('Client', 999_999), invoice]) {
      for (const receivedFrom of [null, second]) {
        for (const receivedTo of [null, second]) {
          for (const reversed of [null, true, false]) {
            for (const reference of [null, 'CHECK 2', 'CHECK']) {
              const filter = { clientId, receivedFrom, receivedTo, reversed, reference };
              const found = await filtered({ payments: filter });
              const expected = payments.filter(
                (row) =>
                  (clientId === null || encodeId('Client', row.clientId) === clientId) &&
                  (receivedFrom == null || row.receivedOn >= receivedFrom) &&
                  (receivedTo == null || row.receivedOn <= receivedTo) &&
                  (reversed === null || (row.reversedOn !== null) === reversed) &&
                  (reference === null || row.reference === reference),
              );
              expect(found('payments'), JSON.stringify(filter)).toEqual(idsOf('Payment', expected));
            }
          }
        }
      }
    }
  });

  it.each([
    { clients: { name: 'a\0' } },
    { projects: { name: '\ud800' } },
    { payments: { reference: '\0' } },
  ])('refuses a text that no row can have: %o', async (filters) => {
    const { errors } = await api.execute(FILTERED, {
      as: company.signedIn,
      variables: { id: company.companyId, ...filters },
    });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
