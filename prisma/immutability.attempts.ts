// Ways to change what the books rest on, tried by raw SQL in immutability.test.ts.

/** What is tried, and what the database says. `:name` is a row id of the books. */
export type Attempt = readonly [sql: string, refusal: string];

const APPEND_ONLY = ['receivable_entries', 'invoice_due_date_changes', 'invoice_payments'] as const;
const changes = (
  table: string,
  where: string,
  columns: Readonly<Record<string, string>>,
  refusal: string,
): Attempt[] =>
  Object.entries(columns).map(([column, value]) => [
    `UPDATE ${table} SET ${column} = ${value} WHERE ${where}`,
    refusal,
  ]);

export const LEDGER: Attempt[] = APPEND_ONLY.flatMap((table): Attempt[] => [
  [`UPDATE ${table} SET effective_on = '2020-01-01'`, 'is append-only'],
  [`UPDATE ${table} SET id = id + 1000`, 'is append-only'],
  [`DELETE FROM ${table}`, 'is append-only'],
  [`DELETE FROM ${table} WHERE id = (SELECT MAX(id) FROM ${table})`, 'is append-only'],
  [
    `INSERT INTO ${table} SELECT * FROM ${table} WHERE true
      ON CONFLICT (id) DO UPDATE SET effective_on = '2020-01-01'`,
    `${table}`,
  ],
]);

const RECORDED = 'a recorded payment cannot be changed';
export const PAYMENTS: Attempt[] = [
  ['DELETE FROM payments', 'never deleted'],
  ['DELETE FROM payments WHERE id = :reversed', 'never deleted'],
  ...changes(
    'payments',
    'id = :payment',
    {
      id: '9999',
      company_id: ':otherCompany',
      client_id: ':otherClient',
      currency_code: "'EUR'",
      amount_minor: '1',
      received_on: "'2026-01-01'",
      method: "'CASH'",
      reference: 'NULL',
      reference_repeats: 'true',
      created_at: "'2020-01-01 00:00:00'",
    },
    RECORDED,
  ),
  ...changes(
    'payments',
    'id = :reversed',
    {
      reversed_on: 'NULL, reversal_reason = NULL',
      reversal_reason: "'another'",
      amount_minor: '1',
    },
    RECORDED,
  ),
  ["UPDATE payments SET reversed_on = '2026-05-05' WHERE id = :reversed", RECORDED],
  [
    `INSERT INTO payments SELECT * FROM payments WHERE id = :payment
      ON CONFLICT (id) DO UPDATE SET amount_minor = 1`,
    'payment',
  ],
];

const ISSUED = 'an issued invoice cannot be changed';
const FROZEN = {
  company_id: ':otherCompany',
  client_id: ':otherClient',
  project_id: ':project',
  number: "'INV-99999'",
  issue_date: "'2026-02-11'",
  currency_code: "'EUR'",
  prices_include_tax: 'true',
  discount_percent: "'1'",
  discount_amount_minor: '1',
  subtotal_minor: 'subtotal_minor + 1',
  discount_total_minor: '1',
  tax_total_minor: '1',
  total_minor: 'total_minor + 1',
  parties: `'{"to":{"name":"Somebody else"}}'`,
  issued_at: "'2020-01-01 00:00:00'",
  created_at: "'2020-01-01 00:00:00'",
};
const LIFECYCLE = 'an invoice goes from draft to issued';
const HISTORY = 'by a change kept in the history';
const transition = (from: string, to: string, more = ''): Attempt => [
  `UPDATE invoices SET state = '${to}'${more} WHERE id = :${from}`,
  LIFECYCLE,
];
export const INVOICES: Attempt[] = [
  ...['issued', 'paid', 'voided', 'writtenOff', 'owedAgain'].flatMap((name) => [
    ...changes('invoices', `id = :${name}`, FROZEN, ISSUED),
    [`DELETE FROM invoices WHERE id = :${name}`, 'only a draft can be deleted'] as Attempt,
  ]),
  ['DELETE FROM invoices', 'only a draft can be deleted'],
  ['UPDATE invoices SET id = 9999 WHERE id = :issued', ISSUED],
  ['UPDATE invoices SET id = 9999 WHERE id = :draft', ISSUED],
  transition('draft', 'VOID', ", number = 'X', voided_on = '2026-03-01'"),
  transition('draft', 'WRITTEN_OFF', ", number = 'X', written_off_on = '2026-03-01'"),
  transition('issued', 'DRAFT'),
  transition('voided', 'ISSUED', ', voided_on = NULL, balance_minor = total_minor'),
  transition('voided', 'WRITTEN_OFF', ", voided_on = NULL, written_off_on = '2026-06-01'"),
  transition('voided', 'DRAFT'),
  transition('writtenOff', 'VOID', ", voided_on = '2026-06-01', written_off_on = NULL"),
  transition('writtenOff', 'DRAFT'),
  ...['voided_on', 'written_off_on', 'closing_reason'].flatMap((column) =>
    ['issued', 'voided', 'writtenOff', 'owedAgain'].map(
      (name): Attempt => [
        `UPDATE invoices SET ${column} = '2026-07-07' WHERE id = :${name}`,
        'how an invoice was closed cannot be changed',
      ],
    ),
  ),
  ...['memo', 'purchase_order_number'].flatMap((column) =>
    ['voided', 'writtenOff'].map(
      (name): Attempt => [
        `UPDATE invoices SET ${column} = 'later' WHERE id = :${name}`,
        'a closed invoice cannot be changed',
      ],
    ),
  ),
  ["UPDATE invoices SET due_date = '2027-01-01' WHERE id = :issued", HISTORY],
  // Its history holds a change to this date, but not as the last one.
  ["UPDATE invoices SET due_date = '2026-04-01' WHERE id = :moved", HISTORY],
  ["UPDATE invoices SET due_date = '2027-01-01' WHERE id = :voided", HISTORY],
  [
    `INSERT INTO invoices (company_id, client_id, currency_code, state, number, issue_date, due_date,
      parties, issued_at, updated_at) VALUES (:company, :client, 'USD', 'ISSUED', 'X', '2026-01-01',
      '2026-01-01', '{}', '2026-01-01 00:00:00', '2026-01-01 00:00:00')`,
    'an invoice begins as a draft',
  ],
];

