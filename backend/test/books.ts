import SqliteDatabase from 'better-sqlite3';
import pg from 'pg';
import { type Database, sqliteFile } from '../db/database.ts';
import {
  invoiceVoid,
  invoiceWriteOff,
  invoiceWriteOffReverse,
} from '../features/invoices/invoice.close.ts';
import { invoiceDueDateChange } from '../features/invoices/invoice.dueDate.ts';
import { paymentReverse } from '../features/payments/payment.service.ts';
import { projectCreate } from '../features/projects/project.service.ts';
import { parseId } from '../globalId.ts';
import { createCompany, createDraft, createIssued, createPayment } from './factories.ts';

/**
 * A plain connection past Prisma and our adapters: what anybody has who holds the file or the
 * password.
 */
export interface RawConnection {
  /** Runs one statement; the rows of a query. */
  run(sql: string): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

export async function connectRaw(url: string): Promise<RawConnection> {
  if (url.startsWith('file:')) {
    const database = new SqliteDatabase(sqliteFile(url));
    return {
      run: async (sql) => {
        const statement = database.prepare<[], Record<string, unknown>>(sql);
        if (statement.reader) return statement.all();
        statement.run();
        return [];
      },
      close: async () => {
        database.close();
      },
    };
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return {
    run: async (sql) => (await client.query<Record<string, unknown>>(sql)).rows,
    close: () => client.end(),
  };
}

const rowId = (globalId: string): number => parseId(globalId)?.id ?? 0;

/** A company's books with something in every state, by row ids. */
export async function createBooks(db: Database) {
  const company = await createCompany(db);
  const { at, companyId, clientId } = company;
  const project = await projectCreate(at('2026-02-01'), { companyId, clientId, name: 'Tower' });
  const act = (id: string, expectedVersion: number, date: string) => ({
    id,
    expectedVersion,
    date,
    reason: 'as agreed',
  });
  const draft = await createDraft(company, '10.00');
  const issued = await createIssued(company, '100.00');
  const paid = await createIssued(company, '200.00');
  const payment = await createPayment(company, paid, '50.00', '2026-03-20', 'WIRE 1');
  const reversed = await createPayment(company, paid, '30.00', '2026-03-21', 'WIRE 2');
  await paymentReverse(at('2026-03-25'), {
    id: reversed,
    reversedOn: '2026-03-25',
    reason: 'bounced',
    idempotencyKey: 'reverse',
  });
  const voided = await createIssued(company, '300.00');
  await invoiceVoid(at('2026-03-01'), act(voided, 2, '2026-03-01'));
  const writtenOff = await createIssued(company, '400.00');
  await invoiceWriteOff(at('2026-06-01'), act(writtenOff, 2, '2026-06-01'));
  const owedAgain = await createIssued(company, '500.00');
  await invoiceWriteOff(at('2026-06-01'), act(owedAgain, 2, '2026-06-01'));
  await invoiceWriteOffReverse(at('2026-06-09'), act(owedAgain, 3, '2026-06-09'));
  const moved = await createIssued(company, '600.00');
  for (const [index, dueDate] of ['2026-04-01', '2026-05-01'].entries()) {
    await invoiceDueDateChange(at('2026-03-01'), {
      id: moved,
      expectedVersion: 2 + index,
      dueDate,
    });
  }
  const lineOf = async (invoice: string) => {
    const where = { invoiceId: rowId(invoice) };
    return (await db.fresh.reader.invoiceLineItem.findFirstOrThrow({ where })).id;
  };
  return {
    company: company.company.id,
    client: company.client.id,
    project,
    draft: rowId(draft),
    draftLine: await lineOf(draft),
    issued: rowId(issued),
    issuedLine: await lineOf(issued),
    paid: rowId(paid),
    payment: rowId(payment),
    reversed: rowId(reversed),
    voided: rowId(voided),
    writtenOff: rowId(writtenOff),
    owedAgain: rowId(owedAgain),
    moved: rowId(moved),
  };
}

export type Books = Awaited<ReturnType<typeof createBooks>>;

const TABLES = [
  ...['companies', 'clients', 'projects', 'invoices', 'invoice_line_items', 'payments'],
  ...['invoice_payments', 'receivable_entries', 'invoice_due_date_changes', 'document_counters'],
];

/** Everything in the books as one text, to tell whether anything changed. */
export async function contentOf(connection: RawConnection): Promise<string> {
  const tables: string[] = [];
  for (const table of TABLES) {
    const rows = await connection.run(`SELECT * FROM ${table}`);
    tables.push(...rows.map((row) => `${table} ${JSON.stringify(row)}`).sort());
  }
  return tables.join('\n');
}

/** SQL with `:name` replaced by a row id of the books. */
export const withIds = (sql: string, ids: Readonly<Record<string, number>>): string =>
  sql.replace(/:(\w+)/g, (whole, name: string) => String(ids[name] ?? whole));

/** Takes every guard off a test database, as somebody would who wants to falsify the books. */
export async function disarm(raw: RawConnection, engine: 'sqlite' | 'postgresql'): Promise<void> {
  if (engine === 'sqlite') {
    const triggers = await raw.run("SELECT name FROM sqlite_master WHERE type = 'trigger'");
    for (const { name } of triggers) await raw.run(`DROP TRIGGER "${String(name)}"`);
    await raw.run('PRAGMA ignore_check_constraints = ON');
    await raw.run('PRAGMA foreign_keys = OFF');
    return;
  }
  await raw.run("SET session_replication_role = 'replica'");
  const checks = await raw.run(
    "SELECT conrelid::regclass AS of, conname FROM pg_constraint WHERE contype = 'c' AND conrelid <> 0",
  );
  for (const { of, conname } of checks) {
    await raw.run(`ALTER TABLE ${String(of)} DROP CONSTRAINT "${String(conname)}"`);
  }
}
