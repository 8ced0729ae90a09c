import { z } from 'zod';
import type { Database } from '../db/database.ts';
import { Prisma } from '../db/generated/sqlite/client.ts';
import { boundaries, buckets } from '../domain/ageing.ts';
import type { CivilDate } from '../domain/civilDate.ts';

export type AgeingBasis = 'DUE_DATE' | 'ISSUE_DATE';
export type AgeingGroup = 'CLIENT' | 'PROJECT';

/** Which day's books to open, and optionally only what had been recorded by an instant. */
export interface AsOf {
  readonly companyId: number;
  readonly asOf: CivilDate;
  readonly knownAt: Date | null;
}

export interface AgeingQuestion extends AsOf {
  readonly basis: AgeingBasis;
  readonly cutPoints: readonly number[];
  readonly groupBy: AgeingGroup;
}

/** One client or project in one currency; minor units, one amount per bucket in order. */
export interface AgeingRow {
  readonly ownerId: number | null;
  readonly name: string;
  readonly currency: string;
  readonly amounts: readonly bigint[];
  readonly total: bigint;
}

/**
 * What each invoice owed on a date, and the due date in force then, as SQL: columns id, company_id,
 * client_id, project_id, currency_code, issue_date, due_date, balance. It rolls back from today's
 * balances, so a recent date touches what is open and the few later movements instead of the whole
 * ledger: balance(date) = balance − Σ entries effective later − Σ earlier ones not yet known. What
 * is open is read from an index alone; of the rest only what later movements say was owed then.
 * @param only ids of invoices, as a list or a query: these, also when they owed nothing; left out,
 * all of the company that owed something.
 */
export function positions(
  { companyId, asOf, knownAt }: AsOf,
  only: Prisma.Sql | null = null,
): Prisma.Sql {
  const among = (column: string) =>
    only === null ? Prisma.empty : Prisma.sql`AND ${Prisma.raw(column)} IN (${only})`;
  const notKnown =
    knownAt === null
      ? Prisma.empty
      : Prisma.sql`UNION ALL SELECT invoice_id, amount_minor FROM receivable_entries
          WHERE company_id = ${companyId} AND recorded_at > ${knownAt} AND effective_on <= ${asOf}
          ${among('invoice_id')}`;
  const orNotKnown = knownAt === null ? Prisma.empty : Prisma.sql`OR recorded_at > ${knownAt}`;
  const columns = Prisma.raw(`invoices.id, invoices.company_id, invoices.client_id,
    invoices.project_id, invoices.currency_code, invoices.issue_date,
    COALESCE(moved.previous_due_date, invoices.due_date) AS due_date`);
  // Materialized: SQLite would look through all moved due dates for each invoice.
  return Prisma.sql`WITH later AS MATERIALIZED (
      SELECT invoice_id, CAST(SUM(amount_minor) AS BIGINT) AS amount FROM (
        SELECT invoice_id, amount_minor FROM receivable_entries
          WHERE company_id = ${companyId} AND effective_on > ${asOf} ${among('invoice_id')}
        ${notKnown}) entries
      GROUP BY invoice_id HAVING SUM(amount_minor) <> 0),
    moved AS MATERIALIZED (
      SELECT invoice_id, previous_due_date FROM invoice_due_date_changes WHERE id IN (
        SELECT MIN(id) FROM invoice_due_date_changes
        WHERE company_id = ${companyId} AND (effective_on > ${asOf} ${orNotKnown})
          ${among('invoice_id')}
        GROUP BY invoice_id))
    SELECT ${columns}, invoices.balance_minor - COALESCE(later.amount, 0) AS balance
    FROM invoices LEFT JOIN later ON later.invoice_id = invoices.id
      LEFT JOIN moved ON moved.invoice_id = invoices.id
    WHERE invoices.company_id = ${companyId} ${
      only === null
        ? Prisma.sql`AND invoices.balance_minor <> 0
            AND invoices.balance_minor <> COALESCE(later.amount, 0)
          UNION ALL
          SELECT ${columns}, -later.amount AS balance
          FROM later CROSS JOIN invoices LEFT JOIN moved ON moved.invoice_id = invoices.id
          WHERE invoices.id = later.invoice_id AND invoices.balance_minor = 0`
        : among('invoices.id')
    }`;
}

