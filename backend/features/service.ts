import type { Context } from '../context.ts';
import type { Database, Transaction } from '../db/database.ts';
import { Prisma } from '../db/generated/sqlite/client.ts';
import { type CivilDate, civilDateIn } from '../domain/civilDate.ts';
import type { Problem } from '../domain/problem.ts';
import { ForbiddenError, fail, notFound } from '../errors.ts';
import { companyIds, may, type Permission, type Viewer } from '../viewer.ts';

/** What a use case needs of a request. */
export type ServiceContext = Pick<Context, 'db' | 'now'> & { readonly viewer: Viewer };

export type Tx = Transaction;
export type { Database };

/** The viewer's civil date in a company. */
export function todayOf(context: ServiceContext, companyId: number): CivilDate {
  const membership = context.viewer.memberships.find((one) => one.companyId === companyId);
  return civilDateIn(context.now, membership?.timeZone ?? 'UTC');
}

/** @throws ForbiddenError when the viewer belongs to the company without this permission. */
export function demand(context: ServiceContext, companyId: number, permission: Permission): void {
  if (!may(context.viewer, companyId, permission)) throw new ForbiddenError();
}

/** The company named by an input, if the viewer belongs to it and may do this there. */
export function demandCompany(
  context: ServiceContext,
  companyId: number | null,
  permission: Permission,
): number {
  if (companyId === null || !companyIds(context.viewer).includes(companyId)) {
    return notFound('company', 'companyId');
  }
  demand(context, companyId, permission);
  return companyId;
}

/**
 * Says in a person's words that a unique index refused a row. What looked free before may be taken
 * by now; only the index is certain.
 */
export async function unlessDuplicate<T>(work: Promise<T>, problem: Problem): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const known = error instanceof Prisma.PrismaClientKnownRequestError;
    if (known && error.code === 'P2002') fail(problem);
    throw error;
  }
}
