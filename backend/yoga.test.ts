import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from './graphql/limits.ts';
import { type Api, type Asking, createApi, type Fault } from './test/execute.ts';
import { mutate } from './test/mutate.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from './test/testDatabase.ts';
import { createWorld, type World } from './test/world.ts';

let db: TestDatabase;
let api: Api;
let world: World;
beforeAll(async () => {
  db = await createTestDatabase('sqlite');
  api = createApi(db);
  world = await createWorld(db);
});
afterAll(() => db.close());

const GRAPHQL_JSON = 'application/graphql-response+json';
const badInput = { extensions: { code: 'BAD_USER_INPUT' } };
const faultsOf = async (response: Response) =>
  ((await response.json()) as { errors: readonly Fault[] }).errors;

describe('a document that does not fit the schema', () => {
  it.each([
    ['a syntax error', '{ viewer { name'],
    ['nothing', ''],
    ['an unknown field', '{ vieuwer { name } }'],
    ['an unknown argument', '{ company(name: "x") { id } }'],
    ['a missing selection', '{ viewer }'],
    ['an unknown type', 'query ($x: Nope) { viewer { name } }'],
    ['an unused variable', 'query ($x: Int) { viewer { name } }'],
    ['a variable of another type', 'query ($id: Int!) { company(id: $id) { id } }'],
    ['a literal of another type', '{ company(id: { a: 1 }) { id } }'],
    ['a date that is none', '{ company(id: "x") { receivablesAgeing(asOf: "31.7.") { asOf } } }'],
    ['a circle of fragments', '{ viewer { ...A } } fragment A on User { ...A }'],
    ['a subscription', 'subscription { invoiceIssued { id } }'],
    ['two operations without a name', 'query A { viewer { id } } query B { viewer { id } }'],
  ])('is BAD_USER_INPUT: %s', async (_, query) => {
    const { data, errors } = await api.execute(query, { as: world.signedIn });
    expect(data).toBeNull();
    expect(errors.length).toBeGreaterThan(0);
    for (const error of errors) {
      expect(error.extensions).toEqual(badInput.extensions);
      expect(error.message).not.toBe('');
    }
  });
});

describe('a variable that does not fit the schema', () => {
  const company = 'company(id: $id)';
  it.each([
    ['ID! left out', `query ($id: ID!) { ${company} { id } }`, {}],
    ['ID! of null', `query ($id: ID!) { ${company} { id } }`, { id: null }],
    ['ID! of an object', `query ($id: ID!) { ${company} { id } }`, { id: {} }],
    ['Int too large', invoices('Int', 'first: $x'), { x: 2 ** 31 }],
    ['Int of a fraction', invoices('Int', 'first: $x'), { x: 1.5 }],
    ['Date', invoices('Date', 'filter: { dueFrom: $x }'), { x: '2026-02-30' }],
    ['Date of a number', invoices('Date', 'filter: { dueFrom: $x }'), { x: 20260201 }],
    ['Decimal of a number', invoices('Decimal', 'filter: { totalMin: $x }'), { x: 12.5 }],
    ['Decimal in words', invoices('Decimal', 'filter: { totalMin: $x }'), { x: 'ten' }],
    ['Decimal with an exponent', invoices('Decimal', 'filter: { totalMin: $x }'), { x: '1e3' }],
    ['CurrencyCode', invoices('CurrencyCode', 'filter: { currencyCode: $x }'), { x: 'XYZ' }],
    ['an enum', invoices('InvoiceStatus!', 'filter: { statuses: [$x] }'), { x: 'LATE' }],
    ['an unknown input field', invoices('InvoiceFilter', 'filter: $x'), { x: { colour: 'red' } }],
    ['a number for a String', invoices('InvoiceFilter', 'filter: $x'), { x: { search: 5 } }],
  ])('is BAD_USER_INPUT: %s', async (_, query, variables) => {
    const { data, errors } = await api.execute(query, { as: world.signedIn, variables });
    expect(data).toBeNull();
    expect(errors).toMatchObject([badInput]);
  });

  function invoices(type: string, args: string): string {
    return `query ($x: ${type}) { company(id: "x") { invoices(${args}) { totalCount } } }`;
  }

  it.each([
    ['accountCreate', { timeZone: 'Mars/Olympus' }],
    ['accountCreate', { email: 'nobody' }],
    ['accountCreate', { currencyCode: 'usd' }],
  ])('is BAD_USER_INPUT in the input of %s: %o', async (mutation, wrong) => {
    const input = {
      name: 'N',
      email: 'n@example.com',
      password: 'x'.repeat(10),
      companyName: 'N',
      currencyCode: 'USD',
      timeZone: 'UTC',
      ...wrong,
    };
    const { answer } = await mutate(api, mutation, input);
    expect(answer.errors).toMatchObject([badInput]);
  });
});

