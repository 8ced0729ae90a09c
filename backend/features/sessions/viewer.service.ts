import { z } from 'zod';
import type { Database } from '../../db/database.ts';
import { Prisma } from '../../db/generated/sqlite/client.ts';
import type { Role, Viewer } from '../../viewer.ts';
import { readAccessToken } from './token.ts';

const place = z.object({
  user_id: z.coerce.number(),
  company_id: z.coerce.number().nullable(),
  role: z.custom<Role>((value) => typeof value === 'string').nullable(),
  time_zone: z.string().nullable(),
});

/** One statement at the start of each request: who they are, and their role in each company. */
async function viewerWhere(db: Database, condition: Prisma.Sql): Promise<Viewer | null> {
  const places = await db.fresh.query(
    Prisma.sql`SELECT users.id AS user_id, memberships.company_id, memberships.role,
        companies.time_zone
      FROM users
      LEFT JOIN memberships ON memberships.user_id = users.id
      LEFT JOIN companies ON companies.id = memberships.company_id
      WHERE ${condition} ORDER BY memberships.id`,
    place,
  );
  const [first] = places;
  if (first === undefined) return null;
  return {
    userId: first.user_id,
    memberships: places.flatMap(({ company_id: companyId, role, time_zone: timeZone }) =>
      companyId === null || role === null || timeZone === null
        ? []
        : [{ companyId, role, timeZone }],
    ),
  };
}

/** Who a bearer is now: membership and role come from the database, not from the token. */
export async function viewerFromAccessToken(
  { db, secret, now }: { db: Database; secret: string; now: Date },
  token: string,
): Promise<Viewer | null> {
  const claims = await readAccessToken(secret, token, now);
  if (claims === null) return null;
  return viewerWhere(
    db,
    Prisma.sql`users.id = ${claims.userId} AND EXISTS (SELECT 1 FROM sessions
      WHERE sessions.family_id = ${claims.familyId} AND sessions.user_id = users.id
        AND sessions.revoked_at IS NULL)`,
  );
}

/** A person who has just signed in. */
export const viewerById = (db: Database, userId: number): Promise<Viewer | null> =>
  viewerWhere(db, Prisma.sql`users.id = ${userId}`);

/** The demo sign-in of GraphiQL outside production: only people of the seed, never a real account. */
export const demoViewer = async (db: Database, email: string): Promise<Viewer | null> =>
  email.endsWith('@constructco.example')
    ? viewerWhere(db, Prisma.sql`users.email = ${email}`)
    : null;
