import { isInterfaceType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeId, type NodeType } from '../globalId.ts';
import { type Api, createApi } from '../test/execute.ts';
import { addMember, createCompany, line, type SignedIn } from '../test/factories.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../test/testDatabase.ts';
import {
  contents,
  createWorld,
  idPaths,
  unknownId,
  valueAt,
  type World,
  withValues,
} from '../test/world.ts';
import { schema } from './schema.ts';

interface Row {
  readonly query: string;
  readonly variables: (world: World) => object;
  /** What the field answers a stranger with. */
  readonly stranger: unknown;
}
const byId = (field: string, id: (world: World) => string): Row => ({
  query: `query ($id: ID!) { ${field}(id: $id) { id } }`,
  variables: (world) => ({ id: id(world) }),
  stranger: null,
});

/** Every root field that needs somebody signed in. A new one belongs here: the suite fails without. */
const GUARDED: Readonly<Record<string, Row>> = {
  node: byId('node', (world) => world.invoiceId),
  nodes: {
    query: 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
    variables: (world) => ({ ids: [world.invoiceId, world.clientId] }),
    stranger: [null, null],
  },
  company: byId('company', (world) => world.companyId),
  client: byId('client', (world) => world.clientId),
  project: byId('project', (world) => world.projectId),
  invoice: byId('invoice', (world) => world.invoiceId),
  payment: byId('payment', (world) => world.paymentId),
  invoicePreview: {
    query:
      'query ($input: InvoicePreviewInput!) { invoicePreview(input: $input) { total { amount } } }',
    variables: () => {
      const { description: _, ...priced } = line('21.00', '2');
      return { input: { currencyCode: 'USD', lineItems: [priced] } };
    },
    // A calculator knows no company.
    stranger: { total: { amount: '42.00' } },
  },
};
const PUBLIC = ['viewer'];

const Node = schema.getType('Node');
const NODE_TYPES = isInterfaceType(Node)
  ? schema.getPossibleTypes(Node).map(({ name }) => name as NodeType)
  : [];

it('tries every root field of the schema', () => {
  const names = Object.keys(schema.getQueryType()?.getFields() ?? {});
  expect([...Object.keys(GUARDED), ...PUBLIC].sort()).toEqual(names.sort());
});

