import SqliteDatabase from 'better-sqlite3';
import pg from 'pg';
import { sqliteFile, sqliteValue } from '../backend/db/database.ts';
import type { Prisma } from '../backend/db/generated/sqlite/client.ts';

/** The rows of each table, by the names of the model; columns are the same names in snake case. */
export interface Rows {
  companies: Prisma.CompanyCreateManyInput;
  memberships: Prisma.MembershipCreateManyInput;
  clients: Prisma.ClientCreateManyInput;
  projects: Prisma.ProjectCreateManyInput;
  document_counters: Prisma.DocumentCounterCreateManyInput;
  invoices: Prisma.InvoiceCreateManyInput;
  invoice_line_items: Prisma.InvoiceLineItemCreateManyInput;
  payments: Prisma.PaymentCreateManyInput;
  invoice_payments: Prisma.PaymentAllocationCreateManyInput;
  receivable_entries: Prisma.ReceivableEntryCreateManyInput;
  invoice_due_date_changes: Prisma.DueDateChangeCreateManyInput;
}
type Table = keyof Rows;

/** Writes inside one transaction. All rows of a call have the same fields. */
export interface Bulk {
  /** Ids that nobody else gets, ascending. */
  takeIds(table: Table, count: number): Promise<number[]>;
  insert<T extends Table>(table: T, rows: readonly Rows[T][]): Promise<void>;
  /** Sets every field that is given, in the row that has the same values in the key's fields. */
  update<T extends Table>(
    table: T,
    rows: readonly Partial<Rows[T]>[],
    key: readonly (keyof Rows[T] & string)[],
  ): Promise<void>;
}

/**
 * Writes hundreds of thousands of rows a minute past Prisma, with every trigger, check and foreign
 * key at work. For tools only: the server reaches its database one way.
 */
export interface BulkWriter {
  transaction<T>(work: (bulk: Bulk) => Promise<T>): Promise<T>;
  /** Leaves the database as it would be after growing this large by itself. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

const columnOf = (field: string): string =>
  field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const columnsOf = (fields: readonly string[]): string =>
  fields.map((field) => `"${columnOf(field)}"`).join(', ');
const fieldsOf = (rows: readonly object[]): string[] => Object.keys(rows[0] ?? {});

const CACHE_MB = 256;

function openSqlite(url: string): BulkWriter {
  const database = new SqliteDatabase(sqliteFile(url), { fileMustExist: true, timeout: 60_000 });
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // Indexes in no order of time, such as by total, are touched all over.
  database.pragma(`cache_size = ${-CACHE_MB * 1024}`);

  const bound = (value: unknown) =>
    typeof value === 'object' && value !== null && !(value instanceof Date)
      ? JSON.stringify(value)
      : sqliteValue(value);
  const runEach = (sql: string, fields: readonly string[], rows: readonly object[]) => {
    if (rows.length === 0) return;
    const statement = database.prepare(sql);
    for (const row of rows as readonly Record<string, unknown>[]) {
      statement.run(fields.map((field) => bound(row[field])));
    }
  };
  const last = database.prepare('SELECT seq FROM sqlite_sequence WHERE name = ?').pluck();

  const bulk: Bulk = {
    // Nobody else writes until the transaction ends, and explicit ids move the sequence on.
    async takeIds(table, count) {
      const first = Number(last.get(table) ?? 0) + 1;
      return Array.from({ length: count }, (_, index) => first + index);
    },
    async insert(table, rows) {
      const fields = fieldsOf(rows);
      const places = fields.map(() => '?').join(', ');
      runEach(`INSERT INTO "${table}" (${columnsOf(fields)}) VALUES (${places})`, fields, rows);
    },
    async update(table, rows, key) {
      const changed = fieldsOf(rows).filter((field) => !(key as readonly string[]).includes(field));
      const places = changed.map(() => '?').join(', ');
      const where = key.map((field) => `"${columnOf(field)}" = ?`).join(' AND ');
      runEach(
        `UPDATE "${table}" SET (${columnsOf(changed)}) = (${places}) WHERE ${where}`,
        [...changed, ...key],
        rows,
      );
    },
  };
  return {
    async transaction(work) {
      database.exec('BEGIN IMMEDIATE');
      try {
        const result = await work(bulk);
        database.exec('COMMIT');
        return result;
      } catch (error) {
        if (database.inTransaction) database.exec('ROLLBACK');
        throw error;
      }
    },
    async settle() {
      // No statistics: nobody gathers them on SQLite, so no plan may need them.
      database.pragma('wal_checkpoint(TRUNCATE)');
    },
    async close() {
      database.close();
    },
  };
}

async function openPostgresql(url: string): Promise<BulkWriter> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const run = async (sql: string, rows: readonly object[]) => {
    if (rows.length === 0) return;
    const fields = fieldsOf(rows).map((field) => [field, columnOf(field)] as const);
    const byColumn = (rows as readonly Record<string, unknown>[]).map((row) =>
      Object.fromEntries(fields.map(([field, column]) => [column, row[field]])),
    );
    const json = JSON.stringify(byColumn, (_, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    await client.query(sql, [json]);
  };
  // The server reads each value as its column's type wants it, enums and JSON too.
  const given = (table: Table) => `json_populate_recordset(NULL::"${table}", $1::json) given`;

  const bulk: Bulk = {
    async takeIds(table, count) {
      const { rows } = await client.query<{ id: string }>(
        `SELECT nextval(pg_get_serial_sequence($1, 'id')) AS id FROM generate_series(1, $2)`,
        [table, count],
      );
      return rows.map(({ id }) => Number(id));
    },
    async insert(table, rows) {
      const columns = columnsOf(fieldsOf(rows));
      await run(`INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM ${given(table)}`, rows);
    },
    async update(table, rows, key) {
      const equal = (field: string) => `"${columnOf(field)}" = given."${columnOf(field)}"`;
      const changed = fieldsOf(rows).filter((field) => !(key as readonly string[]).includes(field));
      await run(
        `UPDATE "${table}" SET ${changed.map(equal).join(', ')} FROM ${given(table)}
          WHERE ${key.map((field) => `"${table}".${equal(field)}`).join(' AND ')}`,
        rows,
      );
    },
  };
  return {
    async transaction(work) {
      await client.query('BEGIN');
      try {
        const result = await work(bulk);
        await client.query('COMMIT');
        return result;
      } catch (error) {
        await client.query('ROLLBACK');
        throw error;
      }
    },
    async settle() {
      await client.query('VACUUM ANALYZE');
    },
    async close() {
      await client.end();
    },
  };
}

export async function openBulkWriter(url: string): Promise<BulkWriter> {
  return url.startsWith('file:') ? openSqlite(url) : openPostgresql(url);
}