describe('a request that is no GraphQL request', () => {
  const send = (body: string, contentType = 'application/json') =>
    api.send(body, { headers: { 'content-type': contentType } });

  it.each([
    ['text/plain', '{"query":"{ __typename }"}'],
    ['application/graphql', '{ __typename }'],
    ['application/x-www-form-urlencoded', 'query={__typename}'],
    ['multipart/form-data; boundary=x', '--x\r\n\r\n{ __typename }\r\n--x--'],
    ['application/json-patch+json', '{"query":"{ __typename }"}'],
    ['', '{"query":"{ __typename }"}'],
  ])('is refused with 415 as %s', async (contentType, body) => {
    const response = await send(body, contentType);
    expect(response.status).toBe(415);
    expect(await faultsOf(response)).toMatchObject([badInput]);
  });

  it.each([
    ['half a JSON', '{"query":'],
    ['a batch', '[{"query":"{ __typename }"}]'],
    ['no object', '"{ __typename }"'],
    ['null', 'null'],
    ['a query that is no text', '{"query":5}'],
    ['variables that are no object', '{"query":"{ __typename }","variables":5}'],
    ['an unknown parameter', '{"query":"{ __typename }","mode":"fast"}'],
  ])('is refused with 400: %s', async (_, body) => {
    const response = await send(body);
    expect(response.status).toBe(400);
    expect(await faultsOf(response)).toMatchObject([badInput]);
  });

  it('is refused above 1 MB, and told the limit', async () => {
    const response = await send(`{"query":"{ __typename }"${' '.repeat(LIMITS.bodyBytes)}}`);
    expect(response.status).toBe(413);
    expect(await faultsOf(response)).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', limit: LIMITS.bodyBytes } },
    ]);
  });

  it('never changes anything by GET', async () => {
    const query = encodeURIComponent('mutation { sessionEnd(input: {}) { ended } }');
    const response = await api.yoga.fetch(`http://localhost/graphql?query=${query}`);
    expect(response.status).toBe(405);
    expect(await faultsOf(response)).toMatchObject([badInput]);
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  it.each(['PUT', 'DELETE', 'PATCH'])('is refused by %s', async (method) => {
    const response = await api.yoga.fetch('http://localhost/graphql', { method });
    expect(response.status).toBe(405);
    expect(await faultsOf(response)).toMatchObject([badInput]);
  });
});

describe('an answer without data', () => {
  it.each([
    [400, '{ nope }', {}],
    [401, '{ viewer { id } }', { headers: { authorization: 'Bearer nonsense' } }],
    [400, `{ ${Array.from({ length: 31 }, (_, at) => `a${at}: __typename`).join(' ')} }`, {}],
  ])('has the status %i for those who know GraphQL’s media type', async (status, query, asking) => {
    const { headers }: Asking = asking;
    const accept = (type: string) =>
      api.execute(query, { headers: { ...headers, accept: type } }).then((one) => one.status);
    expect(await accept(GRAPHQL_JSON)).toBe(status);
    expect(await accept('application/json')).toBe(200);
  });
});

describe.each(ENGINES)('what goes wrong on our side on %s', (engine) => {
  let broken: TestDatabase;
  beforeAll(async () => {
    broken = await createTestDatabase(engine);
  });
  afterAll(() => broken.close());

  it('is INTERNAL with a request id and nothing else, and logged whole', async () => {
    const own = createApi(broken);
    const { signedIn: as, paymentId: id, clientId } = await createWorld(broken);
    await broken.transaction((tx) => tx.$executeRawUnsafe('ALTER TABLE payments RENAME TO lost'));
    const attempts = [
      ['query ($id: ID!) { payment(id: $id) { id } }', { id }],
      ['query ($id: ID!) { client(id: $id) { payments { totalCount } } }', { id: clientId }],
      [
        `mutation ($id: ID!) { paymentReverse(input: { id: $id, idempotencyKey: "x" }) {
          userErrors { code } } }`,
        { id },
      ],
    ] as const;
    for (const [query, variables] of attempts) {
      own.log.length = 0;
      const { errors } = await own.execute(query, { as, variables });
      expect(errors).toHaveLength(1);
      const [error] = errors;
      const requestId = expect.stringMatching(/^[0-9a-f-]{36}$/);
      expect(Object.keys(error ?? {}).sort()).toEqual([
        'extensions',
        'locations',
        'message',
        'path',
      ]);
      expect(error).toMatchObject({ message: 'Something went wrong on our side.' });
      expect(error?.extensions).toEqual({ code: 'INTERNAL', requestId });
      expect(own.log).toHaveLength(1);
      expect(own.log[0]).toContain(error?.extensions.requestId);
      expect(own.log[0]).toMatch(/payments/);
    }
  });

  it('is INTERNAL with status 500 when not even the viewer can be found', async () => {
    const own = createApi(broken);
    const { signedIn: as } = world;
    await broken.transaction((tx) => tx.$executeRawUnsafe('ALTER TABLE sessions RENAME TO gone'));
    const { status, data, errors } = await own.execute('{ viewer { id } }', { as });
    expect(status).toBe(500);
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL' } }]);
  });
});

describe('an operation that takes too long', () => {
  it('is given up with TIMEOUT, which says the limit', async () => {
    const hasty = createApi(db, { executionMs: 60 });
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    // The one writer is busy: what wants to write waits.
    const writing = db.transaction(() => held);
    const input = { companyId: world.companyId, name: 'Too late' };
    const { answer } = await mutate(hasty, 'clientCreate', input, { as: world.signedIn });
    expect(answer.errors).toMatchObject([
      {
        message: 'The operation took more than 0.06 s.',
        extensions: { code: 'TIMEOUT', limit: 60 },
      },
    ]);
    release();
    await writing;
  });
});