describe.each(ENGINES)('reading on %s', (engine) => {
  let db: TestDatabase;
  let api: Api;
  let mine: World;
  let stranger: SignedIn;
  let reader: SignedIn;
  let before: string[];
  beforeAll(async () => {
    db = await createTestDatabase(engine);
    api = createApi(db);
    mine = await createWorld(db);
    stranger = (await createCompany(db)).signedIn;
    reader = await addMember(db, mine.company.id, 'VIEWER');
    before = await contents(db);
  });
  afterAll(async () => {
    // Whatever was asked, nothing was written.
    expect(await contents(db)).toEqual(before);
    await db.close();
  });

  const ask = async (query: string, variables: object, as?: SignedIn) => {
    const { data, errors } = await api.execute(query, {
      variables: { ...variables },
      ...(as === undefined ? {} : { as }),
    });
    return { data, errors };
  };
  const unauthenticated = [expect.objectContaining({ extensions: { code: 'UNAUTHENTICATED' } })];

  describe.each(Object.entries(GUARDED))('%s', (field, { query, variables, stranger: shown }) => {
    it('asks who is signed in', async () => {
      const { data, errors } = await ask(query, variables(mine));
      expect(errors).toEqual(unauthenticated);
      expect(data?.[field] ?? null).toBeNull();
    });

    it('answers a stranger as if the thing did not exist', async () => {
      const own = variables(mine);
      const missing = withValues(
        own,
        idPaths(own).map((path) => [path, unknownId(String(valueAt(own, path)))] as const),
      );
      const answer = await ask(query, own, stranger);
      expect(answer).toEqual({ data: { [field]: shown }, errors: [] });
      expect(await ask(query, missing, stranger)).toEqual(answer);
    });

    it('shows what is there to everybody in the company', async () => {
      for (const as of [mine.signedIn, reader]) {
        const { data, errors } = await ask(query, variables(mine), as);
        expect(errors).toEqual([]);
        for (const path of idPaths(variables(mine))) {
          expect(JSON.stringify(data)).toContain(String(valueAt(variables(mine), path)));
        }
        expect(data?.[field]).not.toBeNull();
      }
    });
  });

  it('tells who is signed in, and null to everybody else', async () => {
    const query = '{ viewer { id memberships { role company { id } } } }';
    expect(await ask(query, {})).toEqual({ data: { viewer: null }, errors: [] });
    expect(await ask(query, {}, mine.signedIn)).toEqual({
      data: {
        viewer: {
          id: mine.ids.User,
          memberships: [{ role: 'OWNER', company: { id: mine.companyId } }],
        },
      },
      errors: [],
    });
  });

  describe.each(NODE_TYPES)('a %s by its id', (typeName) => {
    const query = 'query ($id: ID!) { node(id: $id) { __typename id } }';

    it('is shown to its own company only', async () => {
      const id = mine.ids[typeName];
      const found = { data: { node: { __typename: typeName, id } }, errors: [] };
      const missing = { data: { node: null }, errors: [] };
      expect(await ask(query, { id }, mine.signedIn)).toEqual(found);
      expect(await ask(query, { id }, reader)).toEqual(found);
      expect(await ask(query, { id }, stranger)).toEqual(missing);
      expect(await ask(query, { id: unknownId(id) }, mine.signedIn)).toEqual(missing);
      expect((await ask(query, { id })).errors).toEqual(unauthenticated);
    });
  });

  it('answers many ids in their order, null for each that is not there', async () => {
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }';
    const own = NODE_TYPES.map((typeName) => ({ __typename: typeName, id: mine.ids[typeName] }));
    const ids = own.flatMap(({ id }) => [id, unknownId(id), id]);
    expect(await ask(query, { ids }, mine.signedIn)).toEqual({
      data: { nodes: own.flatMap((node) => [node, null, node]) },
      errors: [],
    });
    expect(await ask(query, { ids }, stranger)).toEqual({
      data: { nodes: ids.map(() => null) },
      errors: [],
    });
    const many = Array.from({ length: 101 }, () => mine.clientId);
    expect((await ask(query, { ids: many }, mine.signedIn)).errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it('takes no id for another type’s, and nothing else for an id', async () => {
    const base64 = (text: string) => Buffer.from(text).toString('base64');
    const wrong = [
      '',
      'x',
      '7',
      7,
      '\0',
      '🙈',
      base64('Nothing:1'),
      base64('Invoice:0'),
      base64('Invoice:-1'),
      base64('Invoice:01'),
      base64('Invoice:1.5'),
      base64('Invoice:2147483648'),
      base64('Invoice:99999999999999999999'),
      base64('Invoice:1 OR 1=1'),
      base64('__proto__:1'),
      base64('constructor:1'),
      'x'.repeat(10_000),
    ];
    for (const id of wrong) {
      expect(await ask('query ($id: ID!) { node(id: $id) { id } }', { id }, mine.signedIn)).toEqual(
        {
          data: { node: null },
          errors: [],
        },
      );
    }
    for (const field of ['company', 'client', 'project', 'invoice', 'payment']) {
      const query = `query ($id: ID!) { ${field}(id: $id) { id } }`;
      const others = Object.values(mine.ids).filter(
        (id) => id !== mine.ids[(field.charAt(0).toUpperCase() + field.slice(1)) as NodeType],
      );
      for (const id of [...wrong, ...others, encodeId('User', 1)]) {
        expect(await ask(query, { id }, mine.signedIn)).toEqual({
          data: { [field]: null },
          errors: [],
        });
      }
    }
  });
});
