import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { isDriverAdapterError } from '@prisma/driver-adapter-utils';
import type { z } from 'zod';
import { PrismaClient as PostgresClient } from './generated/postgresql/client.ts';
import { Prisma, PrismaClient } from './generated/sqlite/client.ts';
import { postgresAdapter } from './postgresAdapter.ts';
import { SafeSqliteAdapter, type StatementListener } from './sqliteAdapter.ts';
import { SqliteReader } from './sqliteReader.ts';

/** The client inside a transaction. Nothing inside one may use the outer client. */
export type Transaction = Prisma.TransactionClient;

/** The one way to the database, the same on both engines. */
export interface Database {
  readonly engine: 'sqlite' | 'postgresql';
  /** For reads of query operations; a replica where one is given. */
  readonly reader: PrismaClient;
  /** The same database read where it is written: what a mutation answers with comes from here. */
  readonly fresh: Database;
  /** Runs every write: whole or not at all. Serialization failures and deadlocks are tried again. */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Our own SQL for what answers in milliseconds: one text for both engines, rows parsed by zod. */
  query<Row>(statement: Prisma.Sql, row: z.ZodType<Row>): Promise<Row[]>;
  /** The same for what may take long: on SQLite it has a thread of its own, and no page waits. */
  report<Row>(statement: Prisma.Sql, row: z.ZodType<Row>): Promise<Row[]>;
  /** @throws when the database does not answer. */
  check(): Promise<void>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** `file:…` or `postgresql://…` */
  readonly url: string;
  /** How long one statement may run; default 30 s. Tools that check the whole book need more. */
  readonly statementTimeoutMs?: number;
  readonly replicaUrl?: string;
  readonly onStatement?: StatementListener;
}

const STATEMENT_TIMEOUT_MS = 30_000;
/** A transaction that cannot begin while its request still waits (10 s) is not begun at all. */
const TRANSACTION = { maxWait: 10_000, timeout: 30_000 } as const;
const MAX_TRIES = 6;

/**
 * Whether PostgreSQL gave up a transaction for the sake of another (SQLSTATE 40001, 40P01). Prisma
 * says so in three ways: P2034 from a model's query, P2010 from raw SQL, and the bare error of the
 * driver from a COMMIT.
 */
function mayBeTriedAgain(error: unknown): boolean {
  const known = error instanceof Prisma.PrismaClientKnownRequestError;
  const cause = known ? error.meta?.driverAdapterError : error;
  return isDriverAdapterError(cause) && cause.cause.kind === 'TransactionWriteConflict';
}

async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === MAX_TRIES || !mayBeTriedAgain(error)) throw error;
      await new Promise((done) => setTimeout(done, Math.random() * 10 * 2 ** attempt));
    }
  }
}

/** better-sqlite3 takes no booleans and no dates; Prisma stores instants in this text form. */
export const sqliteValue = (value: unknown): unknown => {
  if (value instanceof Date) return value.toISOString().replace('Z', '+00:00');
  return typeof value === 'boolean' ? Number(value) : value;
};

export function sqliteFile(url: string): string {
  return resolve(url.replace(/^file:/, ''));
}

function openSqlite(options: DatabaseOptions): Database {
  const { url, onStatement, statementTimeoutMs = STATEMENT_TIMEOUT_MS } = options;
  const file = sqliteFile(url);
  mkdirSync(dirname(file), { recursive: true });
  const client = new PrismaClient({ adapter: new SafeSqliteAdapter(`file:${file}`, onStatement) });
  // Two, so that no page waits while a million rows are counted for another.
  const pages = [0, 1].map(() => new SqliteReader(file, statementTimeoutMs));
  const reports = [new SqliteReader(file, statementTimeoutMs, true)];
  const readIn =
    (threads: readonly SqliteReader[]): Database['query'] =>
    async (statement, row) => {
      const thread = threads.reduce((best, other) => (other.load < best.load ? other : best));
      const rows = await thread.all(statement.sql, statement.values.map(sqliteValue));
      onStatement?.({ sql: statement.sql, rows: rows.length });
      return rows.map((one) => row.parse(one));
    };
  const database: Database = {
    engine: 'sqlite',
    reader: client,
    // Every connection to the file sees what is committed.
    get fresh() {
      return database;
    },
    transaction: (work) => client.$transaction(work, TRANSACTION),
    query: readIn(pages),
    report: readIn(reports),
    check: async () => {
      await client.company.findFirst({ select: { id: true } });
    },
    close: async () => {
      await Promise.all([...pages, ...reports].map((thread) => thread.close()));
      await client.$disconnect();
    },
  };
  return database;
}

function openPostgresql(options: DatabaseOptions): Database {
  const { url, replicaUrl, onStatement, statementTimeoutMs = STATEMENT_TIMEOUT_MS } = options;
  // Two generated clients, one per engine, from one schema: the same types.
  const connect = (to: string) =>
    new PostgresClient({
      adapter: postgresAdapter(to, statementTimeoutMs, onStatement),
    }) as unknown as PrismaClient;
  const writer = connect(url);
  const replica = replicaUrl === undefined ? null : connect(replicaUrl);
  const side = (reader: PrismaClient, fresh: Database | null): Database => {
    const query: Database['query'] = async (statement, row) => {
      const rows = await reader.$queryRaw<unknown[]>(statement);
      return rows.map((one) => row.parse(one));
    };
    const database: Database = {
      engine: 'postgresql',
      reader,
      get fresh() {
        return fresh ?? database;
      },
      transaction: (work) =>
        // READ COMMITTED, the server's default: conditional updates and row locks do the rest.
        retried(() => writer.$transaction(work, TRANSACTION)),
      query,
      report: query,
      check: async () => {
        await reader.company.findFirst({ select: { id: true } });
        await fresh?.check();
      },
      close: async () => {
        await reader.$disconnect();
        await fresh?.close();
      },
    };
    return database;
  };
  const primary = side(writer, null);
  return replica === null ? primary : side(replica, primary);
}

export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.url.startsWith('file:') ? openSqlite(options) : openPostgresql(options);
}

/** Keeps others off these invoices until the transaction ends; in id order, so that none deadlock. */
export async function lockInvoices(
  db: Database,
  tx: Transaction,
  companyId: number,
  ids: readonly number[],
): Promise<void> {
  // On SQLite the transaction already is the only writer.
  if (db.engine === 'sqlite' || ids.length === 0) return;
  await tx.$queryRaw(Prisma.sql`SELECT id FROM invoices
    WHERE company_id = ${companyId} AND id IN (${Prisma.join([...ids])}) ORDER BY id FOR UPDATE`);
}
