import { isCivilDate } from '../../../../backend/domain/civilDate.ts';
import type { SortDirection } from '../../components/SortHeader.tsx';
import type {
  InvoiceFilter,
  InvoiceOrder,
  InvoiceOrderField,
  InvoiceStatus,
} from '../../gql/generated.ts';
import { STATUS_LABELS } from '../../lib/labels.ts';

/** What the list can be sorted by, and which end comes first when one begins to. */
export const ORDERS: Record<InvoiceOrderField, { label: string; first: SortDirection }> = {
  NUMBER: { label: 'Number', first: 'DESC' },
  ISSUE_DATE: { label: 'Issued', first: 'DESC' },
  DUE_DATE: { label: 'Due', first: 'ASC' },
  TOTAL: { label: 'Total', first: 'DESC' },
  BALANCE: { label: 'Balance due', first: 'DESC' },
};

const isOrderField = (text: string): text is InvoiceOrderField => text in ORDERS;

const isStatus = (text: string): text is InvoiceStatus => text in STATUS_LABELS;

const day = (params: URLSearchParams, name: string): string | null => {
  const text = params.get(name);
  return text !== null && isCivilDate(text) ? text : null;
};

/** The list's filter, all of it in the URL: a link or the back button shows the same list. */
export function filterFrom(params: URLSearchParams) {
  const statuses = params.getAll('status').filter(isStatus);
  return {
    statuses: statuses.length === 0 ? null : statuses,
    clientId: params.get('client'),
    search: params.get('search'),
    dueFrom: day(params, 'dueFrom'),
    dueTo: day(params, 'dueTo'),
  } satisfies InvoiceFilter;
}

export function orderFrom(params: URLSearchParams): InvoiceOrder {
  const field = params.get('sort') ?? '';
  return {
    field: isOrderField(field) ? field : 'ISSUE_DATE',
    direction: params.get('direction') === 'ASC' ? 'ASC' : 'DESC',
  };
}

/** How many filters are set. */
export const filterCount = (params: URLSearchParams): number =>
  Object.values(filterFrom(params)).filter((value) => value !== null).length;

export type Changes = Readonly<Record<string, string | readonly string[] | null>>;

export const NO_FILTER: Changes = {
  search: null,
  status: null,
  client: null,
  dueFrom: null,
  dueTo: null,
};

/** A changed filter or order starts at the first page: a cursor belongs to its list. */
export function withParams(params: URLSearchParams, changes: Changes): URLSearchParams {
  const next = new URLSearchParams(params);
  next.delete('after');
  next.delete('before');
  for (const [name, value] of Object.entries(changes)) {
    next.delete(name);
    for (const one of typeof value === 'string' ? [value] : (value ?? [])) {
      if (one !== '') next.append(name, one);
    }
  }
  return next;
}

/** "6 days late"; null when it is not. */
export const lateness = (daysPastDue: number | null): string | null =>
  daysPastDue === null || daysPastDue <= 0
    ? null
    : `${daysPastDue} ${daysPastDue === 1 ? 'day' : 'days'} late`;
