// Falsifications of the books, each with what the verification tells of it, for verify.test.ts.

/**
 * What is done (`:name` is a row id of the books), and what is told, a line each.
 */
export type Plant = readonly [sql: string, ...tells: string[]];

export const PLANTS: readonly Plant[] = [
  [
    'UPDATE invoices SET balance_minor = balance_minor - 1 WHERE id = :issued',
    'balance of the invoice = sum of its ledger: invoice 2 (INV-00001): 100.00 USD → 99.99 USD',
  ],
  [
    'UPDATE invoices SET paid_minor = paid_minor + 1 WHERE id = :paid',
    'paid on the invoice = its payments in the ledger: invoice 3 (INV-00002): 50.00 USD → 50.01 USD',
  ],
  [
    "UPDATE receivable_entries SET amount_minor = amount_minor + 1 WHERE invoice_id = :issued AND kind = 'ISSUED'",
    'balance of the invoice = sum of its ledger: invoice 2 (INV-00001): 100.01 USD → 100.00 USD',
    'ledger of the invoice begins with its issue, once, with its total, on its issue date: invoice 2 (INV-00001): 1 × 100.00 USD on 2026-02-10 → 1 × 100.01 USD on 2026-02-10',
  ],
  [
    "UPDATE receivable_entries SET effective_on = '2026-02-11' WHERE invoice_id = :issued AND kind = 'ISSUED'",
    'ledger of the invoice begins with its issue, once, with its total, on its issue date: invoice 2 (INV-00001): 1 × 100.00 USD on 2026-02-10 → 1 × 100.00 USD on 2026-02-11',
  ],
  [
    "DELETE FROM receivable_entries WHERE invoice_id = :issued AND kind = 'ISSUED'",
    'balance of the invoice = sum of its ledger: invoice 2 (INV-00001): 0.00 USD → 100.00 USD',
    'ledger of the invoice begins with its issue, once, with its total, on its issue date: invoice 2 (INV-00001): 1 × 100.00 USD on 2026-02-10 → nothing',
  ],
  [
    "INSERT INTO receivable_entries (company_id, invoice_id, kind, amount_minor, effective_on, recorded_at, payment_id) SELECT company_id, invoice_id, kind, amount_minor, effective_on, recorded_at, payment_id FROM receivable_entries WHERE invoice_id = :issued AND kind = 'ISSUED'",
    'balance of the invoice = sum of its ledger: invoice 2 (INV-00001): 200.00 USD → 100.00 USD',
    'ledger of the invoice begins with its issue, once, with its total, on its issue date: invoice 2 (INV-00001): 1 × 100.00 USD on 2026-02-10 → 2 × 100.00 USD on 2026-02-10',
  ],
  [
    "INSERT INTO receivable_entries (company_id, invoice_id, kind, amount_minor, effective_on, recorded_at) VALUES (:company, :draft, 'ISSUED', 0, '2026-02-10', '2026-02-10 00:00:00')",
    'ledger of the invoice begins with its issue, once, with its total, on its issue date: invoice 1: nothing → 1 × 0.00 USD on 2026-02-10',
  ],
  [
    "UPDATE invoices SET voided_on = '2026-03-02' WHERE id = :voided",
    'only a void invoice was voided, once, on its day: invoice 4 (INV-00003): 1 × since 2026-03-02 → 1 × since 2026-03-01',
  ],
  [
    "INSERT INTO receivable_entries (company_id, invoice_id, kind, amount_minor, effective_on, recorded_at, payment_id) SELECT company_id, invoice_id, kind, amount_minor, effective_on, recorded_at, payment_id FROM receivable_entries WHERE invoice_id = :voided AND kind = 'VOIDED'",
    'balance of the invoice = sum of its ledger: invoice 4 (INV-00003): -300.00 USD → 0.00 USD',
    'only a void invoice was voided, once, on its day: invoice 4 (INV-00003): 1 × since 2026-03-01 → 2 × since 2026-03-01',
  ],
  [
    "DELETE FROM receivable_entries WHERE invoice_id = :voided AND kind = 'VOIDED'",
    'balance of the invoice = sum of its ledger: invoice 4 (INV-00003): 300.00 USD → 0.00 USD',
    'only a void invoice was voided, once, on its day: invoice 4 (INV-00003): 1 × since 2026-03-01 → nothing',
  ],
  [
    "UPDATE invoices SET state = 'VOID', voided_on = '2026-03-02' WHERE id = :issued",
    'only a void invoice was voided, once, on its day: invoice 2 (INV-00001): 1 × since 2026-03-02 → nothing',
  ],
  [
    "UPDATE invoices SET written_off_on = '2026-06-02' WHERE id = :writtenOff",
    'only a written-off invoice has a write-off that is not reversed, one, of its day: invoice 5 (INV-00004): 1 × since 2026-06-02 → 1 × since 2026-06-01',
  ],
  [
    "UPDATE invoices SET state = 'WRITTEN_OFF', written_off_on = '2026-06-01' WHERE id = :owedAgain",
    'only a written-off invoice has a write-off that is not reversed, one, of its day: invoice 6 (INV-00005): 1 × since 2026-06-01 → reversed',
  ],
  [
    "DELETE FROM receivable_entries WHERE invoice_id = :owedAgain AND kind = 'WRITE_OFF_REVERSED'",
    'balance of the invoice = sum of its ledger: invoice 6 (INV-00005): 0.00 USD → 500.00 USD',
    'only a written-off invoice has a write-off that is not reversed, one, of its day: invoice 6 (INV-00005): reversed → 1 × since 2026-06-01',
  ],
  [
    'UPDATE payments SET amount_minor = amount_minor + 1 WHERE id = :payment',
    'amount of the payment = sum of its allocations: payment 1 (WIRE 1): 50.00 USD → 50.01 USD',
  ],
  [
    'UPDATE invoice_payments SET amount_minor = amount_minor - 1 WHERE payment_id = :payment',
    'amount of the payment = sum of its allocations: payment 1 (WIRE 1): 49.99 USD → 50.00 USD',
    'each allocation is in the ledger, once, on its day: payment 1 of invoice 3: 1 × -49.99 USD on 2026-03-20 → 1 × -50.00 USD on 2026-03-20',
  ],
  [
    'UPDATE payments SET client_id = 99 WHERE id = :payment',
    'client and currency of the payment = those of the invoices it settles: payment 1 of invoice 3: client 1, USD → client 99, USD',
  ],
  [
    "UPDATE payments SET currency_code = 'EUR' WHERE id = :payment",
    'client and currency of the payment = those of the invoices it settles: payment 1 of invoice 3: client 1, USD → client 1, EUR',
  ],
  [
    "UPDATE payments SET received_on = '2026-03-19' WHERE id = :payment",
    'day of the allocation = the later of receipt and issue: payment 1 of invoice 3: 2026-03-19 → 2026-03-20',
  ],
  [
    "UPDATE invoice_payments SET effective_on = '2026-03-22' WHERE payment_id = :payment",
    'day of the allocation = the later of receipt and issue: payment 1 of invoice 3: 2026-03-20 → 2026-03-22',
    'each allocation is in the ledger, once, on its day: payment 1 of invoice 3: 1 × -50.00 USD on 2026-03-22 → 1 × -50.00 USD on 2026-03-20',
  ],
  [
    'DELETE FROM receivable_entries WHERE payment_id = :payment',
    'balance of the invoice = sum of its ledger: invoice 3 (INV-00002): 200.00 USD → 150.00 USD',
    'paid on the invoice = its payments in the ledger: invoice 3 (INV-00002): 0.00 USD → 50.00 USD',
    'each allocation is in the ledger, once, on its day: payment 1 of invoice 3: 1 × -50.00 USD on 2026-03-20 → nothing',
  ],
  [
    'DELETE FROM invoice_payments WHERE payment_id = :payment',
    'amount of the payment = sum of its allocations: payment 1 (WIRE 1): 0.00 USD → 50.00 USD',
    'each payment in the ledger has its allocation: ledger entry 3: payment 1 of invoice 3 → nothing',
  ],
  [
    "INSERT INTO receivable_entries (company_id, invoice_id, kind, amount_minor, effective_on, recorded_at, payment_id) SELECT company_id, invoice_id, kind, amount_minor, effective_on, recorded_at, payment_id FROM receivable_entries WHERE payment_id = :payment AND kind = 'PAYMENT'",
    'balance of the invoice = sum of its ledger: invoice 3 (INV-00002): 100.00 USD → 150.00 USD',
    'paid on the invoice = its payments in the ledger: invoice 3 (INV-00002): 100.00 USD → 50.00 USD',
    'each allocation is in the ledger, once, on its day: payment 1 of invoice 3: 1 × -50.00 USD on 2026-03-20 → 2 × -50.00 USD on 2026-03-20',
  ],
  [
    'UPDATE payments SET reversed_on = NULL, reversal_reason = NULL WHERE id = :reversed',
    'each allocation of a reversed payment is taken back, once, on its day, and of no other: payment 2 of invoice 3: nothing → 1 × 30.00 USD on 2026-03-25',
  ],
  [
    "UPDATE payments SET reversed_on = '2026-03-26' WHERE id = :reversed",
    'each allocation of a reversed payment is taken back, once, on its day, and of no other: payment 2 of invoice 3: 1 × 30.00 USD on 2026-03-26 → 1 × 30.00 USD on 2026-03-25',
  ],
  [
    "UPDATE payments SET reversed_on = '2026-03-26' WHERE id = :payment",
    'each allocation of a reversed payment is taken back, once, on its day, and of no other: payment 1 of invoice 3: 1 × 50.00 USD on 2026-03-26 → nothing',
  ],
  [
    "DELETE FROM receivable_entries WHERE payment_id = :reversed AND kind = 'PAYMENT_REVERSED'",
    'balance of the invoice = sum of its ledger: invoice 3 (INV-00002): 120.00 USD → 150.00 USD',
    'paid on the invoice = its payments in the ledger: invoice 3 (INV-00002): 80.00 USD → 50.00 USD',
    'each allocation of a reversed payment is taken back, once, on its day, and of no other: payment 2 of invoice 3: 1 × 30.00 USD on 2026-03-25 → nothing',
  ],
  [
    "UPDATE invoice_due_date_changes SET due_date = '2026-04-02' WHERE due_date = '2026-04-01'",
    'each due date in the history was replaced by the next, and the last is in force: change 1 of invoice 7: 2026-04-01 → 2026-04-02',
  ],
  [
    "UPDATE invoices SET due_date = '2026-05-02' WHERE id = :moved",
    'each due date in the history was replaced by the next, and the last is in force: change 2 of invoice 7: 2026-05-02 → 2026-05-01',
  ],
  [
    "UPDATE invoice_line_items SET quantity = '2' WHERE id = :issuedLine",
    'totals as stored = totals as computed from the line items: invoice 2 (INV-00001), line item 1, gross: 200.00 USD → 100.00 USD',
    'totals as stored = totals as computed from the line items: invoice 2 (INV-00001), line item 1, net: 200.00 USD → 100.00 USD',
    'totals as stored = totals as computed from the line items: invoice 2 (INV-00001), subtotal: 200.00 USD → 100.00 USD',
    'totals as stored = totals as computed from the line items: invoice 2 (INV-00001), total: 200.00 USD → 100.00 USD',
  ],
  [
    'UPDATE invoice_line_items SET gross_minor = gross_minor + 1 WHERE id = :issuedLine',
    'totals as stored = totals as computed from the line items: invoice 2 (INV-00001), line item 1, gross: 100.00 USD → 100.01 USD',
  ],
  [
    'UPDATE invoice_line_items SET tax_minor = 1 WHERE id = :issuedLine',
    'totals as stored = totals as computed from the line items: invoice 2 (INV-00001), line item 1, tax: 0.00 USD → 0.01 USD',
  ],
  [
    'UPDATE invoice_line_items SET position = 2 WHERE id = :issuedLine',
    'totals as stored = totals as computed from the line items: invoice 2 (INV-00001), line item 1: position 1 → position 2',
  ],
  [
    "UPDATE invoice_line_items SET unit_price = '12,50' WHERE id = :issuedLine",
    'totals as stored = totals as computed from the line items: invoice 2 (INV-00001): line items that can be totalled → lineItems.0.unitPrice: Write a number such as 12.50.',
  ],
  [
    'DELETE FROM invoice_line_items WHERE id = :issuedLine',
    'totals as stored = totals as computed from the line items: invoice 2 (INV-00001), subtotal: 0.00 USD → 100.00 USD',
    'totals as stored = totals as computed from the line items: invoice 2 (INV-00001), total: 0.00 USD → 100.00 USD',
  ],
  [
    'UPDATE invoices SET total_minor = total_minor + 1 WHERE id = :issued',
    'ledger of the invoice begins with its issue, once, with its total, on its issue date: invoice 2 (INV-00001): 1 × 100.01 USD on 2026-02-10 → 1 × 100.00 USD on 2026-02-10',
    'totals as stored = totals as computed from the line items: invoice 2 (INV-00001), total: 100.00 USD → 100.01 USD',
  ],
  [
    "UPDATE invoices SET discount_percent = '10' WHERE id = :issued",
    'totals as stored = totals as computed from the line items: invoice 2 (INV-00001), line item 1, documentDiscount: 10.00 USD → 0.00 USD',
    'totals as stored = totals as computed from the line items: invoice 2 (INV-00001), line item 1, net: 90.00 USD → 100.00 USD',
    'totals as stored = totals as computed from the line items: invoice 2 (INV-00001), discountTotal: 10.00 USD → 0.00 USD',
    'totals as stored = totals as computed from the line items: invoice 2 (INV-00001), total: 90.00 USD → 100.00 USD',
  ],
  [
    'UPDATE invoices SET prices_include_tax = true, tax_total_minor = 1 WHERE id = :issued',
    'totals as stored = totals as computed from the line items: invoice 2 (INV-00001), taxTotal: 0.00 USD → 0.01 USD',
  ],
  [
    "UPDATE invoices SET number = 'INV-00009' WHERE id = :issued",
    'numbers run from 1 to the last one given, each used once: sequence 1 of INV-{SEQ:5}: one invoice → none',
    'numbers run from 1 to the last one given, each used once: invoice INV-00009: up to 6 → 9',
  ],
  [
    "UPDATE invoices SET number = 'INV-00002' WHERE id = :issued",
    'numbers run from 1 to the last one given, each used once: sequence 1 of INV-{SEQ:5}: one invoice → none',
    'numbers run from 1 to the last one given, each used once: sequence 2 of INV-{SEQ:5}: one invoice → 2 invoices',
  ],
  [
    'UPDATE document_counters SET next = next + 1',
    'numbers run from 1 to the last one given, each used once: sequence 7 of INV-{SEQ:5}: one invoice → none',
  ],
  [
    'UPDATE document_counters SET next = next - 1',
    'numbers run from 1 to the last one given, each used once: invoice INV-00006: up to 5 → 6',
  ],
  [
    'DELETE FROM document_counters',
    'numbers run from 1 to the last one given, each used once: invoice INV-00001: up to 0 → 1',
    'numbers run from 1 to the last one given, each used once: invoice INV-00002: up to 0 → 2',
    'numbers run from 1 to the last one given, each used once: invoice INV-00003: up to 0 → 3',
    'numbers run from 1 to the last one given, each used once: invoice INV-00004: up to 0 → 4',
    'numbers run from 1 to the last one given, each used once: invoice INV-00005: up to 0 → 5',
    'numbers run from 1 to the last one given, each used once: invoice INV-00006: up to 0 → 6',
  ],
];
