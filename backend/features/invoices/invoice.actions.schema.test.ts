import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi } from '../../test/execute.ts';
import { addMember, createCompany, createIssued, type SignedIn } from '../../test/factories.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../../test/testDatabase.ts';

const QUERY = `query ($id: ID!) { invoice(id: $id) { availableActions { action allowed code reason } } }`;

interface Data {
  invoice: {
    availableActions: { action: string; allowed: boolean; code: string | null; reason: string }[];
  };
}

describe.each(ENGINES)('the acts offered on %s', (engine) => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await createTestDatabase(engine);
  });
  afterAll(() => db.close());

  it('follow from the role and from the state of the invoice', async () => {
    const company = await createCompany(db);
    const id = await createIssued(company, '100.00');
    const viewer = await addMember(db, company.company.id, 'VIEWER');
    const offered = async (as: SignedIn) => {
      const { data } = await createApi(db).execute<Data>(QUERY, { as, variables: { id } });
      return Object.fromEntries(
        (data?.invoice.availableActions ?? []).map(({ action, code }) => [action, code]),
      );
    };
    expect(await offered(company.signedIn)).toEqual({
      EDIT: null,
      ISSUE: 'NOT_DRAFT',
      DELETE: 'NOT_DRAFT',
      DUPLICATE: null,
      CHANGE_DUE_DATE: null,
      RECORD_PAYMENT: null,
      VOID: null,
      WRITE_OFF: null,
      WRITE_OFF_REVERSE: 'NOT_WRITTEN_OFF',
    });
    expect(new Set(Object.values(await offered(viewer)))).toEqual(new Set(['FORBIDDEN']));
  });
});
