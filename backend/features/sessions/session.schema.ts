import type { Context } from '../../context.ts';
import { builder } from '../../graphql/builder.ts';
import { defineMutation } from '../../graphql/mutation.ts';
import { refreshCookieHeader } from './cookie.ts';
import {
  accountCreateInput,
  sessionCreateInput,
  sessionEndInput,
  sessionRefreshInput,
} from './session.input.ts';
import {
  accountCreate,
  type OpenSession,
  type SessionContext,
  sessionCreate,
  sessionEnd,
  sessionRefresh,
} from './session.service.ts';
import { viewerById } from './viewer.service.ts';

type ShownSession = OpenSession & { readonly showRefreshToken: boolean };

const SessionType = builder.objectRef<ShownSession>('Session').implement({
  description: 'A sign-in: a short access token, and a refresh token in a cookie.',
  fields: (t) => ({
    accessToken: t.exposeString('accessToken', {
      description: 'Send it as `Authorization: Bearer …`; good for ten minutes.',
    }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      description: 'When the access token ends.',
    }),
    refreshToken: t.string({
      nullable: true,
      description: 'Only for a program that asked for it; a browser has it in a cookie.',
      resolve: (session) => (session.showRefreshToken ? session.refreshToken : null),
    }),
    user: t.prismaField({
      type: 'User',
      description: 'Who is signed in.',
      complexity: 1,
      resolve: (query, { userId }, _args, { db }) =>
        db.reader.user.findUniqueOrThrow({ ...query, where: { id: userId } }),
    }),
  }),
});

const sessionContext = (context: Context): SessionContext => ({
  db: context.db,
  now: context.now,
  secret: context.authSecret,
  userAgent: context.userAgent,
  address: context.address,
});

/** Browsers get the refresh token as a cookie; only a program that asks sees it. */
async function handOver(context: Context, session: OpenSession, showRefreshToken: boolean) {
  context.viewer = await viewerById(context.db, session.userId);
  if (!showRefreshToken) {
    const { refreshToken, refreshExpiresAt } = session;
    context.response.setCookie(
      refreshCookieHeader(refreshToken, refreshExpiresAt, context.secureCookies),
    );
  }
  return { session: { ...session, showRefreshToken } };
}

const sessionPayload = { session: { type: SessionType, description: 'The new session.' } };

defineMutation({
  name: 'accountCreate',
  description: 'Open an account with a new company, and sign in.',
  permission: null,
  schema: accountCreateInput,
  input: (t) => ({
    name: t.string({ required: true, description: 'Your name.' }),
    email: t.field({ type: 'EmailAddress', required: true, description: 'Your address.' }),
    password: t.string({ required: true, description: '10 to 200 characters.' }),
    companyName: t.string({ required: true, description: 'The company’s name.' }),
    currencyCode: t.field({
      type: 'CurrencyCode',
      required: true,
      description: 'Its main currency.',
    }),
    timeZone: t.field({
      type: 'TimeZone',
      required: true,
      description: 'Its IANA time zone; decides what day it is.',
    }),
  }),
  payload: sessionPayload,
  resolve: async (input, context) =>
    handOver(context, await accountCreate(sessionContext(context), input), false),
});

defineMutation({
  name: 'sessionCreate',
  description: 'Sign in. In a browser send it to /graphql/session, where the refresh cookie lives.',
  permission: null,
  schema: sessionCreateInput,
  input: (t) => ({
    email: t.field({ type: 'EmailAddress', required: true, description: 'Your address.' }),
    password: t.string({ required: true, description: 'Your password.' }),
    returnRefreshToken: t.boolean({
      description: 'For programs: answer the refresh token instead of setting a cookie.',
    }),
  }),
  payload: sessionPayload,
  resolve: async (input, context) =>
    handOver(
      context,
      await sessionCreate(sessionContext(context), input),
      input.returnRefreshToken ?? false,
    ),
});

defineMutation({
  name: 'sessionRefresh',
  description:
    'Exchange the refresh token for a new pair. In a browser send it to /graphql/session.',
  permission: null,
  schema: sessionRefreshInput,
  input: (t) => ({
    refreshToken: t.string({ description: 'The token; left out, the cookie’s is used.' }),
  }),
  payload: sessionPayload,
  resolve: async (input, context) => {
    const given = input.refreshToken ?? null;
    const session = await sessionRefresh(sessionContext(context), given ?? context.refreshCookie);
    return handOver(context, session, given !== null);
  },
});

defineMutation({
  name: 'sessionEnd',
  description: 'Sign out: ends the session and all tokens that came from it.',
  permission: null,
  schema: sessionEndInput,
  input: (t) => ({
    refreshToken: t.string({ description: 'The token; left out, the cookie’s is used.' }),
  }),
  payload: { ended: { type: 'Boolean', description: 'True when the session is over.' } },
  resolve: async (input, context) => {
    await sessionEnd(sessionContext(context), input.refreshToken ?? context.refreshCookie);
    context.response.setCookie(refreshCookieHeader(null, context.now, context.secureCookies));
    return { ended: true };
  },
});
