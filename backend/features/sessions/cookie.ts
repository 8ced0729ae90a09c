export const REFRESH_COOKIE = 'plumb_refresh';
/** Signing in and out happens here, the only path that the refresh cookie is sent to. */
export const SESSION_PATH = '/graphql/session';

/** The cookie that carries a refresh token, or ends it when the token is null. */
export function refreshCookieHeader(token: string | null, expires: Date, secure: boolean): string {
  const parts = [
    `${REFRESH_COOKIE}=${token ?? ''}`,
    `Path=${SESSION_PATH}`,
    'HttpOnly',
    'SameSite=Strict',
    `Expires=${(token === null ? new Date(0) : expires).toUTCString()}`,
  ];
  return [...parts, ...(secure ? ['Secure'] : [])].join('; ');
}

/** A cookie of a request, or null. */
export function cookieOf(request: Request, name: string): string | null {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  const found = pairs.find((pair) => pair.startsWith(`${name}=`));
  return found === undefined ? null : found.slice(name.length + 1);
}
