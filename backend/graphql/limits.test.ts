import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, type Asking, createApi } from '../test/execute.ts';
import { createTestDatabase, type TestDatabase } from '../test/testDatabase.ts';
import { contents, createWorld, type World } from '../test/world.ts';

let db: TestDatabase;
let api: Api;
let world: World;
beforeAll(async () => {
  db = await createTestDatabase('sqlite');
  api = createApi(db);
  world = await createWorld(db);
});
afterAll(() => db.close());

const ask = (query: string, asking: Asking = {}) =>
  api.execute(query, { as: world.signedIn, ...asking });

/** The refusal; nothing but the viewer may have been read for it. */
async function refused(query: string, asking: Asking = {}) {
  const { data, errors, statements } = await ask(query, asking);
  expect(data).toBeNull();
  expect(statements.filter(({ sql }) => !sql.includes('FROM users'))).toEqual([]);
  expect(errors).toHaveLength(1);
  const { message, extensions } = errors[0] ?? expect.unreachable();
  expect(extensions.code).toBe('QUERY_TOO_COMPLEX');
  expect(message).toContain(String(extensions.limit));
  return { message, ...extensions };
}

/** Fields nested so many levels deep, the root field and the innermost id counted. */
function nested(levels: number): string {
  const cycle = ['company', 'clients(first: 1)', 'nodes'];
  const steps = Array.from({ length: levels - 2 }, (_, index) => cycle[index % cycle.length]);
  // A connection has no id; its page has none to offer.
  const leaf = steps.at(-1) === 'clients(first: 1)' ? 'totalCount' : 'id';
  return `${steps.map((step) => `${step} {`).join(' ')} ${leaf} ${'}'.repeat(steps.length)}`;
}
const inClient = (fields: string) => `query ($id: ID!) { client(id: $id) { ${fields} } }`;

describe('depth', () => {
  const asking = () => ({ variables: { id: world.clientId } });

  it('is 12 at most', async () => {
    expect((await ask(inClient(nested(12)), asking())).errors).toEqual([]);
    expect(await refused(inClient(nested(13)), asking())).toMatchObject({
      message: 'The depth of this operation is 13; at most 12.',
      limit: 12,
      requested: 13,
    });
  });

  it('counts through fragments', async () => {
    const named = `${inClient('...Rest')} fragment Rest on Client { ${nested(13)} }`;
    expect(await refused(named, asking())).toMatchObject({ requested: 13 });
    const inline = inClient(`... on Client { ${nested(13)} }`);
    expect(await refused(inline, asking())).toMatchObject({ requested: 13 });
  });
});

describe('aliases', () => {
  const aliases = (count: number) =>
    Array.from({ length: count }, (_, index) => `a${index}: __typename`).join(' ');

  it('are 30 at most', async () => {
    expect((await ask(`{ ${aliases(30)} }`)).errors).toEqual([]);
    expect(await refused(`{ ${aliases(31)} }`)).toMatchObject({
      message: 'A document may have at most 30 aliases.',
      limit: 30,
    });
  });

  it('count in fragments too', async () => {
    await refused(
      `{ ${aliases(20)} ...Rest } fragment Rest on Query { b: __typename ${aliases(10)} }`,
    );
  });
});

describe('tokens', () => {
  /** 22 tokens of its own, 8 for each line, 1 for each further field. */
  const document = (lines: number, fields: number) =>
    `{ invoicePreview(input: { currencyCode: "USD", lineItems: [
      ${'{ quantity: "1", unitPrice: "1" } '.repeat(lines)}
    ] }) { total { amount } } ${'__typename '.repeat(fields)} }`;

  it('are 2,000 at most', async () => {
    const { data } = await ask(document(247, 2));
    expect(data).toMatchObject({ invoicePreview: { total: { amount: '247.00' } } });
    expect(await refused(document(247, 3))).toMatchObject({
      message: 'A document may have at most 2000 tokens.',
      limit: 2_000,
    });
  });
});

describe('cost', () => {
  const id = () => ({ id: world.companyId });
  /** The company 1, its projects 1 and of each the invoices 1 and of each the client 1. */
  const tree = (projects: string, invoices: string) => `company(id: $id) {
    projects(${projects}) { nodes { invoices(${invoices}) { nodes { client { id } } } } } }`;
  const cost = (projects: number, invoices: number) => 1 + 1 + projects * (1 + invoices);

  it('is 1,000 at most, lists multiplied by their page size', async () => {
    const query = (projects: number) =>
      `query ($id: ID!) { ${tree(`first: ${projects}`, 'first: 100')} }`;
    expect((await ask(query(9), { variables: id() })).errors).toEqual([]);
    expect(await refused(query(10), { variables: id() })).toMatchObject({
      message: `The cost of this operation is ${cost(10, 100)}; at most 1000.`,
      limit: 1_000,
      requested: cost(10, 100),
    });
  });

  it.each([
    ['variables', '($id: ID!, $n: Int)', 'first: $n', 'first: $n', { n: 100 }],
    ['variables left out', '($id: ID!, $n: Int = 100)', 'first: $n', 'first: $n', {}],
    ['pages from the end', '($id: ID!)', 'last: 100', 'last: 100', {}],
    [
      'default page sizes',
      '($id: ID!)',
      'first: 100',
      'orderBy: { field: TOTAL, direction: ASC }',
      {},
    ],
    ['page sizes of null', '($id: ID!, $n: Int)', 'first: 100', 'first: $n', { n: null }],
  ])('counts %s', async (_, declared, projects, invoices, variables) => {
    await refused(`query ${declared} { ${tree(projects, invoices)} }`, {
      variables: { ...id(), ...variables },
    });
  });

  it('counts through fragments, aliases and other root fields', async () => {
    const whole = tree('first: 5', 'first: 100');
    const half = `query ($id: ID!) { ${whole} }`;
    expect((await ask(half, { variables: id() })).errors).toEqual([]);
    await refused(`query ($id: ID!) { ${whole} b: ${whole} }`, { variables: id() });
    await refused(`query ($id: ID!) { ...Half b: ${whole} } fragment Half on Query { ${whole} }`, {
      variables: id(),
    });
    await refused(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Company {
        invoices(first: 100) { nodes { client { id } } } } } }`,
      { variables: { ids: Array.from({ length: 10 }, () => world.companyId) } },
    );
  });

  it('counts the operation that runs, wherever it stands in the document', async () => {
    const query = `query Cheap { __typename }
      query Dear($id: ID!) { ${tree('first: 100', 'first: 100')} }
      query Deep($id: ID!) { company(id: $id) { clients { nodes { ${nested(12)} } } } }`;
    const send = async (operationName: string) => {
      const body = JSON.stringify({ query, operationName, variables: id() });
      const response = await api.send(body, { as: world.signedIn });
      return (await response.json()) as object;
    };
    expect(await send('Cheap')).toEqual({ data: { __typename: 'Query' } });
    for (const name of ['Dear', 'Deep']) {
      expect(await send(name)).toMatchObject({
        errors: [{ extensions: { code: 'QUERY_TOO_COMPLEX' } }],
      });
    }
  });

  it('refuses a mutation before it does anything', async () => {
    const before = await contents(db);
    await refused(
      `mutation ($input: ClientCreateInput!) { clientCreate(input: $input) { client { company {
        projects(first: 100) { nodes { invoices(first: 100) { nodes { client { id } } } } } } } } }`,
      { variables: { input: { companyId: world.companyId, name: 'Nobody' } } },
    );
    expect(await contents(db)).toEqual(before);
  });

  it('is told on demand', async () => {
    const asking = { variables: id(), headers: { 'plumb-cost': '1' } };
    const query = `query ($id: ID!) { ${tree('first: 3', 'first: 7')} }`;
    expect((await ask(query, asking)).extensions).toEqual({
      cost: { requested: cost(3, 7), limit: 1_000, depth: 7 },
    });
    expect((await ask(query, { variables: id() })).extensions).toEqual({});
  });
});

describe('introspection', () => {
  it('works whole', async () => {
    const { data, errors } = await ask(getIntrospectionQuery({ inputValueDeprecation: true }));
    expect(errors).toEqual([]);
    expect(JSON.stringify(data)).toContain('InvoiceCreateInput');
  });

  it.each(['fields { type', 'inputFields { type', 'possibleTypes', 'interfaces'])(
    'is refused when it nests %s',
    async (step) => {
      const open = `${step} { `;
      const braces = (open.match(/\{/g) ?? []).length;
      const query = `{ __schema { types { ${open.repeat(4)} name ${'} '.repeat(4 * braces)} } } }`;
      const { data, errors, statements } = await ask(query);
      expect(data).toBeNull();
      expect(errors).toMatchObject([
        { message: 'Maximum introspection depth exceeded', extensions: { code: 'BAD_USER_INPUT' } },
      ]);
      expect(statements).toEqual([]);
    },
  );
});