/** The invoices of a row of the report, owing or not. */
export const invoicesOfOwner = (
  { companyId, groupBy }: Pick<AgeingQuestion, 'companyId' | 'groupBy'>,
  ownerId: number | null,
): Prisma.Sql => {
  const column = Prisma.raw(groupBy === 'CLIENT' ? 'client_id' : 'project_id');
  return Prisma.sql`SELECT id FROM invoices WHERE company_id = ${companyId}
    AND ${column} ${ownerId === null ? Prisma.sql`IS NULL` : Prisma.sql`= ${ownerId}`}`;
};

const basisColumn = (basis: AgeingBasis) =>
  Prisma.raw(basis === 'DUE_DATE' ? 'due_date' : 'issue_date');

/** The condition that puts a position into a bucket; dates are bound, not computed in SQL. */
export function inBucket(
  { asOf, basis, cutPoints }: Pick<AgeingQuestion, 'asOf' | 'basis' | 'cutPoints'>,
  bucket: number,
): Prisma.Sql {
  const dates = boundaries(asOf, cutPoints);
  const column = basisColumn(basis);
  const from = dates[bucket];
  const before = dates[bucket - 1];
  return Prisma.join(
    [
      Prisma.sql`1 = 1`,
      ...(from === undefined ? [] : [Prisma.sql`${column} >= ${from}`]),
      ...(before === undefined ? [] : [Prisma.sql`${column} < ${before}`]),
    ],
    ' AND ',
  );
}

const ageingRow = z
  .object({
    owner: z.coerce.number().nullable(),
    name: z.string().nullable(),
    currency: z.string(),
  })
  .catchall(z.coerce.bigint());

const { compare } = new Intl.Collator('en');

/** Open balances by how long they are past due: one statement, rows by name. */
export async function receivablesAgeing(
  db: Database,
  question: AgeingQuestion,
): Promise<AgeingRow[]> {
  const { cutPoints, groupBy } = question;
  const owner = Prisma.raw(groupBy === 'CLIENT' ? 'client_id' : 'project_id');
  const owners = Prisma.raw(groupBy === 'CLIENT' ? 'clients' : 'projects');
  const bucketNames = buckets(cutPoints).map((_, index) => `bucket_${index}`);
  const amounts = bucketNames.map(
    (name, index) => Prisma.sql`
      CAST(SUM(CASE WHEN ${inBucket(question, index)} THEN balance ELSE 0 END) AS BIGINT) AS ${Prisma.raw(name)}`,
  );
  // A row of the report is a row of the answer: what comes from another thread costs this one time.
  const rows = await db.report(
    Prisma.sql`SELECT sums.*, owners.name FROM (
        SELECT ${owner} AS owner, currency_code AS currency, ${Prisma.join(amounts)}
        FROM (${positions(question)}) positions GROUP BY 1, 2) sums
      LEFT JOIN ${owners} owners ON owners.id = sums.owner`,
    ageingRow,
  );
  return rows
    .map(({ owner: ownerId, name, currency, ...sums }) => {
      const cells = bucketNames.map((bucket) => sums[bucket] ?? 0n);
      const total = cells.reduce((sum, amount) => sum + amount, 0n);
      return { ownerId, name: name ?? '', currency, amounts: cells, total };
    })
    .sort(
      (a, b) =>
        compare(a.name, b.name) ||
        (a.ownerId ?? 0) - (b.ownerId ?? 0) ||
        compare(a.currency, b.currency),
    );
}

const position = z.object({
  id: z.coerce.number(),
  due_date: z.string().nullable(),
  balance: z.coerce.bigint(),
});

/** What some invoices owed on a date, and the due date in force then. */
export const invoicePositions = (db: Database, at: AsOf, ids: readonly number[]) =>
  db.query(
    Prisma.sql`SELECT id, due_date, balance FROM (${positions(at, Prisma.join([...ids]))}) positions`,
    position,
  );
