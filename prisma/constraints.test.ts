import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Books,
  connectRaw,
  contentOf,
  createBooks,
  type RawConnection,
  withIds,
} from '../backend/test/books.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../backend/test/testDatabase.ts';

const payment = (values: string) => `INSERT INTO payments (company_id, client_id, currency_code,
  amount_minor, received_on, method, updated_at) VALUES (${values}, 'CASH', '2026-01-01 00:00:00')`;
const allocation = (values: string) => `INSERT INTO invoice_payments (company_id, payment_id,
  invoice_id, amount_minor, effective_on) VALUES (${values})`;
const entry = (values: string) => `INSERT INTO receivable_entries (company_id, invoice_id, kind,
  amount_minor, effective_on, payment_id, recorded_at) VALUES (${values}, '2026-01-01 00:00:00')`;
const dueDateChange = (values: string) => `INSERT INTO invoice_due_date_changes (company_id,
  invoice_id, previous_due_date, due_date, effective_on, recorded_at)
  VALUES (${values}, '2026-01-01 00:00:00')`;
const draft = (changes: string) => `UPDATE invoices SET ${changes} WHERE id = :draft`;
const issued = (changes: string) => `UPDATE invoices SET ${changes} WHERE id = :issued`;

/** Per check one statement that breaks it and nothing else. */
const CHECKS: Readonly<Record<string, string>> = {
  companies_currency_check: "UPDATE companies SET currency_code = 'usd'",
  invoices_dates_check: draft("due_date = '2026-4-1'"),
  invoices_draft_has_no_number_check: draft("number = 'INV-1'"),
  invoices_issued_has_dates_check: draft(`state = 'ISSUED', number = 'X', issue_date = '2026-02-10',
    due_date = '2026-02-09', parties = '{}', issued_at = '2026-02-10 00:00:00',
    balance_minor = total_minor`),
  invoices_draft_owes_nothing_check: draft('balance_minor = 1'),
  invoices_balance_in_bounds_check: issued('paid_minor = -1, balance_minor = total_minor + 1'),
  invoices_balance_follows_check: issued('balance_minor = balance_minor - 1'),
  invoices_void_owes_nothing_check: issued("state = 'VOID', voided_on = '2026-04-01'"),
  invoices_one_discount_check: draft("discount_percent = '5', discount_amount_minor = 5"),
  invoices_row_version_check: draft('row_version = 0'),
  invoices_closed_has_date_check: issued("state = 'WRITTEN_OFF', balance_minor = 0"),
  invoices_closed_later_check: issued(
    "state = 'WRITTEN_OFF', balance_minor = 0, written_off_on = '2026-02-09'",
  ),
  invoices_total_follows_check: draft('total_minor = total_minor + 1'),
  invoices_currency_check: draft("currency_code = 'US'"),
  invoice_line_items_one_discount_check: `UPDATE invoice_line_items
    SET discount_percent = '1', discount_amount_minor = 1 WHERE id = :draftLine`,
  invoice_line_items_position_check:
    'UPDATE invoice_line_items SET position = 0 WHERE id = :draftLine',
  payments_amount_check: payment(":company, :client, 'USD', 0, '2026-01-01'"),
  payments_dates_check: payment(":company, :client, 'USD', 1, 'tomorrow'"),
  payments_currency_check: payment(":company, :client, 'dollars', 1, '2026-01-01'"),
  payments_reversed_later_check:
    "UPDATE payments SET reversed_on = '2026-01-01' WHERE id = :payment",
  payments_reason_of_reversal_check:
    "UPDATE payments SET reversal_reason = 'bounced' WHERE id = :payment",
  invoice_payments_amount_check: allocation(":company, :payment, :issued, 0, '2026-03-20'"),
  invoice_payments_dates_check: allocation(":company, :payment, :issued, 1, '20 March'"),
  receivable_entries_dates_check: entry(":company, :issued, 'ISSUED', 1, 'today', NULL"),
  receivable_entries_payment_is_named_check: entry(
    ":company, :issued, 'PAYMENT', -1, '2026-03-20', NULL",
  ),
  receivable_entries_sign_check: entry(":company, :issued, 'ISSUED', -1, '2026-03-20', NULL"),
  invoice_due_date_changes_dates_check: dueDateChange(
    ":company, :issued, '2026-03-12', '2026-04-01', 'now'",
  ),
  invoice_due_date_changes_differ_check: dueDateChange(
    ":company, :issued, '2026-03-12', '2026-03-12', '2026-03-01'",
  ),
  document_counters_next_check: `INSERT INTO document_counters (company_id, series, next, updated_at)
    VALUES (:company, 'OTHER', 0, '2026-01-01 00:00:00')`,
};

/** PostgreSQL has types for these. */
const SQLITE_CHECKS: Readonly<Record<string, string>> = {
  invoices_whole_amounts_check: draft('subtotal_minor = 0.5, total_minor = 0.5'),
  invoice_line_items_whole_amounts_check:
    "UPDATE invoice_line_items SET net_minor = 'ten' WHERE id = :draftLine",
  payments_whole_amounts_check: payment(":company, :client, 'USD', 1.5, '2026-01-01'"),
  invoice_payments_whole_amounts_check: allocation(
    ":company, :payment, :issued, 1.5, '2026-03-20'",
  ),
  receivable_entries_whole_amounts_check: entry(
    ":company, :issued, 'ISSUED', 1.5, '2026-03-20', NULL",
  ),
};