export const FROZEN_LINES = 'the line items of an issued invoice cannot be changed';
/** A new line item for an invoice of the books. */
export const line = (invoice: string, position: number, more = { column: '', value: '' }) =>
  `INSERT INTO invoice_line_items (${more.column}company_id, invoice_id, position, description,
    quantity, unit_price, gross_minor, discount_minor, document_discount_minor, net_minor, tax_minor,
    updated_at) VALUES (${more.value}:company, :${invoice}, ${position}, 'More', '1', '1', 100, 0, 0,
    100, 0, '2026-01-01 00:00:00')`;
export const LINES: Attempt[] = [
  ...['issued', 'paid', 'voided', 'writtenOff'].map(
    (name): Attempt => [line(name, 2), FROZEN_LINES],
  ),
  ["UPDATE invoice_line_items SET description = 'other' WHERE id = :issuedLine", FROZEN_LINES],
  ['DELETE FROM invoice_line_items WHERE id = :issuedLine', FROZEN_LINES],
  ['DELETE FROM invoice_line_items', FROZEN_LINES],
  [
    'UPDATE invoice_line_items SET invoice_id = :draft, position = 2 WHERE id = :issuedLine',
    'plumb:',
  ],
  [
    'UPDATE invoice_line_items SET invoice_id = :issued, position = 2 WHERE id = :draftLine',
    'plumb:',
  ],
  ['UPDATE invoice_line_items SET id = 9999 WHERE id = :draftLine', 'a line item stays'],
];

const GIVEN = 'a number that was given is not given again';
export const COUNTERS: Attempt[] = [
  ['UPDATE document_counters SET next = next - 1', GIVEN],
  ["UPDATE document_counters SET series = 'OTHER'", GIVEN],
  ['DELETE FROM document_counters', GIVEN],
];

/** Where SQLite would delete without a delete trigger. */
export const REPLACEMENTS: Attempt[] = [
  ...[...APPEND_ONLY, 'payments', 'invoices', 'invoice_line_items'].flatMap((table): Attempt[] => [
    [
      `INSERT OR REPLACE INTO ${table} SELECT * FROM ${table} WHERE id = (SELECT MAX(id) FROM ${table})`,
      'plumb:',
    ],
    [`REPLACE INTO ${table} SELECT * FROM ${table}`, 'plumb:'],
    [
      `UPDATE OR REPLACE ${table} SET id = id - 1 WHERE id = (SELECT MAX(id) FROM ${table})`,
      'plumb:',
    ],
    [
      `UPDATE OR REPLACE ${table} SET rowid = rowid - 1 WHERE id = (SELECT MAX(id) FROM ${table})`,
      'plumb:',
    ],
    [`UPDATE OR IGNORE ${table} SET id = id + 1000`, 'plumb:'],
  ]),
  ['UPDATE OR REPLACE invoices SET _rowid_ = :issued WHERE id = :draft', ISSUED],
  [
    `INSERT OR REPLACE INTO invoice_payments (company_id, payment_id, invoice_id, amount_minor, effective_on)
      VALUES (:company, :payment, :paid, 1, '2026-03-20')`,
    'cannot be replaced',
  ],
  [
    line('draft', 2, { column: 'id, ', value: ':issuedLine, ' }).replace(
      'INSERT',
      'INSERT OR REPLACE',
    ),
    'cannot be replaced',
  ],
  [
    'UPDATE OR REPLACE invoice_line_items SET id = :issuedLine WHERE id = :draftLine',
    'a line item stays',
  ],
  [
    `UPDATE OR REPLACE invoices SET state = 'ISSUED', issue_date = '2026-02-10', due_date = '2026-02-10',
      number = (SELECT number FROM invoices WHERE id = :issued), parties = '{}', issued_at = '2026-02-10',
      balance_minor = total_minor WHERE id = :draft`,
    'this number is taken',
  ],
  [
    `INSERT OR REPLACE INTO payments (company_id, client_id, currency_code, amount_minor, received_on, method, reference, updated_at)
      SELECT company_id, client_id, currency_code, 1, received_on, method, reference, updated_at FROM payments WHERE id = :payment`,
    'FOREIGN KEY constraint failed',
  ],
  [
    `INSERT OR REPLACE INTO document_counters (company_id, series, next, updated_at) VALUES (:company, 'INVOICE', 1, '2026-01-01')`,
    GIVEN,
  ],
];

export const TRUNCATIONS: Attempt[] = Object.entries({
  receivable_entries: 'receivable_entries is append-only',
  invoice_due_date_changes: 'invoice_due_date_changes is append-only',
  invoice_payments: 'invoice_payments is append-only',
  payments: 'never deleted',
  invoices: 'only a draft can be deleted',
  invoice_line_items: FROZEN_LINES,
  document_counters: GIVEN,
  // These take along what refers to them.
  clients: 'plumb:',
  companies: 'plumb:',
}).flatMap(([table, refusal]): Attempt[] => [
  [`TRUNCATE ${table} CASCADE`, refusal],
  [`TRUNCATE ${table} RESTART IDENTITY CASCADE`, refusal],
]);
