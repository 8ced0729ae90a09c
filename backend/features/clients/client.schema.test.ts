import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, createApi } from '../../test/execute.ts';
import {
  createCompany,
  createIssued,
  createPayment,
  type TestCompany,
} from '../../test/factories.ts';
import { mutate, problemsOf } from '../../test/mutate.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../../test/testDatabase.ts';

const CLIENT = '{ id version name email phone address taxIdentifier paymentTerms archivedAt }';

interface Client {
  id: string;
  version: number;
  name: string;
}

describe.each(ENGINES)('clients on %s', (engine) => {
  let db: TestDatabase;
  let api: Api;
  let company: TestCompany;
  beforeAll(async () => {
    db = await createTestDatabase(engine);
    api = createApi(db);
    company = await createCompany(db);
  });
  afterAll(() => db.close());

  const run = (mutation: string, input: object) =>
    mutate<Client>(api, mutation, input, { as: company.signedIn, selection: CLIENT });
  const details = {
    name: 'Lakeside Hospital',
    email: 'accounts@lakeside.example',
    phone: '555 0100',
    address: '1 Shore Road',
    taxIdentifier: '84-1',
    paymentTerms: 'EOM_15',
  };
  const create = async () => {
    const { thing } = await run('clientCreate', { companyId: company.companyId, ...details });
    return thing ?? expect.unreachable();
  };
  const change = (mutation: string, { id, version }: Client, changes: object = {}) =>
    run(mutation, { id, expectedVersion: version, ...changes });

  it('keep all that was said', async () => {
    expect(await create()).toMatchObject({ ...details, version: 1, archivedAt: null });
  });

  it('are created once for one key', async () => {
    const input = { companyId: company.companyId, ...details, idempotencyKey: `client ${engine}` };
    const { thing } = await run('clientCreate', input);
    expect((await run('clientCreate', input)).thing).toEqual(thing);
    expect(problemsOf(await run('clientCreate', { ...input, name: 'Other' }))).toEqual([
      'IDEMPOTENCY_KEY_REUSED idempotencyKey',
    ]);
  });

  it('keep in an update what is absent and clear what is null', async () => {
    const client = await create();
    const renamed = await change('clientUpdate', client, { name: 'Lakeside Clinics' });
    expect(renamed.thing).toEqual({ ...client, name: 'Lakeside Clinics', version: 2 });
    const nothing = {
      email: null,
      phone: null,
      address: null,
      taxIdentifier: null,
      paymentTerms: null,
    };
    const cleared = await change('clientUpdate', { ...client, version: 2 }, nothing);
    expect(cleared.thing).toMatchObject({ ...nothing, name: 'Lakeside Clinics', version: 3 });
    const nameless = await change('clientUpdate', { ...client, version: 3 }, { name: null });
    expect(problemsOf(nameless)).toEqual(['INVALID name']);
  });

  it('are refused with every problem at once', async () => {
    const wrong = {
      name: '',
      phone: 'x'.repeat(51),
      address: 'x'.repeat(1_001),
      taxIdentifier: 'a\0',
      paymentTerms: 'SOON',
    };
    const expected = [
      'REQUIRED name',
      'TOO_LONG phone',
      'TOO_LONG address',
      'INVALID taxIdentifier',
      'INVALID paymentTerms',
    ].sort();
    const created = await run('clientCreate', { companyId: company.companyId, ...wrong });
    expect(problemsOf(created).sort()).toEqual(expected);
    const updated = await change('clientUpdate', await create(), { ...wrong });
    expect(problemsOf(updated).sort()).toEqual(expected);
  });

  it('are not changed over somebody’s head', async () => {
    const client = await create();
    await change('clientUpdate', client, { phone: '555 0199' });
    const stale = await change('clientUpdate', client, { phone: '555 0111', name: client.name });
    expect(stale.userErrors).toMatchObject([
      {
        code: 'STALE',
        field: ['expectedVersion'],
        details: {
          currentVersion: 2,
          changes: [{ field: 'phone', yours: '555 0111', current: '555 0199' }],
        },
      },
    ]);
    expect(problemsOf(await change('clientArchive', client))).toEqual(['STALE expectedVersion']);
  });

  it('are archived once, and keep their day', async () => {
    const client = await create();
    const { thing } = await change('clientArchive', client);
    expect(thing).toMatchObject({ version: 2, archivedAt: '2026-03-20T12:00:00.000Z' });
    const again = await mutate(
      api,
      'clientArchive',
      { id: client.id, expectedVersion: 2 },
      { as: company.signedIn, selection: CLIENT, at: '2026-03-21' },
    );
    expect(again.thing).toMatchObject({ archivedAt: '2026-03-20T12:00:00.000Z' });
  });

  it('say what they owe in each currency', async () => {
    const { id: clientId } = await create();
    const owing = await createIssued({ ...company, clientId }, '100.00');
    await createPayment({ ...company, clientId }, owing, '30.00');
    const { data } = await api.execute(
      'query ($id: ID!) { client(id: $id) { balanceDue { amount currencyCode } } }',
      {
        as: company.signedIn,
        variables: { id: clientId },
      },
    );
    expect(data).toEqual({ client: { balanceDue: [{ amount: '70.00', currencyCode: 'USD' }] } });
  });
});
