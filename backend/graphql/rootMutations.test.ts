import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, createApi } from '../test/execute.ts';
import { addMember, createCompany, type SignedIn } from '../test/factories.ts';
import { mutate } from '../test/mutate.ts';
import { PERMITTED, PUBLIC } from '../test/mutationInputs.ts';
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

it('tries every mutation of the schema', () => {
  const names = Object.keys(schema.getMutationType()?.getFields() ?? {});
  expect([...Object.keys(PERMITTED), ...Object.keys(PUBLIC)].sort()).toEqual(names.sort());
});

/** The same input, every id in it replaced by one that no row has. */
const nowhere = (input: object) =>
  withValues(
    input,
    idPaths(input).map((path) => [path, unknownId(String(valueAt(input, path)))] as const),
  );

describe.each(ENGINES)('mutations on %s', (engine) => {
  let db: TestDatabase;
  let api: Api;
  let mine: World;
  let theirs: World;
  let stranger: SignedIn;
  let reader: SignedIn;
  beforeAll(async () => {
    db = await createTestDatabase(engine);
    api = createApi(db);
    mine = await createWorld(db);
    theirs = await createWorld(db);
    stranger = (await createCompany(db)).signedIn;
    reader = await addMember(db, mine.company.id, 'VIEWER');
  });
  afterAll(() => db.close());

  /** What came back; the database must be as it was. */
  async function refused(name: string, input: object, as: SignedIn | undefined) {
    const before = await contents(db);
    const { thing, answer } = await mutate(api, name, input, as === undefined ? {} : { as });
    expect(thing).toBeNull();
    expect(await contents(db)).toEqual(before);
    const { data, errors } = answer;
    return { data, errors };
  }
  const fault = (code: string) => [expect.objectContaining({ extensions: { code } })];

  describe.each(Object.entries(PERMITTED))('%s', (name, makeInput) => {
    it('asks who is signed in', async () => {
      const { errors } = await refused(name, await makeInput(mine, db), undefined);
      expect(errors).toEqual(fault('UNAUTHENTICATED'));
    });

    it('is forbidden to a viewer, before anything is said about the input', async () => {
      const input = await makeInput(mine, db);
      expect((await refused(name, input, reader)).errors).toEqual(fault('FORBIDDEN'));
      const wrong = withValues(
        input,
        idPaths(input).map((path) => [path, ''] as const),
      );
      expect((await refused(name, wrong, reader)).errors).toEqual(fault('FORBIDDEN'));
    });

    it('answers a stranger as if the thing did not exist', async () => {
      const input = await makeInput(mine, db);
      const answer = await refused(name, input, stranger);
      expect(answer).toEqual(await refused(name, nowhere(input), stranger));
      expect(answer).toMatchObject({
        errors: [],
        data: { [name]: { userErrors: [{ code: 'NOT_FOUND' }] } },
      });
    });

    it('takes each id of another company for one that does not exist', async () => {
      const input = await makeInput(mine, db);
      const foreign = await makeInput(theirs, db);
      const paths = idPaths(input);
      expect(paths.length).toBeGreaterThan(0);
      for (const path of paths) {
        const id = String(valueAt(foreign, path));
        const answer = await refused(name, withValues(input, [[path, id]]), mine.signedIn);
        const missing = withValues(input, [[path, unknownId(id)]]);
        expect(answer).toEqual(await refused(name, missing, mine.signedIn));
        expect(answer).toMatchObject({
          errors: [],
          data: {
            [name]: {
              userErrors: expect.arrayContaining([
                expect.objectContaining({ code: 'NOT_FOUND', field: path }),
              ]),
            },
          },
        });
      }
    });

    it('does what it says for those who may', async () => {
      const input = await makeInput(mine, db);
      const before = await contents(db);
      const { thing, userErrors, answer } = await mutate(api, name, input, { as: mine.signedIn });
      expect(answer.errors).toEqual([]);
      expect(userErrors).toEqual([]);
      expect(thing).not.toBeNull();
      expect(await contents(db)).not.toEqual(before);
    });
  });

  it.each(Object.entries(PUBLIC))('%s is open to everybody', async (name, makeInput) => {
    const { thing, userErrors, answer } = await mutate(api, name, await makeInput(mine, db));
    expect(answer.errors).toEqual([]);
    expect(userErrors).toEqual([]);
    expect(thing).not.toBeNull();
  });
});
