import { type Invoice, Prisma } from '../../db/generated/sqlite/client.ts';
import { containsText } from '../../db/search.ts';
import { parseMoneyAmount } from '../../domain/money.ts';
import { decodeId, type NodeType } from '../../globalId.ts';
import type { ListScope, ListSource } from '../../graphql/connection.ts';
import { fault } from '../../graphql/faults.ts';
import { invoiceEntity } from './invoice.entity.ts';
import { INVOICE_STATUSES, type InvoiceStatus } from './invoice.rules.ts';

export interface InvoiceFilter {
  statuses?: readonly InvoiceStatus[] | null;
  clientId?: string | null;
  projectId?: string | null;
  number?: string | null;
  search?: string | null;
  issuedFrom?: string | null;
  issuedTo?: string | null;
  dueFrom?: string | null;
  dueTo?: string | null;
  overdue?: boolean | null;
  currencyCode?: string | null;
  totalMin?: string | null;
  totalMax?: string | null;
}

const STATUSES = Object.keys(INVOICE_STATUSES) as InvoiceStatus[];

export type InvoiceOrderField = 'DUE_DATE' | 'ISSUE_DATE' | 'NUMBER' | 'TOTAL' | 'BALANCE';

/** The same derivation as `invoiceStatus` in the rules, said in SQL; a test compares the two. */
function statusCondition(status: InvoiceStatus, today: string): Prisma.Sql {
  const open = Prisma.sql`state = 'ISSUED' AND balance_minor > 0`;
  switch (status) {
    case 'DRAFT':
      return Prisma.sql`state = 'DRAFT'`;
    case 'VOID':
      return Prisma.sql`state = 'VOID'`;
    case 'WRITTEN_OFF':
      return Prisma.sql`state = 'WRITTEN_OFF'`;
    case 'PAID':
      return Prisma.sql`(state = 'ISSUED' AND balance_minor <= 0)`;
    case 'OVERDUE':
      return Prisma.sql`(${open} AND due_date < ${today})`;
    case 'PARTIALLY_PAID':
      return Prisma.sql`(${open} AND due_date >= ${today} AND paid_minor > 0)`;
    case 'ISSUED':
      return Prisma.sql`(${open} AND due_date >= ${today} AND paid_minor <= 0)`;
  }
}

/**
 * What an invoice's row says of its status by itself, whatever day it is. The index of each order
 * begins with it, in these very words, so that a page of any status in any order is a range.
 */
const SETTLEMENT = Prisma.sql`CASE WHEN state = 'DRAFT' THEN 'DRAFT'
  WHEN state = 'VOID' THEN 'VOID' WHEN state = 'WRITTEN_OFF' THEN 'WRITTEN_OFF'
  WHEN balance_minor <= 0 THEN 'PAID' WHEN paid_minor > 0 THEN 'PARTIAL' ELSE 'UNPAID' END`;

/** The statuses that a settlement can show as: once its due date has passed, and until then. */
const SHOWN_AS: Readonly<Record<string, { late: InvoiceStatus; inTime: InvoiceStatus }>> = {
  DRAFT: { late: 'DRAFT', inTime: 'DRAFT' },
  VOID: { late: 'VOID', inTime: 'VOID' },
  WRITTEN_OFF: { late: 'WRITTEN_OFF', inTime: 'WRITTEN_OFF' },
  PAID: { late: 'PAID', inTime: 'PAID' },
  PARTIAL: { late: 'OVERDUE', inTime: 'PARTIALLY_PAID' },
  UNPAID: { late: 'OVERDUE', inTime: 'ISSUED' },
};

function amount(text: string, filter: InvoiceFilter): bigint {
  if (filter.currencyCode == null) {
    throw fault('BAD_USER_INPUT', 'totalMin and totalMax need a currencyCode beside them.');
  }
  const parsed = parseMoneyAmount(text, filter.currencyCode);
  if (!parsed.ok)
    throw fault('BAD_USER_INPUT', `"${text}" is no amount of ${filter.currencyCode}.`);
  return parsed.value.minor;
}

function reference(typeName: NodeType, globalId: string): number {
  // No row has id 0: an id of another type finds nothing, like any id that does not exist.
  return decodeId(typeName, globalId) ?? 0;
}

/** What a status filter leaves of the statuses. */
function isWanted({ statuses, overdue }: InvoiceFilter, status: InvoiceStatus): boolean {
  return (
    (statuses == null || statuses.includes(status)) &&
    (overdue == null || overdue === (status === 'OVERDUE'))
  );
}

/** The filter on statuses where another condition has narrowed the list already. */
function statusConditions(filter: InvoiceFilter, today: string): Prisma.Sql[] {
  if (filter.statuses == null && filter.overdue == null) return [];
  const wanted = STATUSES.filter((status) => isWanted(filter, status));
  if (wanted.length === 0) return [Prisma.sql`1 = 0`];
  const anyOf = wanted.map((status) => statusCondition(status, today));
  return [Prisma.sql`(${Prisma.join(anyOf, ' OR ')})`];
}

/** The part of a settlement that a status filter wants; null for none of it. */
function settled(
  filter: InvoiceFilter,
  settlement: string,
  { late, inTime }: { late: InvoiceStatus; inTime: InvoiceStatus },
  { today, order }: ListScope,
): Prisma.Sql[] | null {
  const isLate = isWanted(filter, late);
  const isInTime = isWanted(filter, inTime);
  if (!isLate && !isInTime) return null;
  const whole = Prisma.sql`${SETTLEMENT} = ${Prisma.raw(`'${settlement}'`)}`;
  if (isLate && isInTime) return [whole];
  return [whole, Prisma.sql`${dueDate(order)} ${Prisma.raw(isLate ? '<' : '>=')} ${today}`];
}

