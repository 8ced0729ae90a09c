import { describe, expect, it } from 'vitest';
import {
  filterCount,
  filterFrom,
  lateness,
  NO_FILTER,
  orderFrom,
  withParams,
} from './invoiceList.ts';

const at = (query: string) => new URLSearchParams(query);

describe('the invoice list in its address', () => {
  it('reads filters, and nothing the API would refuse', () => {
    const params = at('status=OVERDUE&status=LATE&dueFrom=2026-02-30&dueTo=2026-03-31&client=c1');
    expect(filterFrom(params)).toEqual({
      statuses: ['OVERDUE'],
      clientId: 'c1',
      search: null,
      dueFrom: null,
      dueTo: '2026-03-31',
    });
    expect(filterCount(params)).toBe(3);
    expect(orderFrom(at('sort=PRICE'))).toEqual({ field: 'ISSUE_DATE', direction: 'DESC' });
  });

  it('starts a changed list at its first page', () => {
    const changed = withParams(at('after=x&sort=TOTAL&search=roof'), { status: ['PAID', 'VOID'] });
    expect(changed.toString()).toBe('sort=TOTAL&search=roof&status=PAID&status=VOID');
    expect(withParams(changed, NO_FILTER).toString()).toBe('sort=TOTAL');
  });

  it('says how late an invoice is only when it is', () => {
    expect([null, -3, 0, 1, 12].map(lateness)).toEqual([
      null,
      null,
      null,
      '1 day late',
      '12 days late',
    ]);
  });
});
