import { addDays, type CivilDate, dayOfMonth, endOfMonth } from './civilDate.ts';

/** When an invoice falls due: NET n, EOM + n, DAY d of the following month, or on receipt. */
export type Terms =
  | { readonly kind: 'NET'; readonly days: number }
  | { readonly kind: 'EOM'; readonly days: number }
  | { readonly kind: 'DAY'; readonly day: number }
  | { readonly kind: 'ON_RECEIPT' };

/** Reads the stored text: NET_30, EOM_15, DAY_10, ON_RECEIPT; null when it is none. */
export function parseTerms(text: string): Terms | null {
  if (text === 'ON_RECEIPT') return { kind: 'ON_RECEIPT' };
  const [, kind, digits] = /^(NET|EOM|DAY)_(\d{1,3})$/.exec(text) ?? [];
  const number = Number(digits);
  if (kind === 'DAY') return number >= 1 && number <= 31 ? { kind, day: number } : null;
  if (kind !== 'NET' && kind !== 'EOM') return null;
  return number <= 365 ? { kind, days: number } : null;
}

export function dueDateFor(terms: Terms, issueDate: CivilDate): CivilDate {
  switch (terms.kind) {
    case 'NET':
      return addDays(issueDate, terms.days);
    case 'EOM':
      return addDays(endOfMonth(issueDate), terms.days);
    case 'DAY':
      return dayOfMonth(issueDate, 1, terms.day);
    case 'ON_RECEIPT':
      return issueDate;
  }
}
