import { randomUUID } from 'node:crypto';
import type { Database } from '../../db/database.ts';
import { fail } from '../../errors.ts';
import { type Tx, unlessDuplicate } from '../service.ts';
import { hashPassword, verifyPassword } from './password.ts';
import type { AccountCreateInput, SessionCreateInput } from './session.input.ts';
import { childToken, newRefreshToken, signAccessToken, tokenHash } from './token.ts';

const REFRESH_DAYS = 30;
/** Two tabs may present the same token this close together; later it is a thief's. */
const REUSE_WINDOW_MS = 10_000;

export interface SessionContext {
  readonly db: Database;
  readonly now: Date;
  readonly secret: string;
  readonly userAgent: string | null;
  readonly address: string | null;
}

export interface OpenSession {
  readonly userId: number;
  readonly accessToken: string;
  readonly expiresAt: Date;
  readonly refreshToken: string;
  readonly refreshExpiresAt: Date;
}

const refreshExpiry = (now: Date) => new Date(now.getTime() + REFRESH_DAYS * 86_400_000);

const expired = (): never =>
  fail({ code: 'TOKEN_EXPIRED', message: 'The session is over; sign in again.' });

async function open(
  context: SessionContext,
  tx: Tx,
  session: { userId: number; familyId: string; refreshToken: string },
): Promise<OpenSession> {
  const { now, secret, userAgent, address } = context;
  const { userId, familyId, refreshToken } = session;
  const refreshExpiresAt = refreshExpiry(now);
  await tx.session.create({
    data: {
      userId,
      familyId,
      tokenHash: tokenHash(refreshToken),
      expiresAt: refreshExpiresAt,
      userAgent,
      address,
      createdAt: now,
    },
  });
  const access = await signAccessToken(secret, { userId, familyId }, now);
  return {
    userId,
    accessToken: access.token,
    expiresAt: access.expiresAt,
    refreshToken,
    refreshExpiresAt,
  };
}

const startFamily = (context: SessionContext, tx: Tx, userId: number) =>
  open(context, tx, { userId, familyId: randomUUID(), refreshToken: newRefreshToken() });

/** Signs in. An unknown address and a wrong password answer alike, also in time. */
export async function sessionCreate(
  context: SessionContext,
  input: SessionCreateInput,
): Promise<OpenSession> {
  const user = await context.db.fresh.reader.user.findUnique({
    where: { email: input.email.toLowerCase() },
  });
  const matches = await verifyPassword(user?.passwordHash ?? null, input.password);
  if (user === null || !matches) {
    return fail({ code: 'INVALID_CREDENTIALS', message: 'Address or password is wrong.' });
  }
  return context.db.transaction((tx) => startFamily(context, tx, user.id));
}

/** Opens an account: a person, their company, and a session. */
export async function accountCreate(
  context: SessionContext,
  input: AccountCreateInput,
): Promise<OpenSession> {
  const passwordHash = await hashPassword(input.password);
  const email = input.email.toLowerCase();
  return context.db.transaction(async (tx) => {
    const { name, companyName, currencyCode, timeZone } = input;
    const user = await unlessDuplicate(tx.user.create({ data: { email, name, passwordHash } }), {
      code: 'DUPLICATE',
      message: 'This address has an account; sign in instead.',
      field: ['email'],
    });
    const company = await tx.company.create({
      data: { name: companyName, currencyCode, timeZone },
    });
    await tx.membership.create({ data: { companyId: company.id, userId: user.id, role: 'OWNER' } });
    return startFamily(context, tx, user.id);
  });
}

/** Ends all tokens of a family, also the child that another request is making at this moment. */
async function endFamily(tx: Tx, familyId: string, now: Date): Promise<void> {
  const where = { familyId, revokedAt: null };
  // The update waits for a rotation under way and then does not see its child: it has to look again.
  while ((await tx.session.updateMany({ where, data: { revokedAt: now } })).count > 0);
}

/**
 * Exchanges a refresh token for its child. Within ten seconds a used token gets the same child
 * again; later it ends the whole family, since two parties hold it.
 */
export async function sessionRefresh(
  context: SessionContext,
  refreshToken: string | null,
): Promise<OpenSession> {
  const { db, now, secret } = context;
  if (refreshToken === null) return expired();
  const session = await db.transaction(async (tx) => {
    const token = await tx.session.findUnique({ where: { tokenHash: tokenHash(refreshToken) } });
    if (token === null || token.revokedAt !== null || token.expiresAt <= now) return null;
    const { userId, familyId } = token;
    const child = childToken(secret, refreshToken);
    const rotated = await tx.session.updateMany({
      where: { id: token.id, rotatedAt: null, revokedAt: null },
      data: { rotatedAt: now },
    });
    if (rotated.count === 1) return open(context, tx, { userId, familyId, refreshToken: child });
    // Somebody rotated it before; read what they left.
    const known = await tx.session.findUnique({ where: { tokenHash: tokenHash(child) } });
    const used = await tx.session.findUniqueOrThrow({ where: { id: token.id } });
    const age = now.getTime() - (used.rotatedAt?.getTime() ?? 0);
    if (known !== null && known.revokedAt === null && age <= REUSE_WINDOW_MS) {
      const access = await signAccessToken(secret, { userId, familyId }, now);
      return {
        userId,
        accessToken: access.token,
        expiresAt: access.expiresAt,
        refreshToken: child,
        refreshExpiresAt: known.expiresAt,
      };
    }
    await endFamily(tx, familyId, now);
    return null;
  });
  // Outside the transaction: a refusal must not take the revocation back.
  return session ?? expired();
}

/** Ends the family of a refresh token; ending it twice, or one that is unknown, changes nothing. */
export async function sessionEnd(
  context: SessionContext,
  refreshToken: string | null,
): Promise<void> {
  if (refreshToken === null) return;
  await context.db.transaction(async (tx) => {
    const token = await tx.session.findUnique({ where: { tokenHash: tokenHash(refreshToken) } });
    if (token !== null) await endFamily(tx, token.familyId, context.now);
  });
}
