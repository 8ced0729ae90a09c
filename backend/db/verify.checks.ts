import { Prisma } from './generated/sqlite/client.ts';

const invoice = Prisma.raw(`'invoice ' || i.id || COALESCE(' (' || i.number || ')', '')`);
const payment = Prisma.raw(`'payment ' || p.id || COALESCE(' (' || p.reference || ')', '')`);
const allocation = Prisma.raw(`'payment ' || a.payment_id || ' of invoice ' || a.invoice_id`);

/** An amount in minor units inside a text; whoever shows the text writes it out in the currency. */
const amount = (sql: string) => Prisma.raw(`'{' || CAST(${sql} AS BIGINT) || '}'`);

/** What one kind of ledger entry of a record says: how often, how much, since when. */
const entries = Prisma.raw(
  `COALESCE(COUNT(e.id) || ' × {' || MIN(e.amount_minor) || '} on ' || MIN(e.effective_on), 'nothing')`,
);

/**
 * Each answers only what disagrees, so that a healthy book of any size fits in memory. One
 * statement sees one moment, also while others write.
 */
export const CHECKS: Readonly<Record<string, Prisma.Sql>> = {
  'balance of the invoice = sum of its ledger': Prisma.sql`
    SELECT i.company_id AS company, ${invoice} AS record, i.currency_code AS currency,
      ${amount('COALESCE(SUM(e.amount_minor), 0)')} AS expected, ${amount('i.balance_minor')} AS actual
    FROM invoices i LEFT JOIN receivable_entries e
      ON e.company_id = i.company_id AND e.invoice_id = i.id
    GROUP BY i.id HAVING COALESCE(SUM(e.amount_minor), 0) <> i.balance_minor`,
  'paid on the invoice = its payments in the ledger': Prisma.sql`
    SELECT i.company_id AS company, ${invoice} AS record, i.currency_code AS currency,
      ${amount('-COALESCE(SUM(e.amount_minor), 0)')} AS expected, ${amount('i.paid_minor')} AS actual
    FROM invoices i LEFT JOIN receivable_entries e
      ON e.company_id = i.company_id AND e.invoice_id = i.id AND e.kind IN ('PAYMENT', 'PAYMENT_REVERSED')
    GROUP BY i.id HAVING -COALESCE(SUM(e.amount_minor), 0) <> i.paid_minor`,
  'ledger of the invoice begins with its issue, once, with its total, on its issue date': Prisma.sql`
    SELECT i.company_id AS company, ${invoice} AS record, i.currency_code AS currency,
      CASE i.state WHEN 'DRAFT' THEN 'nothing' ELSE '1 × {' || i.total_minor || '} on ' || i.issue_date END AS expected,
      ${entries} AS actual
    FROM invoices i LEFT JOIN receivable_entries e
      ON e.company_id = i.company_id AND e.invoice_id = i.id AND e.kind = 'ISSUED'
    GROUP BY i.id HAVING COUNT(e.id) <> CASE i.state WHEN 'DRAFT' THEN 0 ELSE 1 END
      OR MIN(e.amount_minor) <> i.total_minor OR MIN(e.effective_on) <> i.issue_date`,
  'only a void invoice was voided, once, on its day': Prisma.sql`
    SELECT i.company_id AS company, ${invoice} AS record, NULL AS currency,
      CASE i.state WHEN 'VOID' THEN '1 × since ' || i.voided_on ELSE 'nothing' END AS expected,
      COALESCE(e.times || ' × since ' || e.day, 'nothing') AS actual
    FROM invoices i LEFT JOIN (
      SELECT invoice_id, COUNT(*) AS times, MAX(effective_on) AS day
      FROM receivable_entries WHERE kind = 'VOIDED' GROUP BY invoice_id
    ) e ON e.invoice_id = i.id
    WHERE (i.state = 'VOID' OR e.times IS NOT NULL)
      AND (i.state <> 'VOID' OR e.times IS NULL OR e.times <> 1 OR e.day <> i.voided_on)`,
  'only a written-off invoice has a write-off that is not reversed, one, of its day': Prisma.sql`
    SELECT i.company_id AS company, ${invoice} AS record, NULL AS currency,
      CASE i.state WHEN 'WRITTEN_OFF' THEN '1 × since ' || i.written_off_on ELSE 'reversed' END AS expected,
      CASE e.times WHEN 0 THEN 'reversed' ELSE COALESCE(e.times || ' × since ' || e.day, 'never') END AS actual
    FROM invoices i LEFT JOIN (
      SELECT invoice_id, SUM(CASE kind WHEN 'WRITTEN_OFF' THEN 1 ELSE -1 END) AS times,
        MAX(CASE kind WHEN 'WRITTEN_OFF' THEN effective_on END) AS day
      FROM receivable_entries WHERE kind IN ('WRITTEN_OFF', 'WRITE_OFF_REVERSED') GROUP BY invoice_id
    ) e ON e.invoice_id = i.id
    WHERE (i.state = 'WRITTEN_OFF' AND (e.times IS NULL OR e.times <> 1 OR e.day <> i.written_off_on))
      OR (i.state <> 'WRITTEN_OFF' AND e.times <> 0)`,
  'amount of the payment = sum of its allocations': Prisma.sql`
    SELECT p.company_id AS company, ${payment} AS record, p.currency_code AS currency,
      ${amount('COALESCE(SUM(a.amount_minor), 0)')} AS expected, ${amount('p.amount_minor')} AS actual
    FROM payments p LEFT JOIN invoice_payments a ON a.payment_id = p.id
    GROUP BY p.id HAVING COALESCE(SUM(a.amount_minor), 0) <> p.amount_minor`,
  'client and currency of the payment = those of the invoices it settles': Prisma.sql`
    SELECT a.company_id AS company, ${allocation} AS record, NULL AS currency,
      'client ' || i.client_id || ', ' || i.currency_code AS expected,
      'client ' || p.client_id || ', ' || p.currency_code AS actual
    FROM invoice_payments a JOIN payments p ON p.id = a.payment_id JOIN invoices i ON i.id = a.invoice_id
    WHERE p.client_id <> i.client_id OR p.currency_code <> i.currency_code`,
  'day of the allocation = the later of receipt and issue': Prisma.sql`
    SELECT a.company_id AS company, ${allocation} AS record, NULL AS currency,
      CASE WHEN p.received_on > i.issue_date THEN p.received_on ELSE i.issue_date END AS expected,
      a.effective_on AS actual
    FROM invoice_payments a JOIN payments p ON p.id = a.payment_id JOIN invoices i ON i.id = a.invoice_id
    WHERE a.effective_on <> CASE WHEN p.received_on > i.issue_date THEN p.received_on ELSE i.issue_date END`,
  'each allocation is in the ledger, once, on its day': Prisma.sql`
    SELECT a.company_id AS company, ${allocation} AS record, p.currency_code AS currency,
      '1 × {' || -a.amount_minor || '} on ' || a.effective_on AS expected,
      ${entries} AS actual
    FROM invoice_payments a JOIN payments p ON p.id = a.payment_id LEFT JOIN receivable_entries e
      ON e.company_id = a.company_id AND e.payment_id = a.payment_id AND e.invoice_id = a.invoice_id
        AND e.kind = 'PAYMENT'
    GROUP BY a.id, p.id HAVING COUNT(e.id) <> 1 OR MIN(e.amount_minor) <> -a.amount_minor
      OR MIN(e.effective_on) <> a.effective_on`,
  'each allocation of a reversed payment is taken back, once, on its day, and of no other': Prisma.sql`
    SELECT r.company_id AS company, r.record, r.currency_code AS currency,
      COALESCE('1 × {' || r.amount_minor || '} on ' || r.day, 'nothing') AS expected,
      ${entries} AS actual
    FROM (
      SELECT a.id, a.company_id, a.payment_id, a.invoice_id, a.amount_minor, p.currency_code, ${allocation} AS record,
        CASE WHEN p.reversed_on > a.effective_on THEN p.reversed_on
          WHEN p.reversed_on IS NOT NULL THEN a.effective_on END AS day
      FROM invoice_payments a JOIN payments p ON p.id = a.payment_id
    ) r LEFT JOIN receivable_entries e
      ON e.company_id = r.company_id AND e.payment_id = r.payment_id AND e.invoice_id = r.invoice_id
        AND e.kind = 'PAYMENT_REVERSED'
    GROUP BY r.id, r.company_id, r.record, r.currency_code, r.amount_minor, r.day
    HAVING COUNT(e.id) <> CASE WHEN r.day IS NULL THEN 0 ELSE 1 END
      OR MIN(e.amount_minor) <> r.amount_minor OR MIN(e.effective_on) <> r.day`,
  'each payment in the ledger has its allocation': Prisma.sql`
    SELECT e.company_id AS company, 'ledger entry ' || e.id AS record, NULL AS currency,
      'payment ' || e.payment_id || ' of invoice ' || e.invoice_id AS expected, 'nothing' AS actual
    FROM receivable_entries e LEFT JOIN invoice_payments a
      ON a.payment_id = e.payment_id AND a.invoice_id = e.invoice_id
    WHERE e.payment_id IS NOT NULL AND a.id IS NULL`,
  'each due date in the history was replaced by the next, and the last is in force': Prisma.sql`
    SELECT c.company_id AS company, c.record, NULL AS currency, c.following AS expected, c.due_date AS actual
    FROM (
      SELECT d.company_id, 'change ' || d.id || ' of invoice ' || i.id AS record, d.due_date, i.state,
        COALESCE(LEAD(d.previous_due_date) OVER (PARTITION BY d.invoice_id ORDER BY d.id), i.due_date) AS following
      FROM invoice_due_date_changes d JOIN invoices i ON i.id = d.invoice_id
    ) c
    WHERE c.following <> c.due_date OR c.following IS NULL OR c.state = 'DRAFT'`,
};
