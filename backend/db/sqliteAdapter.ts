import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type {
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
  Transaction,
} from '@prisma/driver-adapter-utils';

/** Told of each statement that reaches the database, with the number of rows it answered. */
export type StatementListener = (statement: { sql: string; rows: number }) => void;

const READ = /^\s*(select|explain)\b/i;
const BUSY_TIMEOUT_MS = 5_000;

/** One holder at a time, in the order of asking. */
class Mutex {
  #tail: Promise<void> = Promise.resolve();

  acquire(): Promise<() => void> {
    let release = () => {};
    const mine = new Promise<void>((resolve) => {
      release = resolve;
    });
    const before = this.#tail;
    this.#tail = before.then(() => mine);
    return before.then(() => release);
  }
}

const statement = (sql: string): SqlQuery => ({ sql, args: [], argTypes: [] });

/** Refuses to go on when a setting that durability or integrity rests on did not take. */
async function assertPragma(connection: SqlDriverAdapter, name: string, expected: unknown) {
  const { rows } = await connection.queryRaw(statement(`PRAGMA ${name}`));
  const value = rows[0]?.[0];
  if (String(value) !== String(expected)) {
    throw new Error(`SQLite: PRAGMA ${name} is ${String(value)}, expected ${String(expected)}`);
  }
}

/**
 * A Prisma driver adapter for SQLite that loses nothing. Prisma's own has one connection, so the
 * write of one request joins another request's open transaction and goes with its rollback. Here a
 * writer behind a mutex serves one transaction at a time (BEGIN IMMEDIATE), and a second,
 * query-only connection to the same WAL file serves reads, which never see uncommitted rows.
 */
export class SafeSqliteAdapter implements SqlDriverAdapterFactory {
  readonly provider = 'sqlite' as const;
  readonly adapterName = 'plumb-sqlite';

  constructor(
    private readonly url: string,
    private readonly listener: StatementListener = () => {},
  ) {}

  async #open(readOnly: boolean): Promise<SqlDriverAdapter> {
    const factory = new PrismaBetterSqlite3({ url: this.url, timeout: BUSY_TIMEOUT_MS });
    const connection = await factory.connect();
    // WAL first: turning it on lowers `synchronous` in some builds.
    await connection.executeScript(
      'PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF;',
    );
    if (readOnly) await connection.executeScript('PRAGMA query_only=ON');
    await assertPragma(connection, 'journal_mode', 'wal');
    await assertPragma(connection, 'synchronous', 2);
    await assertPragma(connection, 'foreign_keys', 1);
    return connection;
  }

  async connect(): Promise<SqlDriverAdapter> {
    const writer = await this.#open(false);
    const reader = await this.#open(true);
    const mutex = new Mutex();
    const { listener, provider, adapterName } = this;

    const query = async (connection: SqlDriverAdapter, asked: SqlQuery) => {
      const result = await connection.queryRaw(asked);
      listener({ sql: asked.sql, rows: result.rows.length });
      return result;
    };
    const execute = async (asked: SqlQuery) => {
      listener({ sql: asked.sql, rows: 0 });
      return writer.executeRaw(asked);
    };
    const alone = async <T>(work: () => Promise<T>): Promise<T> => {
      const release = await mutex.acquire();
      try {
        return await work();
      } finally {
        release();
      }
    };

    return {
      provider,
      adapterName,
      queryRaw: (asked) =>
        READ.test(asked.sql) && !/\breturning\b/i.test(asked.sql)
          ? query(reader, asked)
          : alone(() => query(writer, asked)),
      executeRaw: (asked) => alone(() => execute(asked)),
      executeScript: (script) => alone(() => writer.executeScript(script)),
      startTransaction: async (isolationLevel): Promise<Transaction> => {
        if (isolationLevel !== undefined && isolationLevel !== 'SERIALIZABLE') {
          throw new Error('SQLite transactions are always SERIALIZABLE');
        }
        const release = await mutex.acquire();
        try {
          await writer.executeRaw(statement('BEGIN IMMEDIATE'));
        } catch (error) {
          release();
          throw error;
        }
        return {
          provider,
          adapterName,
          options: { usePhantomQuery: false },
          queryRaw: (asked) => query(writer, asked),
          executeRaw: async (asked) => {
            if (!/^\s*commit/i.test(asked.sql)) return execute(asked);
            try {
              return await writer.executeRaw(asked);
            } catch (error) {
              // A failed COMMIT leaves the transaction open, and the next one would join it.
              await writer.executeRaw(statement('ROLLBACK')).catch(() => 0);
              release();
              throw error;
            }
          },
          commit: async () => release(),
          rollback: async () => release(),
          createSavepoint: async (name) => {
            await writer.executeRaw(statement(`SAVEPOINT ${name}`));
          },
          rollbackToSavepoint: async (name) => {
            await writer.executeRaw(statement(`ROLLBACK TO ${name}`));
          },
          releaseSavepoint: async (name) => {
            await writer.executeRaw(statement(`RELEASE SAVEPOINT ${name}`));
          },
        };
      },
      dispose: async () => {
        await reader.dispose();
        await writer.dispose();
      },
    };
  }
}
