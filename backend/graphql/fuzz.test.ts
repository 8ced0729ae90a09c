import { isInputObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verify } from '../db/verify.ts';
import { type Answer, type Api, createApi } from '../test/execute.ts';
import { mutate } from '../test/mutate.ts';
import { PERMITTED, PUBLIC } from '../test/mutationInputs.ts';
import { oddPlaces } from '../test/odd.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../test/testDatabase.ts';
import { createWorld, valueAt, type World, withValues } from '../test/world.ts';
import { schema } from './schema.ts';

const EXPECTED = new Set(['BAD_USER_INPUT', 'QUERY_TOO_COMPLEX']);

function inputType(name: string) {
  const type = schema.getType(`${name.charAt(0).toUpperCase()}${name.slice(1)}`);
  if (!isInputObjectType(type)) throw new Error(`${name} is no input`);
  return type;
}

describe.each(ENGINES)('odd values on %s', (engine) => {
  let db: TestDatabase;
  let api: Api;
  let world: World;
  beforeAll(async () => {
    db = await createTestDatabase(engine);
    api = createApi(db);
    world = await createWorld(db);
  });
  afterAll(async () => {
    // Whatever was taken of all this, the books agree.
    expect(await verify(db)).toEqual([]);
    await db.close();
  });

  /** What came back must be data, or faults that blame the sender. */
  function expectOurs({ errors }: Answer<unknown>, what: string): void {
    const ours = errors.filter(({ extensions }) => !EXPECTED.has(extensions.code));
    expect(ours, `${what}\n${api.log.at(-1)}`).toEqual([]);
  }

  it.each(Object.entries({ ...PERMITTED, ...PUBLIC }))(
    'are no failure of %s',
    async (name, make) => {
      let input = await make(world, db);
      for (const { path, values } of oddPlaces(inputType(`${name}Input`))) {
        // A list of the input that this one does not use.
        if (path.length > 1 && valueAt(input, path.slice(0, -1)) === undefined) continue;
        for (const value of values) {
          const odd = withValues(input, [[path, value]]);
          const { thing, userErrors, answer } = await mutate(api, name, odd, {
            as: world.signedIn,
          });
          expectOurs(answer, `${name} ${path.join('.')} ${JSON.stringify(value)}`);
          expect(userErrors.length > 0 || thing !== null || answer.errors.length > 0).toBe(true);
          if (thing !== null) input = await make(world, db);
        }
      }
    },
  );

  it.each([
    ['clients', 'ClientFilter'],
    ['projects', 'ProjectFilter'],
    ['invoices', 'InvoiceFilter'],
    ['payments', 'PaymentFilter'],
  ])('are no failure of the filter of %s', async (list, filter) => {
    const query = `query ($id: ID!, $filter: ${filter}) {
      company(id: $id) { ${list}(filter: $filter) { nodes { id } totalCount } } }`;
    for (const { path, values } of oddPlaces(inputType(filter))) {
      for (const value of values) {
        const odd = { currencyCode: filter === 'InvoiceFilter' ? 'USD' : undefined };
        const variables = { id: world.companyId, filter: withValues(odd, [[path, value]]) };
        const answer = await api.execute(query, { as: world.signedIn, variables });
        expectOurs(answer, `${list} ${path.join('.')} ${JSON.stringify(value)}`);
      }
    }
  });

  it('are no failure of reports and positions', async () => {
    const report = `query ($id: ID!, $date: Date, $knownAt: DateTime, $cutPoints: [Int!]) {
      company(id: $id) { receivablesAgeing(asOf: $date, knownAt: $knownAt, cutPoints: $cutPoints) {
        totals { total { amount } } rows { nodes { client { id } invoices { totalCount } } } } } }`;
    const position = `query ($id: ID!, $date: Date!, $knownAt: DateTime) {
      invoice(id: $id) { positionAsOf(date: $date, knownAt: $knownAt) { balanceDue { amount } } } }`;
    const instants = ['0000-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59-12:00'];
    for (const knownAt of [null, '1900-01-01T00:00:00Z', '2999-12-31T23:59:59.999Z', ...instants]) {
      for (const date of ['1900-01-01', '2024-02-29', '2999-12-31']) {
        for (const [query, id] of [
          [report, world.companyId],
          [position, world.invoiceId],
        ] as const) {
          const variables = { id, date, knownAt };
          const answer = await api.execute(query, { as: world.signedIn, variables });
          expectOurs(answer, `${date} ${knownAt}`);
          expect(answer.errors.length > 0).toBe(instants.includes(knownAt ?? ''));
        }
      }
    }
    const tooMany = Array.from({ length: 13 }, (_, index) => index + 1);
    for (const cutPoints of [[], [0], [-1], [30, 30], [3651], tooMany]) {
      const variables = { id: world.companyId, cutPoints };
      const { errors } = await api.execute(report, { as: world.signedIn, variables });
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    }
  });

  it('are no failure of the preview', async () => {
    const query =
      'query ($input: InvoicePreviewInput!) { invoicePreview(input: $input) { total { amount } } }';
    const line = { quantity: '1', unitPrice: '1' };
    for (const { path, values } of oddPlaces(inputType('InvoicePreviewInput'))) {
      for (const value of values) {
        const input = withValues({ currencyCode: 'USD', lineItems: [line] }, [[path, value]]);
        const answer = await api.execute(query, { as: world.signedIn, variables: { input } });
        expectOurs(answer, `${path.join('.')} ${JSON.stringify(value)}`);
      }
    }
  });
});
