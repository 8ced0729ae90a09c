import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, createApi } from '../../test/execute.ts';
import { addMember, createCompany, createDraft, type TestCompany } from '../../test/factories.ts';
import { mutate, problemsOf } from '../../test/mutate.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../../test/testDatabase.ts';

const COMPANY = `{ id version name currencyCode timeZone invoiceNumberFormat paymentTerms address
  taxIdentifier }`;

describe.each(ENGINES)('companies on %s', (engine) => {
  let db: TestDatabase;
  let api: Api;
  let company: TestCompany;
  beforeAll(async () => {
    db = await createTestDatabase(engine);
    api = createApi(db);
  });
  afterAll(() => db.close());

  const update = (expectedVersion: number, changes: object, as = company.signedIn) =>
    mutate(
      api,
      'companyUpdate',
      { id: company.companyId, expectedVersion, ...changes },
      { as, selection: COMPANY },
    );
  const issue = async (id: string, more: object = {}) =>
    mutate<{ number: string; dueDate: string }>(
      api,
      'invoiceIssue',
      { id, expectedVersion: 1, idempotencyKey: randomUUID(), ...more },
      { as: company.signedIn, selection: '{ number dueDate }' },
    );

  it('keep in an update what is absent and clear what is null', async () => {
    company = await createCompany(db);
    const { thing } = await update(1, { address: '1 Shore Road', taxIdentifier: '84-1' });
    expect(thing).toMatchObject({ address: '1 Shore Road', currencyCode: 'USD', version: 2 });
    expect((await update(2, { address: null })).thing).toMatchObject({
      address: null,
      taxIdentifier: '84-1',
    });
    const stale = await update(2, { name: 'Mine', taxIdentifier: '84-1' });
    expect(stale.userErrors).toMatchObject([
      {
        code: 'STALE',
        details: { currentVersion: 3, changes: [{ field: 'name', yours: 'Mine' }] },
      },
    ]);
  });

  it('are refused with every problem at once', async () => {
    company = await createCompany(db);
    const outcome = await update(0, {
      name: ' ',
      invoiceNumberFormat: 'INV-{YYYY}',
      paymentTerms: 'NET_400',
      address: 'x'.repeat(1_001),
      taxIdentifier: '\ud800',
    });
    expect(problemsOf(outcome).sort()).toEqual(
      [
        'INVALID expectedVersion',
        'REQUIRED name',
        'INVALID invoiceNumberFormat',
        'INVALID paymentTerms',
        'TOO_LONG address',
        'INVALID taxIdentifier',
      ].sort(),
    );
  });

  it('are governed by owners and administrators only', async () => {
    company = await createCompany(db);
    for (const role of ['BOOKKEEPER', 'PROJECT_MANAGER', 'VIEWER'] as const) {
      const as = await addMember(db, company.company.id, role);
      const { answer } = await update(1, { name: 'Taken over' }, as);
      expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    const admin = await addMember(db, company.company.id, 'ADMIN');
    expect((await update(1, { name: 'Renamed' }, admin)).thing).toMatchObject({ name: 'Renamed' });
    // A role counts in its own company only.
    const elsewhere = await addMember(db, (await createCompany(db)).company.id, 'OWNER');
    const { userId } = elsewhere;
    const membership = { companyId: company.company.id, userId, role: 'VIEWER' as const };
    await db.transaction((tx) => tx.membership.create({ data: membership }));
    const { answer } = await update(2, { name: 'Taken over' }, elsewhere);
    expect(answer.errors).toMatchObject([
      { path: ['companyUpdate'], extensions: { code: 'FORBIDDEN' } },
    ]);
  });

  it('decide number, due date and day of what they issue', async () => {
    company = await createCompany(db);
    await update(1, {
      invoiceNumberFormat: '{YYYY}/{MM}-{SEQ:3}',
      paymentTerms: 'EOM_15',
      timeZone: 'Pacific/Auckland',
    });
    // Noon in UTC is one in the morning of the next day there.
    const { thing } = await issue(await createDraft(company, '10.00'));
    expect(thing).toEqual({ number: '2026/03-001', dueDate: '2026-04-15' });
    const { data } = await api.execute(
      'query ($id: ID!) { company(id: $id) { invoices { nodes { issueDate } } } }',
      { as: company.signedIn, variables: { id: company.companyId } },
    );
    expect(data).toMatchObject({ company: { invoices: { nodes: [{ issueDate: '2026-03-21' }] } } });
  });

  it('are told when a changed format gives a number that is taken, and lose none', async () => {
    company = await createCompany(db);
    await update(1, { invoiceNumberFormat: 'INV-1{SEQ}' });
    expect((await issue(await createDraft(company, '10.00'))).thing?.number).toBe('INV-11');
    await update(2, { invoiceNumberFormat: 'INV-{SEQ}' });
    for (let sequence = 2; sequence <= 10; sequence += 1) {
      const { thing } = await issue(await createDraft(company, '10.00'));
      expect(thing?.number).toBe(`INV-${sequence}`);
    }
    const next = await createDraft(company, '10.00');
    expect(problemsOf(await issue(next))).toEqual(['DUPLICATE']);
    await update(3, { invoiceNumberFormat: 'INV-{SEQ:4}' });
    expect((await issue(next)).thing?.number).toBe('INV-0011');
  });
});
