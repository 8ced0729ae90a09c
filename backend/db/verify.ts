import { z } from 'zod';
import type { Database } from './database.ts';
import { Prisma } from './generated/sqlite/client.ts';

/** One number that does not agree with what it should follow from. Amounts in minor units. */
export interface Difference {
  readonly check: string;
  readonly company: number;
  readonly record: string;
  readonly expected: string;
  readonly actual: string;
}

const row = z.object({
  company: z.coerce.number(),
  record: z.coerce.string(),
  expected: z.coerce.string(),
  actual: z.coerce.string(),
});

/** Each answers only the rows that disagree, so that a healthy book of any size fits in memory. */
const CHECKS: Record<string, Prisma.Sql> = {
  'balance of the invoice = sum of its ledger': Prisma.sql`
    SELECT i.company_id AS company, i.id AS record,
      CAST(COALESCE(SUM(e.amount_minor), 0) AS BIGINT) AS expected, i.balance_minor AS actual
    FROM invoices i LEFT JOIN receivable_entries e ON e.invoice_id = i.id
    GROUP BY i.id, i.company_id, i.balance_minor
    HAVING COALESCE(SUM(e.amount_minor), 0) <> i.balance_minor`,
  'paid on the invoice = its payments in the ledger': Prisma.sql`
    SELECT i.company_id AS company, i.id AS record,
      CAST(-COALESCE(SUM(e.amount_minor), 0) AS BIGINT) AS expected, i.paid_minor AS actual
    FROM invoices i LEFT JOIN receivable_entries e
      ON e.invoice_id = i.id AND e.kind IN ('PAYMENT', 'PAYMENT_REVERSED')
    GROUP BY i.id, i.company_id, i.paid_minor
    HAVING -COALESCE(SUM(e.amount_minor), 0) <> i.paid_minor`,
  'total of the invoice = sum of its line items': Prisma.sql`
    SELECT i.company_id AS company, i.id AS record,
      CAST(COALESCE(SUM(l.net_minor + l.tax_minor), 0) AS BIGINT) AS expected, i.total_minor AS actual
    FROM invoices i LEFT JOIN invoice_line_items l ON l.invoice_id = i.id
    GROUP BY i.id, i.company_id, i.total_minor
    HAVING COALESCE(SUM(l.net_minor + l.tax_minor), 0) <> i.total_minor`,
  'subtotal and discount of the invoice = those of its line items': Prisma.sql`
    SELECT i.company_id AS company, i.id AS record,
      CAST(COALESCE(SUM(l.gross_minor - l.discount_minor - l.document_discount_minor), 0) AS BIGINT) AS expected,
      CAST(i.subtotal_minor - i.discount_total_minor AS BIGINT) AS actual
    FROM invoices i LEFT JOIN invoice_line_items l ON l.invoice_id = i.id
    GROUP BY i.id, i.company_id, i.subtotal_minor, i.discount_total_minor
    HAVING COALESCE(SUM(l.gross_minor - l.discount_minor - l.document_discount_minor), 0)
      <> i.subtotal_minor - i.discount_total_minor`,
  'amount of the payment = sum of its allocations': Prisma.sql`
    SELECT p.company_id AS company, p.id AS record,
      CAST(COALESCE(SUM(a.amount_minor), 0) AS BIGINT) AS expected, p.amount_minor AS actual
    FROM payments p LEFT JOIN invoice_payments a ON a.payment_id = p.id
    GROUP BY p.id, p.company_id, p.amount_minor
    HAVING COALESCE(SUM(a.amount_minor), 0) <> p.amount_minor`,
  'ledger of the payment = its amount while it stands, nothing once reversed': Prisma.sql`
    SELECT p.company_id AS company, p.id AS record,
      CASE WHEN p.reversed_on IS NULL THEN -p.amount_minor ELSE 0 END AS expected,
      CAST(COALESCE(SUM(e.amount_minor), 0) AS BIGINT) AS actual
    FROM payments p LEFT JOIN receivable_entries e ON e.payment_id = p.id
    GROUP BY p.id, p.company_id, p.amount_minor, p.reversed_on
    HAVING COALESCE(SUM(e.amount_minor), 0)
      <> CASE WHEN p.reversed_on IS NULL THEN -p.amount_minor ELSE 0 END`,
  'numbers given = numbers counted': Prisma.sql`
    SELECT c.company_id AS company, c.series AS record, c.next - 1 AS expected, COUNT(i.id) AS actual
    FROM document_counters c LEFT JOIN invoices i
      ON i.company_id = c.company_id AND i.number IS NOT NULL
    WHERE c.series = 'INVOICE'
    GROUP BY c.company_id, c.series, c.next HAVING COUNT(i.id) <> c.next - 1`,
};

/** Recomputes every stored balance and total from the ledger and the line items. */
export async function verify(db: Database): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (const [check, statement] of Object.entries(CHECKS)) {
    for (const one of await db.report(statement, row)) differences.push({ check, ...one });
  }
  return differences;
}
