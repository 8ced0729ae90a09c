import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import {
  isDriverAdapterError,
  type SqlDriverAdapter,
  type SqlDriverAdapterFactory,
  type SqlQuery,
  type Transaction,
} from '@prisma/driver-adapter-utils';
import { BOUNDARY, COMMIT, guardedTransaction } from './guardedTransaction.ts';

/** Told of each statement that reaches the database, with the number of rows it answered. */
export type StatementListener = (statement: { sql: string; rows: number }) => void;

const READ = /^\s*(select|explain)\b/i;
/** How long another process may keep the file to itself. */
const BUSY_TIMEOUT_MS = 5_000;
const BUSY_PAUSE_MS = 10;

/**
 * One holder at a time, in the order of asking. It is handed on in another turn of the event loop:
 * with a synchronous driver a queue of transactions would otherwise run without letting in anything
 * else.
 */
class Mutex {
  #held = false;
  readonly #waiting: (() => void)[] = [];

  async acquire(): Promise<() => void> {
    if (this.#held) await new Promise<void>((turn) => this.#waiting.push(turn));
    this.#held = true;
    let released = false;
    return () => {
      if (released) return;
      released = true;
      const next = this.#waiting.shift();
      if (next === undefined) this.#held = false;
      else setImmediate(next);
    };
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

const isBusy = (error: unknown): boolean =>
  isDriverAdapterError(error) && error.cause.originalCode?.startsWith('SQLITE_BUSY') === true;

/**
 * Waits while another process writes. SQLite's own waiting (busy_timeout) would stop the whole
 * event loop, because better-sqlite3 is synchronous.
 */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + BUSY_TIMEOUT_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error) || Date.now() > deadline) throw error;
      await new Promise((done) => setTimeout(done, BUSY_PAUSE_MS));
    }
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

  async #open(): Promise<SqlDriverAdapter> {
    const factory = new PrismaBetterSqlite3({ url: this.url, timeout: BUSY_TIMEOUT_MS });
    const connection = await factory.connect();
    // WAL first: turning it on lowers `synchronous` in some builds. Unlike other statements this
    // one does not wait by itself.
    await patiently(() => connection.executeScript('PRAGMA journal_mode=WAL'));
    await connection.executeScript(
      'PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF;',
    );
    await assertPragma(connection, 'journal_mode', 'wal');
    await assertPragma(connection, 'synchronous', 2);
    await assertPragma(connection, 'foreign_keys', 1);
    return connection;
  }

  async connect(): Promise<SqlDriverAdapter> {
    const writer = await this.#open();
    // See `patiently`.
    await writer.executeScript('PRAGMA busy_timeout=0');
    const reader = await this.#open();
    await reader.executeScript('PRAGMA query_only=ON');
    const mutex = new Mutex();
    const { listener, provider, adapterName } = this;

    const query = async (connection: SqlDriverAdapter, asked: SqlQuery) => {
      const result = await connection.queryRaw(asked);
      listener({ sql: asked.sql, rows: result.rows.length });
      return result;
    };
    const execute = async (asked: SqlQuery) => {
      if (!BOUNDARY.test(asked.sql)) listener({ sql: asked.sql, rows: 0 });
      return writer.executeRaw(asked);
    };
    const run = async (sql: string) => {
      await writer.executeRaw(statement(sql));
    };
    const alone = async <T>(work: () => Promise<T>): Promise<T> => {
      const release = await mutex.acquire();
      try {
        return await patiently(work);
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
          await patiently(() => run('BEGIN IMMEDIATE'));
        } catch (error) {
          release();
          throw error;
        }
        return guardedTransaction({
          provider,
          adapterName,
          options: { usePhantomQuery: false },
          queryRaw: (asked) => query(writer, asked),
          executeRaw: async (asked) => {
            if (!COMMIT.test(asked.sql)) return execute(asked);
            try {
              return await execute(asked);
            } catch (error) {
              // A failed COMMIT leaves the transaction open, and the next one would join it.
              await run('ROLLBACK').catch(() => {});
              throw error;
            }
          },
          commit: async () => release(),
          rollback: async () => release(),
          createSavepoint: (name) => run(`SAVEPOINT ${name}`),
          rollbackToSavepoint: (name) => run(`ROLLBACK TO ${name}`),
          releaseSavepoint: (name) => run(`RELEASE SAVEPOINT ${name}`),
        });
      },
      dispose: async () => {
        await reader.dispose();
        await writer.dispose();
      },
    };
  }
}