const invoiceOf = (company: string, client: string, project: string) => `INSERT INTO invoices
  (company_id, client_id, project_id, currency_code, updated_at)
  VALUES (${company}, ${client}, ${project}, 'USD', '2026-01-01 00:00:00')`;

/** Things of one company that name things of another. */
const FOREIGN: Readonly<Record<string, string>> = {
  'a project, a client': `INSERT INTO projects (company_id, client_id, name, updated_at)
    VALUES (:company, :otherClient, 'Tower', '2026-01-01 00:00:00')`,
  'an invoice, a client': invoiceOf(':company', ':otherClient', 'NULL'),
  'an invoice, a project': invoiceOf(':company', ':client', ':otherProject'),
  'a draft, later, a client': draft('client_id = :otherClient'),
  'a draft, later, a project': draft('project_id = :otherProject'),
  'a draft, later, a company': draft('company_id = :otherCompany'),
  'a line item, an invoice': `INSERT INTO invoice_line_items (company_id, invoice_id, position,
    description, quantity, unit_price, gross_minor, discount_minor, document_discount_minor,
    net_minor, tax_minor, updated_at) VALUES (:company, :otherDraft, 2, 'More', '1', '1', 1, 0, 0, 1,
    0, '2026-01-01 00:00:00')`,
  'a payment, a client': payment(":company, :otherClient, 'USD', 1, '2026-01-01'"),
  'an allocation, an invoice': allocation(":company, :payment, :otherIssued, 1, '2026-03-20'"),
  'an allocation, a payment': allocation(":company, :otherPayment, :issued, 1, '2026-03-20'"),
  'an entry, an invoice': entry(":company, :otherIssued, 'ISSUED', 1, '2026-03-20', NULL"),
  'an entry, a payment': entry(":company, :issued, 'PAYMENT', -1, '2026-03-20', :otherPayment"),
  'a change of a due date, an invoice': dueDateChange(
    ":company, :otherIssued, '2026-03-12', '2026-04-01', '2026-03-01'",
  ),
  'a client, later, a company': 'UPDATE clients SET company_id = :otherCompany WHERE id = :client',
  'a project, later, a company':
    'UPDATE projects SET company_id = :otherCompany WHERE id = :project',
  'a membership, no company': 'UPDATE memberships SET company_id = 9999',
  'a counter, no company': `INSERT INTO document_counters (company_id, series, updated_at)
    VALUES (9999, 'INVOICE', '2026-01-01 00:00:00')`,
};

/** Things that others refer to. */
const DELETED = ['companies', 'clients', 'projects', 'users'];

describe.each(ENGINES)('the constraints on %s', (engine) => {
  let db: TestDatabase;
  let raw: RawConnection;
  let ids: Record<string, number>;
  let before: string;
  beforeAll(async () => {
    db = await createTestDatabase(engine);
    const others: Books = await createBooks(db);
    ids = { ...(await createBooks(db)) };
    for (const [name, id] of Object.entries(others)) {
      ids[`other${name.charAt(0).toUpperCase()}${name.slice(1)}`] = id;
    }
    raw = await connectRaw(db.url);
    // A project that an invoice names.
    await raw.run(withIds(draft('project_id = :project'), ids));
    before = await contentOf(raw);
  });
  afterAll(async () => {
    await raw.close();
    await db.close();
  });

  const refused = async (sql: string, because: string | RegExp) => {
    await expect(raw.run(withIds(sql, ids))).rejects.toThrow(because);
    expect(await contentOf(raw)).toBe(before);
  };

  const checks = engine === 'sqlite' ? { ...CHECKS, ...SQLITE_CHECKS } : CHECKS;
  it.each(Object.entries(checks))('refuse what %s forbids', async (name, sql) => {
    const said = { sqlite: `CHECK constraint failed: ${name}`, postgresql: `constraint "${name}"` };
    await refused(sql, said[engine]);
  });

  it('have no check without such a statement', async () => {
    const rows = await raw.run(
      engine === 'sqlite'
        ? "SELECT sql FROM sqlite_master WHERE type = 'table'"
        : `SELECT 'CONSTRAINT "' || conname || '" CHECK' AS sql FROM pg_constraint
            WHERE contype = 'c' AND conrelid <> 0`,
    );
    const names = rows.flatMap(({ sql }) =>
      [...String(sql).matchAll(/CONSTRAINT "(\w+)" CHECK/g)].map(([, name]) => name),
    );
    expect(names.sort()).toEqual(Object.keys(checks).sort());
  });

  it.each(Object.entries(FOREIGN))('refuse across companies: %s', async (_, sql) => {
    await refused(sql, /foreign key constraint/i);
  });

  it.each(DELETED)('refuse to delete what others refer to: %s', async (table) => {
    await refused(`DELETE FROM ${table}`, /foreign key constraint/i);
  });
});
