import { z } from 'zod';
import { formatAmount } from '../domain/money.ts';
import { computeTotals, type LineTotals, type Totals } from '../domain/totals.ts';
import type { Database } from './database.ts';
import { Prisma } from './generated/sqlite/client.ts';
import type { Difference } from './verify.ts';

export const TOTALS = 'totals as stored = totals as computed from the line items';

const amount = z.coerce.bigint();
const row = z.object({
  company: z.coerce.number(),
  id: z.coerce.number(),
  number: z.string().nullable(),
  issueDate: z.string().nullable(),
  currencyCode: z.string(),
  pricesIncludeTax: z.coerce.boolean(),
  discountPercent: z.string().nullable(),
  discountAmount: amount.nullable(),
  subtotal: amount,
  discountTotal: amount,
  taxTotal: amount,
  total: amount,
  /** Null where the invoice has no line item; then so is the rest. */
  position: z.coerce.number().nullable(),
  quantity: z.string().nullable(),
  unitPrice: z.string().nullable(),
  lineDiscountPercent: z.string().nullable(),
  lineDiscountAmount: amount.nullable(),
  taxRate: z.string().nullable(),
  gross: amount.nullable(),
  discount: amount.nullable(),
  documentDiscount: amount.nullable(),
  net: amount.nullable(),
  tax: amount.nullable(),
});
type Row = z.infer<typeof row>;

const BATCH = 2_000;

/** The invoices after an id with their line items, in one statement: both of the same moment. */
const batchAfter = (id: number, newest: number) => Prisma.sql`
  SELECT i.company_id AS company, i.id, i.number, i.issue_date AS "issueDate",
    i.currency_code AS "currencyCode", i.prices_include_tax AS "pricesIncludeTax",
    i.discount_percent AS "discountPercent", i.discount_amount_minor AS "discountAmount",
    i.subtotal_minor AS subtotal, i.discount_total_minor AS "discountTotal",
    i.tax_total_minor AS "taxTotal", i.total_minor AS total,
    l.position, l.quantity, l.unit_price AS "unitPrice",
    l.discount_percent AS "lineDiscountPercent", l.discount_amount_minor AS "lineDiscountAmount",
    l.tax_rate AS "taxRate", l.gross_minor AS gross, l.discount_minor AS discount,
    l.document_discount_minor AS "documentDiscount", l.net_minor AS net, l.tax_minor AS tax
  FROM (SELECT * FROM invoices WHERE id > ${id} AND id <= ${newest} ORDER BY id LIMIT ${BATCH}) i
    LEFT JOIN invoice_line_items l ON l.invoice_id = i.id
  ORDER BY i.id, l.position`;

const newestId = z.object({ id: z.coerce.number() });

/** Every invoice that is there now as its rows, one per line item. */
export async function* storedInvoices(db: Database): AsyncGenerator<[Row, ...Row[]]> {
  const [newest] = await db.report(
    Prisma.sql`SELECT COALESCE(MAX(id), 0) AS id FROM invoices`,
    newestId,
  );
  // Whoever writes faster than this reads must not keep it reading.
  for (let last = 0; last < (newest?.id ?? 0); ) {
    const rows = await db.report(batchAfter(last, newest?.id ?? 0), row);
    let invoice: [Row, ...Row[]] | null = null;
    for (const one of rows) {
      if (invoice !== null && invoice[0].id === one.id) {
        invoice.push(one);
        continue;
      }
      if (invoice !== null) yield invoice;
      invoice = [one];
    }
    if (invoice === null) return;
    yield invoice;
    last = invoice[0].id;
  }
}

function recomputed(invoice: readonly [Row, ...Row[]]) {
  const [{ currencyCode, pricesIncludeTax, discountPercent, discountAmount }] = invoice;
  const text = (minor: bigint | null) =>
    minor === null ? null : formatAmount(minor, currencyCode);
  return computeTotals({
    currencyCode,
    pricesIncludeTax,
    discountPercent,
    discountAmount: text(discountAmount),
    lineItems: invoice
      .filter((line) => line.position !== null)
      .map((line) => ({
        quantity: line.quantity ?? '',
        unitPrice: line.unitPrice ?? '',
        discountPercent: line.lineDiscountPercent,
        discountAmount: text(line.lineDiscountAmount),
        taxRate: line.taxRate,
      })),
  });
}

const LINE_AMOUNTS: readonly (keyof LineTotals)[] = [
  'gross',
  'discount',
  'documentDiscount',
  'net',
  'tax',
];
const INVOICE_AMOUNTS = [
  'subtotal',
  'discountTotal',
  'taxTotal',
  'total',
] as const satisfies readonly (keyof Totals)[];

/** What an invoice stores and its quantities, prices, discounts and rates do not give. */
export function* totalsDifferences(invoice: readonly [Row, ...Row[]]): Generator<Difference> {
  const [first] = invoice;
  const { company, currencyCode } = first;
  const check = TOTALS;
  const name = `invoice ${first.id}${first.number === null ? '' : ` (${first.number})`}`;
  const result = recomputed(invoice);
  if (!result.ok) {
    const actual = result.problems
      .map((one) => `${one.field?.join('.')}: ${one.message}`)
      .join(' ');
    yield { check, company, record: name, expected: 'line items that can be totalled', actual };
    return;
  }
  const shown = (minor: bigint | null) =>
    minor === null ? 'nothing' : `${formatAmount(minor, currencyCode)} ${currencyCode}`;
  for (const [index, totals] of result.value.lines.entries()) {
    const line = invoice[index];
    const record = `${name}, line item ${index + 1}`;
    if (line === undefined) continue;
    if (line.position !== index + 1) {
      const [expected, actual] = [`position ${index + 1}`, `position ${line.position}`];
      yield { check, company, record, expected, actual };
    }
    for (const field of LINE_AMOUNTS) {
      if (line[field] === totals[field]) continue;
      const [expected, actual] = [shown(totals[field]), shown(line[field])];
      yield { check, company, record: `${record}, ${field}`, expected, actual };
    }
  }
  for (const field of INVOICE_AMOUNTS) {
    if (first[field] === result.value[field]) continue;
    const [expected, actual] = [shown(result.value[field]), shown(first[field])];
    yield { check, company, record: `${name}, ${field}`, expected, actual };
  }
}
