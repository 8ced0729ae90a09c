import { type Invoice, Prisma } from '../../db/generated/sqlite/client.ts';
import { containsText } from '../../db/search.ts';
import { parseMoneyAmount } from '../../domain/money.ts';
import { decodeId, type NodeType } from '../../globalId.ts';
import type { ListScope, ListSource } from '../../graphql/connection.ts';
import { fault } from '../../graphql/faults.ts';
import { invoiceEntity } from './invoice.entity.ts';
import type { InvoiceStatus } from './invoice.rules.ts';

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

function invoiceConditions(filter: InvoiceFilter, { companyId, today }: ListScope): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  if (filter.statuses != null) {
    conditions.push(
      filter.statuses.length === 0
        ? Prisma.sql`1 = 0`
        : Prisma.sql`(${Prisma.join(
            filter.statuses.map((status) => statusCondition(status, today)),
            ' OR ',
          )})`,
    );
  }
  if (filter.overdue != null) {
    const overdue = statusCondition('OVERDUE', today);
    conditions.push(filter.overdue ? overdue : Prisma.sql`NOT COALESCE(${overdue}, FALSE)`);
  }
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
  const dates = [
    ['issue_date', '>=', filter.issuedFrom],
    ['issue_date', '<=', filter.issuedTo],
    ['due_date', '>=', filter.dueFrom],
    ['due_date', '<=', filter.dueTo],
  ] as const;
  for (const [column, comparison, date] of dates) {
    if (date == null) continue;
    conditions.push(
      Prisma.sql`(COALESCE(${Prisma.raw(column)}, '') ${Prisma.raw(comparison)} ${date} AND ${Prisma.raw(column)} IS NOT NULL)`,
    );
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

/** Invoices in every list: of a company, a client, a project. Each order has its index. */
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
  conditions: invoiceConditions,
  // Nothing indexes the inside of a text.
  isLong: ({ search }) => search != null,
};
