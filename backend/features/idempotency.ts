import { createHash } from 'node:crypto';
import { Prisma } from '../db/generated/sqlite/client.ts';
import { fail } from '../errors.ts';
import type { Tx } from './service.ts';

/** JSON with sorted keys, so that the order in which a client writes fields does not matter. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

interface Keyed {
  readonly companyId: number;
  /** Null: the caller asked for no protection. */
  readonly key: string | null | undefined;
  readonly mutation: string;
  readonly input: object;
  readonly now: Date;
}

/**
 * Runs work once per key. The record is written first and in the work's own transaction: a second
 * caller waits on the unique index (PostgreSQL) or for the writer (SQLite), then gets the first
 * answer; work that fails or a process that dies takes the record along.
 * @returns the row id the first run answered with.
 */
export async function once(tx: Tx, keyed: Keyed, work: () => Promise<number>): Promise<number> {
  const { companyId, key, mutation, input, now } = keyed;
  if (key == null) return work();
  const inputHash = createHash('sha256')
    .update(canonical({ mutation, input: { ...input, idempotencyKey: null } }))
    .digest('hex');
  const inserted = await tx.$executeRaw(Prisma.sql`INSERT INTO idempotency_records
    (company_id, key, input_hash, created_at) VALUES (${companyId}, ${key}, ${inputHash}, ${now})
    ON CONFLICT (company_id, key) DO NOTHING`);
  const where = { companyId_key: { companyId, key } };
  if (inserted === 0) {
    const first = await tx.idempotencyRecord.findUniqueOrThrow({ where });
    if (first.inputHash !== inputHash || first.resultId === null) {
      return fail({
        code: 'IDEMPOTENCY_KEY_REUSED',
        message: 'This key was used before with other input. Use a new key for a new act.',
        field: ['idempotencyKey'],
      });
    }
    return first.resultId;
  }
  const resultId = await work();
  await tx.idempotencyRecord.update({ where, data: { resultId } });
  return resultId;
}
