import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, createApi } from '../../test/execute.ts';
import { addMember, createCompany, noon } from '../../test/factories.ts';
import { mutate } from '../../test/mutate.ts';
import { bearing, cookieSet, onSessionRoute, withCookie } from '../../test/sessions.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../../test/testDatabase.ts';
import { hashPassword } from './password.ts';
import { tokenHash } from './token.ts';

const PASSWORD = 'a password of theirs';
const NOW = noon('2026-03-20');
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const OVER = [expect.objectContaining({ code: 'TOKEN_EXPIRED' })];

describe.each(ENGINES)('a refresh token on %s', (engine) => {
  let db: TestDatabase;
  let api: Api;
  let email: string;
  beforeAll(async () => {
    db = await createTestDatabase(engine);
    api = createApi(db);
    const company = await createCompany(db);
    const { userId: id } = await addMember(db, company.company.id, 'OWNER');
    const passwordHash = await hashPassword(PASSWORD);
    const person = await db.transaction((tx) =>
      tx.user.update({ where: { id }, data: { passwordHash } }),
    );
    ({ email } = person);
  });
  afterAll(() => db.close());

  const signIn = async () => {
    const input = { email, password: PASSWORD, returnRefreshToken: true };
    const { thing } = await onSessionRoute(api, 'sessionCreate', input, { at: NOW });
    return thing?.refreshToken ?? expect.unreachable();
  };
  const refresh = (refreshToken: string, at: Date = NOW) =>
    onSessionRoute(api, 'sessionRefresh', { refreshToken }, { at });
  /** The next token of a family. */
  const next = async (refreshToken: string, at: Date = NOW) => {
    const { thing, userErrors } = await refresh(refreshToken, at);
    expect(userErrors).toEqual([]);
    return thing?.refreshToken ?? expect.unreachable();
  };
  const works = async (accessToken: string, at: Date) => {
    const { data } = await api.execute('{ viewer { id } }', { ...bearing(accessToken), at });
    return data !== null;
  };
  const rowOf = (token: string) =>
    db.fresh.reader.session.findUnique({ where: { tokenHash: tokenHash(token) } });

  it('is exchanged for a new pair, and kept only as a hash', async () => {
    const first = await signIn();
    const { thing } = await refresh(first, later(300));
    expect(thing?.refreshToken).not.toBe(first);
    expect(thing?.expiresAt).toBe(later(900).toISOString());
    expect(await works(thing?.accessToken ?? '', later(899))).toBe(true);
    const family = await db.fresh.reader.session.findMany();
    expect(JSON.stringify(family)).not.toContain(first);
    expect(JSON.stringify(family)).not.toContain(thing?.refreshToken);
    expect((await rowOf(first))?.rotatedAt).toEqual(later(300));
  });

  it('travels as a cookie for a browser, which never sees it', async () => {
    const { answer } = await onSessionRoute(api, 'sessionCreate', { email, password: PASSWORD });
    const first = cookieSet(answer) ?? '';
    const refreshed = await onSessionRoute(api, 'sessionRefresh', {}, withCookie(first));
    expect(refreshed.thing).toMatchObject({ refreshToken: null });
    const second = cookieSet(refreshed.answer);
    expect(second).toMatch(/^[\w-]{43}$/);
    expect(second).not.toBe(first);
    expect(JSON.stringify(refreshed.answer.data)).not.toContain(second);
    const ended = await mutate(api, 'sessionEnd', {}, withCookie(second ?? ''));
    expect(ended.thing).toBe(true);
    const [cookie = ''] = ended.answer.headers.getSetCookie();
    expect(cookie).toMatch(/^plumb_refresh=; .*Expires=Thu, 01 Jan 1970 00:00:00 GMT/);
    const after = await onSessionRoute(api, 'sessionRefresh', {}, withCookie(second ?? ''));
    expect(after.userErrors).toEqual(OVER);
  });

  it('used again within ten seconds gives the same child', async () => {
    const first = await signIn();
    const child = await next(first);
    expect(await next(first, later(10))).toBe(child);
    expect(await next(child, later(11))).not.toBe(child);
  });

  it('used again later ends the whole family: two parties hold it', async () => {
    const first = await signIn();
    const second = await refresh(first);
    const third = await next(second.thing?.refreshToken ?? '', later(5));
    expect(await works(second.thing?.accessToken ?? '', later(10))).toBe(true);
    expect((await refresh(first, later(10.001))).userErrors).toEqual(OVER);
    expect((await refresh(third, later(11))).userErrors).toEqual(OVER);
    expect(await works(second.thing?.accessToken ?? '', later(11))).toBe(false);
    // Another sign-in of the same person is another family.
    await next(await signIn());
  });

  it('is exchanged once by fifty who come at once, and all get the same answer', async () => {
    const first = await signIn();
    const { familyId = '' } = (await rowOf(first)) ?? {};
    const answers = await Promise.all(Array.from({ length: 50 }, () => refresh(first)));
    for (const { thing, userErrors } of answers) {
      expect(userErrors).toEqual([]);
      expect(thing).toEqual(answers[0]?.thing);
    }
    expect(await db.fresh.reader.session.count({ where: { familyId } })).toBe(2);
  });

  it('leaves nothing alive when the session ends while others refresh', async () => {
    for (let round = 0; round < 5; round += 1) {
      const first = await signIn();
      const { familyId = '' } = (await rowOf(first)) ?? {};
      await Promise.all([
        ...Array.from({ length: 4 }, () => refresh(first)),
        mutate(api, 'sessionEnd', { refreshToken: first }),
        ...Array.from({ length: 4 }, () => refresh(first)),
      ]);
      const alive = await db.fresh.reader.session.count({ where: { familyId, revokedAt: null } });
      expect(alive).toBe(0);
    }
  });

  it('is over after thirty days without use, counted from its last use', async () => {
    const day = 86_400;
    const first = await signIn();
    const second = await next(first, later(29 * day));
    const third = await next(second, later(58 * day));
    expect((await refresh(third, later(88 * day))).userErrors).toEqual(OVER);
  });

  it('is refused when it is unknown, malformed, ended or missing', async () => {
    const ended = await signIn();
    expect((await mutate(api, 'sessionEnd', { refreshToken: ended })).thing).toBe(true);
    for (const token of [ended, 'x', '', '\0', '\ud800', 'x'.repeat(200)]) {
      const { thing, userErrors } = await refresh(token);
      expect(thing).toBeNull();
      expect(userErrors).toEqual(OVER);
    }
    expect((await onSessionRoute(api, 'sessionRefresh', {})).userErrors).toEqual(OVER);
    const long = await refresh('x'.repeat(201));
    expect(long.userErrors).toMatchObject([{ code: 'TOO_LONG', field: ['refreshToken'] }]);
    // Ending what is over, unknown or missing is no mistake.
    for (const input of [{ refreshToken: ended }, { refreshToken: 'x' }, {}]) {
      expect((await mutate(api, 'sessionEnd', input)).thing).toBe(true);
    }
  });
});
