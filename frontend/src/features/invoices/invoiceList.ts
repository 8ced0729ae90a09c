import type {
  InvoiceFilter,
  InvoiceOrder,
  InvoiceOrderField,
  InvoiceStatus,
} from '../../gql/generated.ts';
import { STATUS_LABELS } from '../../lib/labels.ts';

const ORDER_FIELDS: readonly string[] = [
  'DUE_DATE',
  'ISSUE_DATE',
  'NUMBER',
  'TOTAL',
  'BALANCE',
] satisfies InvoiceOrderField[];

const isOrderField = (text: string | null): text is InvoiceOrderField =>
  text !== null && ORDER_FIELDS.includes(text);

export const isStatus = (text: string): text is InvoiceStatus => text in STATUS_LABELS;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const day = (params: URLSearchParams, name: string): string | null => {
  const text = params.get(name);
  return text !== null && DAY.test(text) ? text : null;
};

/** The list's filter, all of it in the URL: a link or the back button shows the same list. */
export function filterFrom(params: URLSearchParams): InvoiceFilter {
  const statuses = params.getAll('status').filter(isStatus);
  return {
    statuses: statuses.length === 0 ? null : statuses,
    clientId: params.get('client'),
    search: params.get('search'),
    dueFrom: day(params, 'dueFrom'),
    dueTo: day(params, 'dueTo'),
  };
}

export function orderFrom(params: URLSearchParams): InvoiceOrder {
  const field = params.get('sort');
  return {
    field: isOrderField(field) ? field : 'ISSUE_DATE',
    direction: params.get('direction') === 'ASC' ? 'ASC' : 'DESC',
  };
}

export const hasFilter = (params: URLSearchParams): boolean =>
  Object.values(filterFrom(params)).some((value) => value !== null);

/** A changed filter or order starts at the first page: a cursor belongs to its list. */
export function withParams(
  params: URLSearchParams,
  changes: Readonly<Record<string, string | readonly string[] | null>>,
): URLSearchParams {
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
