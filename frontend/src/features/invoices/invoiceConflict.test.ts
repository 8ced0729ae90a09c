import { describe, expect, it } from 'vitest';
import { formatDay } from '../../lib/dates.ts';
import { conflicts, mergeVersions, type Side } from './invoiceConflict.ts';
import { emptyInvoice, emptyLine, type InvoiceValues } from './invoiceForm.ts';

const line = (lineId: string | null, description: string) => ({
  ...emptyLine(),
  lineId,
  description,
  unitPrice: '5',
});
const base: InvoiceValues = {
  ...emptyInvoice('2026-07-01', 'USD'),
  client: { id: 'c1', name: 'Harbor' },
  lineItems: [line('a', 'Walls'), line('b', 'Roof')],
};
const yours: InvoiceValues = {
  ...base,
  memo: 'Mine',
  lineItems: [line('a', 'Walls, painted'), line('b', 'Roof'), line(null, 'Doors')],
};
const theirs: InvoiceValues = {
  ...base,
  dueDate: '2026-08-01',
  lineItems: [line('a', 'Walls'), line('c', 'Floor')],
};
const found = conflicts(base, yours, theirs);
const suggested: Record<string, Side> = Object.fromEntries(
  found.map((one) => [one.key, one.suggested]),
);

describe('two versions of one draft', () => {
  it('names each difference and who made it', () => {
    expect(suggested).toEqual({
      dueDate: 'theirs',
      memo: 'yours',
      'line:a': 'yours',
      'line:c': 'theirs',
      'line:b': 'theirs',
      'line:new-0': 'yours',
    });
  });

  it('marks what both changed', () => {
    const memos = conflicts(base, yours, { ...theirs, memo: 'Theirs' });
    const both = memos.filter((one) => one.changedByBoth).map((one) => one.key);
    expect(both).toEqual(['memo']);
  });

  it('keeps what each side did', () => {
    const merged = mergeVersions(yours, theirs, suggested);
    expect(merged).toMatchObject({ memo: 'Mine', dueDate: '2026-08-01' });
    expect(merged.lineItems.map((one) => one.description)).toEqual([
      'Walls, painted',
      'Floor',
      'Doors',
    ]);
  });

  it('brings back a line they removed, as a new one', () => {
    const merged = mergeVersions(yours, theirs, { ...suggested, 'line:b': 'yours' });
    expect(merged.lineItems.find((one) => one.description === 'Roof')?.lineId).toBeNull();
  });

  it('tells two clients of one name apart, and says dates as a person reads them', () => {
    const other = { id: 'c2', name: 'Harbor' };
    const [client, issueDate] = conflicts(
      base,
      { ...base, client: other },
      {
        ...base,
        issueDate: '2026-07-02',
      },
    );
    expect(client).toMatchObject({ key: 'client', suggested: 'yours', yours: 'Harbor' });
    expect(issueDate).toMatchObject({
      yours: formatDay('2026-07-01'),
      theirs: formatDay('2026-07-02'),
    });
  });

  it('is theirs when all of theirs is taken, and finds nothing more to decide', () => {
    const all = Object.fromEntries(found.map((one) => [one.key, 'theirs' as const]));
    expect(mergeVersions(yours, theirs, all)).toEqual(theirs);
    expect(conflicts(base, theirs, theirs)).toEqual([]);
  });
});