/**
 * The due date for a comparison. Written as the index has it, it narrows a range by due date; where
 * the order is another, the bare column lets that order's index sift its own entries.
 */
const dueDate = (order: string | null): Prisma.Sql =>
  order === null || order === 'DUE_DATE'
    ? Prisma.sql`COALESCE(due_date, '')`
    : Prisma.sql`due_date`;

function otherConditions(filter: InvoiceFilter, { companyId, order }: ListScope): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  if (filter.clientId != null) {
    conditions.push(Prisma.sql`client_id = ${reference('Client', filter.clientId)}`);
  }
  if (filter.projectId != null) {
    conditions.push(Prisma.sql`project_id = ${reference('Project', filter.projectId)}`);
  }
  if (filter.number != null) {
    // A range, not LIKE: both engines can serve it from the index whatever the collation.
    conditions.push(
      Prisma.sql`COALESCE(number, '') >= ${filter.number} AND COALESCE(number, '') < ${`${filter.number}\u{10FFFF}`}`,
    );
  }
  const search = filter.search?.trim() ?? '';
  if (search !== '') {
    const anyOf = ['number', 'purchase_order_number', 'memo'].map((column) =>
      containsText(column, search),
    );
    conditions.push(Prisma.sql`(${Prisma.join(anyOf, ' OR ')}
      OR client_id IN (SELECT clients.id FROM clients
        WHERE clients.company_id = ${companyId} AND ${containsText('clients.name', search)}))`);
  }
  const issueDate = Prisma.sql`COALESCE(issue_date, '')`;
  const dates = [
    [issueDate, '>=', filter.issuedFrom],
    [issueDate, '<=', filter.issuedTo],
    [dueDate(order), '>=', filter.dueFrom],
    [dueDate(order), '<=', filter.dueTo],
  ] as const;
  for (const [column, comparison, date] of dates) {
    if (date == null) continue;
    // A draft without the date is not in any period.
    conditions.push(Prisma.sql`${column} ${Prisma.raw(comparison)} ${date} AND ${column} > ''`);
  }
  if (filter.currencyCode != null) {
    conditions.push(Prisma.sql`currency_code = ${filter.currencyCode}`);
  }
  if (filter.totalMin != null) {
    conditions.push(Prisma.sql`total_minor >= ${amount(filter.totalMin, filter)}`);
  }
  if (filter.totalMax != null) {
    conditions.push(Prisma.sql`total_minor <= ${amount(filter.totalMax, filter)}`);
  }
  return conditions;
}

/** Nothing indexes the inside of a text, and no index begins with the currency. */
const isLong = ({ search, currencyCode }: InvoiceFilter): boolean =>
  search != null || currencyCode != null;

/** The invoices of a client or project, few enough to be sorted and sifted. */
export const invoiceList: ListSource<Invoice, InvoiceFilter, InvoiceOrderField> = {
  entity: invoiceEntity,
  from: Prisma.sql`invoices`,
  orders: {
    DUE_DATE: { expression: Prisma.sql`COALESCE(due_date, '')`, type: 'text' },
    ISSUE_DATE: { expression: Prisma.sql`COALESCE(issue_date, '')`, type: 'text' },
    NUMBER: { expression: Prisma.sql`COALESCE(number, '')`, type: 'text' },
    TOTAL: { expression: Prisma.sql`total_minor`, type: 'integer' },
    BALANCE: { expression: Prisma.sql`balance_minor`, type: 'integer' },
  },
  defaultOrder: { field: 'ISSUE_DATE', direction: 'DESC' },
  conditions: (filter, scope) => [
    ...statusConditions(filter, scope.today),
    ...otherConditions(filter, scope),
  ],
  isLong,
};

/**
 * Whether to read the rows one after the other, as they lie in the table: to count what no index
 * narrows, or to find a rare text, which in the order of amounts would jump all over the table.
 */
const isScanned = (filter: InvoiceFilter, order: string | null): boolean => {
  const { search, currencyCode, totalMin } = filter;
  if (search != null) return order === null || order === 'TOTAL' || order === 'BALANCE';
  return order === null && currencyCode != null && totalMin == null;
};

const hasOwner = ({ clientId, projectId }: InvoiceFilter): boolean =>
  clientId != null || projectId != null;

/** All invoices of a company: a million of them, read in ranges of the index of the order. */
export const companyInvoiceList: typeof invoiceList = {
  ...invoiceList,
  conditions: (filter, scope) => [
    ...invoiceList.conditions(filter, scope),
    // Leads to the one index whose entries are in the order of the table.
    ...(isScanned(filter, scope.order) && !hasOwner(filter) ? [Prisma.sql`id > 0`] : []),
  ],
  ranges(filter, scope) {
    const { order } = scope;
    const isWhole = Object.values(filter).every((value) => value == null);
    if (hasOwner(filter) || isScanned(filter, order) || (order === null && isWhole)) return null;
    const others = otherConditions(filter, scope);
    // Nothing falls due before its issue, so a period of due dates ends one of issue dates too.
    const issuedBefore =
      order === 'ISSUE_DATE' && filter.dueTo != null
        ? [Prisma.sql`COALESCE(issue_date, '') <= ${filter.dueTo}`]
        : [];
    const ranges = Object.entries(SHOWN_AS).flatMap(([settlement, shownAs]) => {
      const conditions = settled(filter, settlement, shownAs, scope);
      if (conditions === null) return [];
      // A draft's dates are not checked yet.
      return [[...conditions, ...others, ...(settlement === 'DRAFT' ? [] : issuedBefore)]];
    });
    return ranges.length === 0 ? null : ranges;
  },
};
