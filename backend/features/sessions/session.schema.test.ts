import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeId } from '../../globalId.ts';
import { type Api, type Asking, createApi, SECRET } from '../../test/execute.ts';
import { addMember, createCompany, noon, type TestCompany } from '../../test/factories.ts';
import { mutate } from '../../test/mutate.ts';
import { bearing, cookieSet, onSessionRoute } from '../../test/sessions.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../../test/testDatabase.ts';
import { hashPassword } from './password.ts';
import { signAccessToken } from './token.ts';

const PASSWORD = 'a password of theirs';
const WHO = '{ viewer { id memberships { role company { id } } } }';
const NOW = noon('2026-03-20');
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const unauthenticated = [expect.objectContaining({ extensions: { code: 'UNAUTHENTICATED' } })];

describe.each(ENGINES)('signing in on %s', (engine) => {
  let db: TestDatabase;
  let api: Api;
  let company: TestCompany;
  let email: string;
  beforeAll(async () => {
    db = await createTestDatabase(engine);
    api = createApi(db);
    company = await createCompany(db);
    ({ email } = company.user);
    const passwordHash = await hashPassword(PASSWORD);
    await db.transaction((tx) => tx.user.update({ where: { email }, data: { passwordHash } }));
  });
  afterAll(() => db.close());

  const signIn = (input: object, asking: Asking = {}) =>
    onSessionRoute(api, 'sessionCreate', input, { at: NOW, ...asking });
  const signedIn = async () => {
    const { thing } = await signIn({ email, password: PASSWORD });
    return thing ?? expect.unreachable();
  };
  const who = (asking: Asking) => api.execute(WHO, { at: NOW, ...asking });
  const me = () => ({
    viewer: {
      id: encodeId('User', company.user.id),
      memberships: [{ role: 'OWNER', company: { id: company.companyId } }],
    },
  });

  it('gives an access token of ten minutes and, to a browser, a cookie', async () => {
    const { thing, answer } = await signIn({ email: email.toUpperCase(), password: PASSWORD });
    expect(thing).toMatchObject({
      expiresAt: later(600).toISOString(),
      refreshToken: null,
      user: { id: encodeId('User', company.user.id) },
    });
    const [cookie = ''] = answer.headers.getSetCookie();
    const attributes = cookie.split('; ').slice(1);
    expect(attributes.sort()).toEqual([
      `Expires=${later(30 * 86_400).toUTCString()}`,
      'HttpOnly',
      'Path=/graphql/session',
      'SameSite=Strict',
    ]);
    expect(JSON.stringify(answer.data)).not.toContain(cookieSet(answer));
    expect((await who(bearing(thing?.accessToken ?? ''))).data).toEqual(me());
  });

  it('marks the cookie as secure where the server says so', async () => {
    const secure = createApi(db, { secureCookies: true });
    const { answer } = await onSessionRoute(secure, 'sessionCreate', { email, password: PASSWORD });
    expect(answer.headers.getSetCookie()[0]?.split('; ')).toContain('Secure');
  });

  it('shows the refresh token only to a program that asks, and sets no cookie then', async () => {
    const input = { email, password: PASSWORD, returnRefreshToken: true };
    const { thing, answer } = await signIn(input);
    expect(thing?.refreshToken).toMatch(/^[\w-]{43}$/);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it('answers with the data of who signed in, also to somebody signed in as another', async () => {
    const other = await createCompany(db);
    const { thing, answer } = await mutate<{ user: object }>(
      api,
      'sessionCreate',
      { email, password: PASSWORD },
      {
        as: other.signedIn,
        selection: '{ user { id memberships { role company { id clients { totalCount } } } } }',
      },
    );
    expect(answer.errors).toEqual([]);
    expect(thing?.user).toMatchObject({
      id: encodeId('User', company.user.id),
      memberships: [{ company: { id: company.companyId, clients: { totalCount: 1 } } }],
    });
  });

  it('answers a wrong password and an unknown address alike, also in time', async () => {
    const refusal = (await signIn({ email, password: 'wrong' })).answer;
    expect(refusal.data).toMatchObject({
      sessionCreate: { session: null, userErrors: [{ code: 'INVALID_CREDENTIALS', field: null }] },
    });
    expect(refusal.headers.getSetCookie()).toEqual([]);
    const nobody = { email: 'nobody@example.com', password: PASSWORD };
    expect((await signIn(nobody)).answer.data).toEqual(refusal.data);

    const median = async (input: object) => {
      const times: number[] = [];
      for (let round = 0; round < 5; round += 1) {
        const start = performance.now();
        await signIn(input);
        times.push(performance.now() - start);
      }
      return times.sort((a, b) => a - b)[2] ?? 0;
    };
    // Without the work of a hash it would be a tenth.
    expect(await median(nobody)).toBeGreaterThan(
      0.3 * (await median({ email, password: 'wrong' })),
    );
  });

  it('opens an account with a company of its own, once for each address', async () => {
    const input = {
      name: 'Nina Founder',
      email: `nina-${engine}@example.com`,
      password: PASSWORD,
      companyName: 'New Works',
      currencyCode: 'EUR',
      timeZone: 'Europe/Vienna',
    };
    const { thing, answer } = await onSessionRoute(api, 'accountCreate', input, { at: NOW });
    expect(cookieSet(answer)).toMatch(/^[\w-]{43}$/);
    expect((await who(bearing(thing?.accessToken ?? ''))).data).toMatchObject({
      viewer: { memberships: [{ role: 'OWNER' }] },
    });
    expect((await signIn({ email: input.email, password: PASSWORD })).userErrors).toEqual([]);
    const again = { ...input, email: input.email.toUpperCase() };
    expect((await onSessionRoute(api, 'accountCreate', again)).userErrors).toMatchObject([
      { code: 'DUPLICATE', field: ['email'] },
    ]);
  });

  it('names everything that is wrong with a new account at once', async () => {
    const { userErrors } = await onSessionRoute(api, 'accountCreate', {
      name: ' ',
      email: 'x@example.com',
      password: 'short',
      companyName: 'x'.repeat(201),
      currencyCode: 'EUR',
      timeZone: 'Europe/Vienna',
    });
    expect(userErrors).toMatchObject([
      { code: 'REQUIRED', field: ['name'] },
      { code: 'INVALID', field: ['password'] },
      { code: 'TOO_LONG', field: ['companyName'] },
    ]);
  });

  describe('an access token', () => {
    it('is over after ten minutes', async () => {
      const { accessToken } = await signedIn();
      const token = bearing(accessToken);
      expect((await who({ ...token, at: later(599) })).data).toEqual(me());
      const { data, errors } = await who({ ...token, at: later(600) });
      expect(data).toBeNull();
      expect(errors).toEqual(unauthenticated);
    });

    it('is worth nothing when it was tampered with', async () => {
      const { accessToken } = await signedIn();
      const [header = '', payload = '', signature = ''] = accessToken.split('.');
      const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
      const familyId = 'sid' in claims ? String(claims.sid) : '';
      const other = await addMember(db, company.company.id, 'OWNER');
      const signed = (alg: string, issuer: string) =>
        new SignJWT({ sid: familyId })
          .setProtectedHeader({ alg })
          .setIssuer(issuer)
          .setSubject(String(company.user.id))
          .setIssuedAt(NOW)
          .setExpirationTime(later(600))
          .sign(new TextEncoder().encode(SECRET));
      const sign = async (secret: string, userId: number) =>
        (await signAccessToken(secret, { userId, familyId }, NOW)).token;
      // The same recipe with the right ingredients is good: the others fail for their own reason.
      expect((await who(bearing(await signed('HS256', 'plumb')))).data).toEqual(me());
      for (const token of [
        `${encoded({ alg: 'none' })}.${payload}.`,
        `${encoded({ alg: 'none' })}.${payload}.${signature}`,
        `${header}.${encoded({ ...claims, sub: String(other.userId) })}.${signature}`,
        `${header}.${encoded({ ...claims, exp: 9_999_999_999 })}.${signature}`,
        `${header}.${payload}`,
        `${header}.${payload}.`,
        accessToken.slice(0, -2),
        await signed('HS512', 'plumb'),
        await signed('HS256', 'somebody'),
        await sign('another secret of the same length, or so', company.user.id),
        // Well signed, but the session is somebody else's.
        await sign(SECRET, other.userId),
        await sign(SECRET, 999_999),
        'nonsense',
      ]) {
        const { data, errors } = await who(bearing(token));
        expect(data, token).toBeNull();
        expect(errors).toEqual(unauthenticated);
      }
    });

    it('is powerless as soon as its session has ended', async () => {
      const { answer, thing } = await signIn({ email, password: PASSWORD });
      const token = bearing(thing?.accessToken ?? '');
      expect((await who(token)).data).toEqual(me());
      await mutate(api, 'sessionEnd', { refreshToken: cookieSet(answer) });
      expect((await who(token)).errors).toEqual(unauthenticated);
      // Other sign-ins of the same person go on.
      expect((await who({ as: company.signedIn })).data).toEqual(me());
    });
  });

  it('looks up membership and role at each request', async () => {
    const as = await addMember(db, company.company.id, 'BOOKKEEPER');
    const rename = () =>
      mutate(api, 'clientCreate', { companyId: company.companyId, name: 'Somebody' }, { as });
    const see = () =>
      api.execute('query ($id: ID!) { company(id: $id) { id } }', {
        as,
        variables: { id: company.companyId },
      });
    expect((await rename()).thing).not.toBeNull();
    const where = { userId_companyId: { userId: as.userId, companyId: company.company.id } };
    await db.transaction((tx) => tx.membership.update({ where, data: { role: 'VIEWER' } }));
    expect((await rename()).answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await see()).data).toEqual({ company: { id: company.companyId } });
    await db.transaction((tx) => tx.membership.delete({ where }));
    expect((await see()).data).toEqual({ company: null });
    expect((await rename()).answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
