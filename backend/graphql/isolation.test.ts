import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeId } from '../globalId.ts';
import { type Api, createApi } from '../test/execute.ts';
import { createIssued, type SignedIn } from '../test/factories.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../test/testDatabase.ts';
import { createWorld, unknownId, type World } from '../test/world.ts';

describe.each(ENGINES)('companies side by side on %s', (engine) => {
  let db: TestDatabase;
  let api: Api;
  let mine: World;
  let theirs: World;
  /** Somebody who belongs to both companies. */
  let both: SignedIn;
  beforeAll(async () => {
    db = await createTestDatabase(engine);
    api = createApi(db);
    mine = await createWorld(db);
    theirs = await createWorld(db);
    both = theirs.signedIn;
    await db.transaction(async (tx) => {
      const { id: companyId } = mine.company;
      await tx.membership.create({ data: { companyId, userId: both.userId, role: 'VIEWER' } });
      // In Auckland it is the next day already, in Honolulu still the day before.
      const inZone = (world: World, timeZone: string) =>
        tx.company.update({ where: { id: world.company.id }, data: { timeZone } });
      await inZone(mine, 'Pacific/Honolulu');
      await inZone(theirs, 'Pacific/Auckland');
    });
  });
  afterAll(() => db.close());

  it('finds nothing by the ids of another company’s things', async () => {
    const query = `query ($id: ID!, $invoices: InvoiceFilter, $payments: PaymentFilter) {
      company(id: $id) {
        invoices(filter: $invoices) { nodes { id } totalCount }
        payments(filter: $payments) { nodes { id } totalCount }
      }
    }`;
    const ask = async (filters: { invoices?: object; payments?: object }) => {
      const variables = { id: mine.companyId, ...filters };
      const { data, errors } = await api.execute(query, { as: mine.signedIn, variables });
      expect(errors).toEqual([]);
      return data;
    };
    const { clientId, projectId } = theirs;
    const nothing = { nodes: [], totalCount: 0 };
    for (const id of [clientId, unknownId(clientId), projectId, 'x']) {
      expect(await ask({ invoices: { clientId: id }, payments: { clientId: id } })).toEqual({
        company: { invoices: nothing, payments: nothing },
      });
    }
    for (const id of [projectId, unknownId(projectId), clientId, 'x']) {
      expect(await ask({ invoices: { projectId: id } })).toMatchObject({
        company: { invoices: nothing },
      });
    }
    const own = await ask({
      invoices: { clientId: mine.clientId },
      payments: { clientId: mine.clientId },
    });
    expect(own).toMatchObject({
      company: { invoices: { totalCount: 2 }, payments: { totalCount: 1 } },
    });
  });

  it('shows of a person only the companies that one shares with them', async () => {
    const query =
      'query ($id: ID!) { node(id: $id) { ... on User { memberships { company { id } } } } }';
    const companies = async (as: SignedIn) => {
      const variables = { id: encodeId('User', both.userId) };
      const { data } = await api.execute(query, { as, variables });
      return JSON.stringify(data);
    };
    expect(await companies(mine.signedIn)).toContain(mine.companyId);
    expect(await companies(mine.signedIn)).not.toContain(theirs.companyId);
    expect(await companies(both)).toContain(theirs.companyId);
  });

  interface Companies {
    viewer: {
      memberships: {
        company: {
          id: string;
          overdue: { nodes: { id: string }[]; totalCount: number };
          found: { nodes: { id: string }[] };
          receivablesAgeing: {
            asOf: string;
            rows: { nodes: { invoices: { nodes: { id: string }[]; totalCount: number } }[] };
          };
        };
      }[];
    };
  }

  it('reads the lists of several companies at once, each by its own day and its own rows', async () => {
    const dates = { issueDate: '2026-02-10', dueDate: '2026-03-12' };
    const [here, there] = [
      await createIssued(mine, '5.00', dates),
      await createIssued(theirs, '7.00', dates),
    ];
    const { data, errors } = await api.execute<Companies>(
      `query ($search: String) {
        viewer { memberships { company {
          id
          overdue: invoices(filter: { statuses: [OVERDUE] }) { nodes { id } totalCount }
          found: invoices(filter: { search: $search }) { nodes { id } }
          receivablesAgeing { asOf rows { nodes { invoices { nodes { id } totalCount } } } }
        } } }
      }`,
      // Noon of the 12th in UTC is two in the morning there and one in the morning of the 13th here.
      { as: both, at: '2026-03-12', variables: { search: theirs.client.name } },
    );
    expect(errors).toEqual([]);
    const companies = data?.viewer.memberships.map((one) => one.company) ?? [];
    const ids = (list: { nodes: { id: string }[] } | undefined) =>
      list?.nodes.map((node) => node.id).sort();
    const [ours, others] = [mine, theirs].map((world) =>
      companies.find((one) => one.id === world.companyId),
    );
    const open = (world: World, more: string) => [world.invoiceId, more].sort();
    expect(ours?.overdue).toEqual({ nodes: [], totalCount: 0 });
    expect(ids(others?.overdue)).toEqual(open(theirs, there));
    expect(ids(ours?.found)).toEqual([]);
    expect(ids(others?.found)).toEqual([...open(theirs, there), theirs.draftId].sort());
    expect(ours?.receivablesAgeing.asOf).toBe('2026-03-12');
    expect(others?.receivablesAgeing.asOf).toBe('2026-03-13');
    expect(ids(ours?.receivablesAgeing.rows.nodes[0]?.invoices)).toEqual(open(mine, here));
    expect(ids(others?.receivablesAgeing.rows.nodes[0]?.invoices)).toEqual(open(theirs, there));
  });
});
