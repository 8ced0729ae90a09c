import { createHash, createHmac, randomBytes } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';

const ACCESS_SECONDS = 600;
const ISSUER = 'plumb';

export interface AccessClaims {
  readonly userId: number;
  readonly familyId: string;
}

const keyOf = (secret: string) => new TextEncoder().encode(secret);

/** A signed access token of ten minutes and when it ends. */
export async function signAccessToken(secret: string, claims: AccessClaims, now: Date) {
  const issued = Math.floor(now.getTime() / 1000);
  const token = await new SignJWT({ sid: claims.familyId })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(ISSUER)
    .setSubject(String(claims.userId))
    .setIssuedAt(issued)
    .setExpirationTime(issued + ACCESS_SECONDS)
    .sign(keyOf(secret));
  return { token, expiresAt: new Date((issued + ACCESS_SECONDS) * 1000) };
}

/** What a token says, or null when it is forged, malformed or over. */
export async function readAccessToken(
  secret: string,
  token: string,
  now: Date,
): Promise<AccessClaims | null> {
  try {
    const { payload } = await jwtVerify(token, keyOf(secret), {
      algorithms: ['HS256'],
      issuer: ISSUER,
      currentDate: now,
    });
    const userId = Number(payload.sub);
    return typeof payload.sid === 'string' && Number.isInteger(userId)
      ? { userId, familyId: payload.sid }
      : null;
  } catch {
    return null;
  }
}

export const newRefreshToken = (): string => randomBytes(32).toString('base64url');

/**
 * The token that follows one. Derived, not drawn: two tabs that present the same token at once get
 * the same child without its plain text being kept anywhere.
 */
export const childToken = (secret: string, parent: string): string =>
  createHmac('sha256', secret).update(`refresh-child:${parent}`).digest('base64url');

export const tokenHash = (token: string): string =>
  createHash('sha256').update(token).digest('hex');
