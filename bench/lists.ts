import {
  INVOICE_STATUSES,
  type InvoiceStatus,
} from '../backend/features/invoices/invoice.rules.ts';
import {
  type Client,
  INVOICE_COUNT,
  INVOICE_LIST,
  INVOICE_PAGE,
  INVOICES,
  type Variables,
} from './client.ts';
import { repeat, table } from './measure.ts';
import type { Subject } from './subject.ts';

export const ORDERS = ['ISSUE_DATE', 'DUE_DATE', 'NUMBER', 'TOTAL', 'BALANCE'] as const;
type Order = (typeof ORDERS)[number];
export const STATUSES = Object.keys(INVOICE_STATUSES) as InvoiceStatus[];

interface PageInfo {
  readonly endCursor: string | null;
}

const PAGE_SIZE = 25;
const FAR_PAGE = 1000;
const WALK = `query ($companyId: ID!, $after: String, $orderBy: InvoiceOrder) {
  company(id: $companyId) { invoices(first: 100, after: $after, orderBy: $orderBy) { pageInfo { endCursor } } }
}`;

export const orderBy = (field: Order, direction: 'ASC' | 'DESC' = 'DESC') => ({
  orderBy: { field, direction },
});

/** Filters by name, one of each kind: common and rare, indexed and sifted. */
export const filtersOf = (subject: Subject): Readonly<Record<string, Variables>> => ({
  'largest client': { clientId: subject.largestClientId },
  'another client': { clientId: subject.middleClientId },
  'largest client, overdue': { clientId: subject.largestClientId, statuses: ['OVERDUE'] },
  'everything open': { statuses: ['ISSUED', 'PARTIALLY_PAID', 'OVERDUE'] },
  'not overdue': { overdue: false },
  'due in one month': { dueFrom: '2025-03-01', dueTo: '2025-03-31' },
  'due by long ago': { dueTo: '2023-12-31' },
  'issued in one month': { issuedFrom: '2025-03-01', issuedTo: '2025-03-31' },
  'number INV-07001': { number: 'INV-07001' },
  'number INV-': { number: 'INV-' },
  'in EUR, 80,000.00 or more': { currencyCode: 'EUR', totalMin: '80000.00' },
  'search retention (common)': { search: 'retention' },
  'search Fairview (a client)': { search: 'Fairview' },
  'search INV-0500123 (one)': { search: 'INV-0500123' },
  'search nothing like it': { search: 'nothing like it' },
});

/** The cursor after so many pages, reached as anyone reaches it. */
async function cursorAfter(client: Client, companyId: string, pages: number, by: Variables) {
  let after: string | null = null;
  for (let read = 0; read < pages * PAGE_SIZE; read += 100) {
    const { data }: { data: { company: { invoices: { pageInfo: PageInfo } } } } =
      await client.execute(WALK, { companyId, after, ...by });
    after = data.company.invoices.pageInfo.endCursor;
  }
  return after;
}

/** Pages of the invoice list in every order, under every kind of filter, with and without a count. */
export async function benchLists(client: Client, subject: Subject, runs: number): Promise<void> {
  const { companyId } = subject;
  const page = (variables: Variables) =>
    repeat(runs, () => client.execute(INVOICES, { companyId, first: PAGE_SIZE, ...variables }));
  const count = (filter: Variables) =>
    repeat(runs, () => client.execute(INVOICE_COUNT, { companyId, filter }));

  const orders = table(
    'order',
    'first page',
    'p95',
    'page 1,000',
    'p95',
    'back from there',
    'last page',
  );
  for (const field of ORDERS) {
    const by = orderBy(field);
    const far = await cursorAfter(client, companyId, FAR_PAGE, by);
    const first = await page(by);
    const thousandth = await page({ ...by, after: far });
    const back = await page({ ...by, first: null, last: PAGE_SIZE, before: far });
    const last = await page({ ...by, first: null, last: PAGE_SIZE });
    orders(
      field,
      first.median,
      first.p95,
      thousandth.median,
      thousandth.p95,
      back.median,
      last.median,
    );
  }

  const statuses = table('status', ...ORDERS, 'slowest p95', 'count');
  for (const status of STATUSES) {
    const filter = { statuses: [status] };
    const pages = [];
    for (const field of ORDERS) pages.push(await page({ ...orderBy(field), filter }));
    const { median } = await count(filter);
    statuses(
      status,
      ...pages.map((one) => one.median),
      Math.max(...pages.map((one) => one.p95)),
      median,
    );
  }

  const filters = table('filter', 'latest first', 'p95', 'largest first', 'count', 'p95');
  for (const [name, filter] of Object.entries({ none: {}, ...filtersOf(subject) })) {
    const latest = await page({ filter });
    const largest = await page({ filter, ...orderBy('TOTAL') });
    const counted = await count(filter);
    filters(name, latest.median, latest.p95, largest.median, counted.median, counted.p95);
  }

  const pages = table('as the dashboard asks', 'median', 'p95');
  const list = await repeat(runs, () =>
    client.execute(INVOICE_LIST, { companyId, first: PAGE_SIZE }),
  );
  pages('the list with its count', list.median, list.p95);
  const one = await repeat(runs, () => client.execute(INVOICE_PAGE, { id: subject.paidInvoiceId }));
  pages('an invoice with payments and history', one.median, one.p95);
}
