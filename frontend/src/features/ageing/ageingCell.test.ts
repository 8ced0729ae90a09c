import { describe, expect, it } from 'vitest';
import type { Report } from './AgeingTable.tsx';
import { cellVariables, isSameRow } from './ageingCell.ts';

const money = { amount: '1.00', currencyCode: 'USD' };
const row = (id: string) => ({
  client: { id, name: id },
  project: null,
  currencyCode: 'USD',
  amounts: [money],
  total: money,
});
const report = (hasPreviousPage: boolean, ...ids: string[]): Report => ({
  asOf: '2026-07-31',
  basis: 'DUE_DATE',
  buckets: [{ label: 'CURRENT' }],
  totals: [],
  rows: {
    edges: ids.map((id) => ({ cursor: `at-${id}`, node: row(id) })),
    pageInfo: { hasNextPage: false, hasPreviousPage, startCursor: null, endCursor: null },
    totalCount: ids.length,
  },
});
const place = { companyId: 'co', basis: 'DUE_DATE', groupBy: 'CLIENT', pageAfter: null } as const;
const cell = (index: number) => ({ index, bucket: 0, title: '' });

describe('the row behind a cell', () => {
  it('is the first one after the row above it', () => {
    expect(cellVariables(report(false, 'a', 'b'), cell(1), place)).toEqual({
      companyId: 'co',
      basis: 'DUE_DATE',
      groupBy: 'CLIENT',
      asOf: '2026-07-31',
      bucket: 0,
      firstRow: 1,
      after: 'at-a',
    });
  });

  it('is the first of all on top of the first page, and the first after the cursor of a later one', () => {
    const top = cellVariables(report(false, 'a', 'b'), cell(0), place);
    expect(top).toMatchObject({ firstRow: 1, after: null });
    const later = cellVariables(report(true, 'c'), cell(0), { ...place, pageAfter: 'at-b' });
    expect(later).toMatchObject({ firstRow: 1, after: 'at-b' });
  });

  it('is the last one before the row below, on top of a page reached backwards', () => {
    const top = cellVariables(report(true, 'c', 'd'), cell(0), place);
    expect(top).toMatchObject({ lastRow: 1, before: 'at-d' });
  });

  it('is not shown when another row came in its place', () => {
    const came = { client: { id: 'a' }, project: null, currencyCode: 'USD' };
    expect(isSameRow(row('a'), came)).toBe(true);
    expect(isSameRow(row('b'), came)).toBe(false);
    expect(isSameRow(row('a'), { ...came, currencyCode: 'EUR' })).toBe(false);
  });
});
