import type { SqlQuery, Transaction } from '@prisma/driver-adapter-utils';

export const COMMIT = /^\s*commit\b/i;
const ROLLBACK = /^\s*rollback\b/i;
/** What begins or ends a transaction: no statement of anybody's work. */
export const BOUNDARY = /^\s*(begin|commit|rollback)\b/i;

const REFUSALS = {
  failed: 'A statement of this transaction failed before; it can only be rolled back.',
  ended: 'This transaction has ended.',
} as const;

/**
 * Keeps a transaction whole on both engines. After a failed statement nothing more is done in it:
 * PostgreSQL would answer a COMMIT with a silent rollback, SQLite would commit the rest. After its
 * end nothing more reaches the connection, which by then may serve another transaction.
 */
export function guardedTransaction(tx: Transaction): Transaction {
  let state: 'open' | 'failed' | 'ended' = 'open';

  async function run<T>(work: () => Promise<T>): Promise<T> {
    if (state !== 'open') throw new Error(REFUSALS[state]);
    try {
      return await work();
    } catch (error) {
      if (state === 'open') state = 'failed';
      throw error;
    }
  }
  async function execute(asked: SqlQuery): Promise<number> {
    if (state === 'failed' && ROLLBACK.test(asked.sql)) return tx.executeRaw(asked);
    if (state === 'failed' && COMMIT.test(asked.sql)) {
      // Prisma hands the connection back after a refused COMMIT, without a ROLLBACK of its own.
      await tx.executeRaw({ ...asked, sql: 'ROLLBACK' });
    }
    return run(() => tx.executeRaw(asked));
  }
  const end = (work: () => Promise<void>) => {
    state = 'ended';
    return work();
  };
  return {
    provider: tx.provider,
    adapterName: tx.adapterName,
    options: tx.options,
    queryRaw: (asked) => run(() => tx.queryRaw(asked)),
    executeRaw: execute,
    commit: () => end(() => tx.commit()),
    rollback: () => end(() => tx.rollback()),
    createSavepoint: (name) => run(async () => tx.createSavepoint?.(name)),
    rollbackToSavepoint: async (name) => {
      await tx.rollbackToSavepoint?.(name);
      if (state === 'failed') state = 'open';
    },
    releaseSavepoint: (name) => run(async () => tx.releaseSavepoint?.(name)),
  };
}
