import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeId } from '../../globalId.ts';
import { type Api, createApi } from '../../test/execute.ts';
import { createCompany, type TestCompany } from '../../test/factories.ts';
import { mutate, problemsOf } from '../../test/mutate.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../../test/testDatabase.ts';

const PROJECT = '{ id version name code status client { id } }';

interface Project {
  id: string;
  version: number;
}

describe.each(ENGINES)('projects on %s', (engine) => {
  let db: TestDatabase;
  let api: Api;
  let company: TestCompany;
  let serial = 0;
  beforeAll(async () => {
    db = await createTestDatabase(engine);
    api = createApi(db);
    company = await createCompany(db);
  });
  afterAll(() => db.close());

  const run = (mutation: string, input: object) =>
    mutate<Project>(api, mutation, input, { as: company.signedIn, selection: PROJECT });
  const create = async () => {
    serial += 1;
    const { companyId, clientId } = company;
    const input = { companyId, clientId, name: 'Atrium', code: `ATR-${serial}` };
    const { thing } = await run('projectCreate', input);
    return { ...(thing ?? expect.unreachable()), code: input.code };
  };
  const change = (mutation: string, { id, version }: Project, changes: object = {}) =>
    run(mutation, { id, expectedVersion: version, ...changes });

  it('start active, once for one key', async () => {
    const { companyId, clientId } = company;
    const input = { companyId, clientId, name: ' Tower ', idempotencyKey: `project ${engine}` };
    const { thing } = await run('projectCreate', input);
    expect(thing).toMatchObject({ name: 'Tower', code: null, status: 'ACTIVE', version: 1 });
    expect((await run('projectCreate', input)).thing).toEqual(thing);
  });

  it('keep in an update what is absent and clear what is null', async () => {
    const project = await create();
    const held = await change('projectUpdate', project, { status: 'ON_HOLD' });
    expect(held.thing).toMatchObject({ name: 'Atrium', code: project.code, status: 'ON_HOLD' });
    const cleared = await change('projectUpdate', { ...project, version: 2 }, { code: null });
    expect(cleared.thing).toMatchObject({ code: null, status: 'ON_HOLD', version: 3 });
  });

  it('have a code that no other project of the company has', async () => {
    const [first, second] = [await create(), await create()];
    const taken = { code: first.code };
    expect(problemsOf(await change('projectUpdate', second, taken))).toEqual(['DUPLICATE code']);
    const { companyId, clientId } = company;
    const again = await run('projectCreate', { companyId, clientId, name: 'Annex', ...taken });
    expect(problemsOf(again)).toEqual(['DUPLICATE code']);
    const other = await createCompany(db);
    const elsewhere = await mutate(
      api,
      'projectCreate',
      { companyId: other.companyId, clientId: other.clientId, name: 'Annex', ...taken },
      { as: other.signedIn },
    );
    expect(elsewhere.userErrors).toEqual([]);
  });

  it('are archived by an act of their own, and come back by an update', async () => {
    const project = await create();
    expect(problemsOf(await change('projectUpdate', project, { status: 'ARCHIVED' }))).toEqual([
      'INVALID status',
    ]);
    const archived = await change('projectArchive', project);
    expect(archived.thing).toMatchObject({ status: 'ARCHIVED', version: 2 });
    const back = await change('projectUpdate', { ...project, version: 2 }, { status: 'ACTIVE' });
    expect(back.thing).toMatchObject({ status: 'ACTIVE', version: 3 });
    const id = decodeId('Project', project.id) ?? 0;
    const row = await db.fresh.reader.project.findUniqueOrThrow({ where: { id } });
    expect(row.archivedAt).toBeNull();
  });

  it('are refused with every problem at once, and not changed over somebody’s head', async () => {
    const { companyId, clientId } = company;
    const wrong = { companyId, clientId, name: ' ', code: 'A B' };
    expect(problemsOf(await run('projectCreate', wrong))).toEqual([
      'REQUIRED name',
      'INVALID code',
    ]);
    const project = await create();
    await change('projectUpdate', project, { name: 'Theirs' });
    const stale = await change('projectUpdate', project, { name: 'Mine' });
    expect(stale.userErrors).toMatchObject([
      {
        code: 'STALE',
        details: {
          currentVersion: 2,
          changes: [{ field: 'name', yours: 'Mine', current: 'Theirs' }],
        },
      },
    ]);
    expect(problemsOf(await change('projectArchive', project))).toEqual(['STALE expectedVersion']);
  });
});
