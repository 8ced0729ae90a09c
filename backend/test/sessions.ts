import { cookieOf, REFRESH_COOKIE, SESSION_PATH } from '../features/sessions/cookie.ts';
import type { Answer, Api, Asking } from './execute.ts';
import { mutate } from './mutate.ts';

export interface Session {
  readonly accessToken: string;
  readonly expiresAt: string;
  readonly refreshToken: string | null;
  readonly user: { readonly id: string };
}

const SESSION = '{ accessToken expiresAt refreshToken user { id } }';

/** The route that browsers send their refresh cookie to. */
export const onSessionRoute = (
  api: Api,
  mutation: 'accountCreate' | 'sessionCreate' | 'sessionRefresh',
  input: object,
  asking: Asking = {},
) => mutate<Session>(api, mutation, input, { path: SESSION_PATH, selection: SESSION, ...asking });

/** An `Asking` with any bearer, good or bad. */
export const bearing = (token: string): Asking => ({
  headers: { authorization: `Bearer ${token}` },
});

/** An `Asking` with the refresh cookie, as a browser sends it. */
export const withCookie = (token: string): Asking => ({
  headers: { cookie: `theme=dark; ${REFRESH_COOKIE}=${token}` },
});

/** The refresh token that an answer sets as a cookie; null when it sets none. */
export function cookieSet({ headers }: Answer<unknown>): string | null {
  const [pair = ''] = (headers.getSetCookie()[0] ?? '').split(';', 1);
  return cookieOf(new Request('http://localhost', { headers: { cookie: pair } }), REFRESH_COOKIE);
}
