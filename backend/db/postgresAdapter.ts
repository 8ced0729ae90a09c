import { PrismaPg } from '@prisma/adapter-pg';
import type {
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
  SqlQueryable,
} from '@prisma/driver-adapter-utils';
import { BOUNDARY, guardedTransaction } from './guardedTransaction.ts';
import type { StatementListener } from './sqliteAdapter.ts';

const POOL = {
  max: 10,
  connectionTimeoutMillis: 10_000,
  idleTimeoutMillis: 30_000,
  keepAlive: true,
  // A server process that hangs or is cut off must not keep its locks.
  idle_in_transaction_session_timeout: 60_000,
} as const;

/** Reports statements on their way through an adapter or a transaction of it. */
function observed<T extends SqlQueryable>(target: T, listener: StatementListener): T {
  const queryRaw = target.queryRaw.bind(target);
  const executeRaw = target.executeRaw.bind(target);
  target.queryRaw = async (asked: SqlQuery) => {
    const result = await queryRaw(asked);
    listener({ sql: asked.sql, rows: result.rows.length });
    return result;
  };
  target.executeRaw = async (asked: SqlQuery) => {
    if (!BOUNDARY.test(asked.sql)) listener({ sql: asked.sql, rows: 0 });
    return executeRaw(asked);
  };
  return target;
}

/** Prisma's PostgreSQL adapter with our pool, and each statement reported to the listener. */
export function postgresAdapter(
  url: string,
  statementTimeoutMs: number,
  listener: StatementListener = () => {},
): SqlDriverAdapterFactory {
  const factory = new PrismaPg({
    connectionString: url,
    statement_timeout: statementTimeoutMs,
    ...POOL,
  });
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    async connect(): Promise<SqlDriverAdapter> {
      const adapter: SqlDriverAdapter = observed(await factory.connect(), listener);
      const startTransaction = adapter.startTransaction.bind(adapter);
      adapter.startTransaction = async (level) =>
        guardedTransaction(observed(await startTransaction(level), listener));
      return adapter;
    },
  };
}
