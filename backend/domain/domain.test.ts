import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundaries, bucketIndex, buckets } from './ageing.ts';
import { addDays, civilDateIn, daysBetween, isCivilDate } from './civilDate.ts';
import { divideHalfUp } from './decimal.ts';
import { formatNumber, isNumberFormat } from './documentNumber.ts';
import { allocationEffectiveOn, balanceAsOf, type LedgerEntry } from './ledger.ts';
import { add, allocate, formatAmount, parseMoneyAmount } from './money.ts';
import { dueDateFor, parseTerms } from './terms.ts';

describe('rounding', () => {
  it('rounds half away from zero', () => {
    expect(divideHalfUp(125n, 10n)).toBe(13n);
    expect(divideHalfUp(-125n, 10n)).toBe(-13n);
    expect(divideHalfUp(124n, 10n)).toBe(12n);
  });

  it('treats both signs alike', () => {
    fc.assert(
      fc.property(
        fc.bigInt(),
        fc.bigInt({ min: 1n, max: 10n ** 12n }),
        (numerator, denominator) => {
          expect(divideHalfUp(-numerator, denominator)).toBe(-divideHalfUp(numerator, denominator));
        },
      ),
    );
  });
});

describe('money', () => {
  it('reads and writes exactly the currency’s digits', () => {
    expect(parseMoneyAmount('1234.5', 'USD')).toEqual({
      ok: true,
      value: { minor: 123_450n, currency: 'USD' },
    });
    expect(formatAmount(123_450n, 'USD')).toBe('1234.50');
    expect(formatAmount(-5n, 'KWD')).toBe('-0.005');
    expect(formatAmount(111n, 'JPY')).toBe('111');
    expect(parseMoneyAmount('1.005', 'USD').ok).toBe(false);
    expect(parseMoneyAmount('1.5', 'JPY').ok).toBe(false);
  });

  it('refuses to add two currencies', () => {
    expect(() => add({ minor: 1n, currency: 'USD' }, { minor: 1n, currency: 'EUR' })).toThrow(
      TypeError,
    );
  });

  it('reads back what it wrote', () => {
    const minor = fc.bigInt({ min: -9n * 10n ** 12n, max: 9n * 10n ** 12n });
    fc.assert(
      fc.property(minor, fc.constantFrom('USD', 'JPY', 'KWD'), (amount, currency) => {
        expect(parseMoneyAmount(formatAmount(amount, currency), currency)).toEqual({
          ok: true,
          value: { minor: amount, currency },
        });
      }),
    );
  });

  it('spreads everything and nothing more, each share within one unit of its due', () => {
    const weight = fc.bigInt({ min: 0n, max: 10n ** 9n });
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
        fc.array(weight, { minLength: 1 }),
        (total, weights) => {
          const parts = allocate(total, weights);
          expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(total);
          const sum = weights.reduce((all, one) => all + one, 0n);
          if (sum === 0n) return;
          for (const [index, part] of parts.entries()) {
            const error = part * sum - total * (weights[index] ?? 0n);
            expect(error < sum && error > -sum).toBe(true);
          }
        },
      ),
    );
  });
});

describe('civil dates and terms', () => {
  it('knows the days that exist', () => {
    expect(['2026-02-29', '2026-13-01', '2026-1-1', '2024-02-29'].map(isCivilDate)).toEqual([
      false,
      false,
      false,
      true,
    ]);
    expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1);
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
  });

  it('takes the day from the zone', () => {
    const instant = new Date('2026-08-01T02:00:00Z');
    expect(civilDateIn(instant, 'America/New_York')).toBe('2026-07-31');
    expect(civilDateIn(instant, 'Europe/Vienna')).toBe('2026-08-01');
  });

  it.each([
    ['NET_30', '2026-01-31', '2026-03-02'],
    ['EOM_15', '2026-02-10', '2026-03-15'],
    ['DAY_31', '2026-01-15', '2026-02-28'],
    ['DAY_10', '2026-12-31', '2027-01-10'],
    ['ON_RECEIPT', '2026-01-15', '2026-01-15'],
  ])('%s from %s is %s', (terms, issued, due) => {
    const parsed = parseTerms(terms);
    expect(parsed === null ? null : dueDateFor(parsed, issued)).toBe(due);
  });

  it('refuses terms that are none', () => {
    expect(['DAY_0', 'DAY_32', 'NET_-1', 'NET', ''].map(parseTerms)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('document numbers', () => {
  it('writes the tokens', () => {
    const of = { sequence: 42, issueDate: '2026-07-31', projectCode: 'P1' };
    expect(formatNumber('INV-{SEQ:5}', of)).toBe('INV-00042');
    expect(formatNumber('{YYYY}/{MM}/{PROJECT}-{SEQ}', of)).toBe('2026/07/P1-42');
  });

  it('wants exactly one sequence', () => {
    expect(['INV-{SEQ:5}', '{SEQ}{SEQ}', 'INV', '{SEQ}{DAY}'].map(isNumberFormat)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('ageing buckets', () => {
  it('puts the domain’s table where it says', () => {
    const due = [
      '2026-08-01',
      '2026-07-31',
      '2026-07-30',
      '2026-07-01',
      '2026-06-30',
      '2026-06-01',
      '2026-05-31',
      '2026-05-02',
      '2026-05-01',
    ];
    const labels = due.map(
      (date) =>
        buckets([30, 60, 90])[bucketIndex(daysBetween(date, '2026-07-31'), [30, 60, 90])]?.label,
    );
    expect(labels).toEqual([
      'CURRENT',
      'CURRENT',
      '1–30',
      '1–30',
      '31–60',
      '31–60',
      '61–90',
      '61–90',
      '90+',
    ]);
  });

  it('has boundaries that agree with the days, without gap or overlap', () => {
    const points = fc
      .uniqueArray(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 6 })
      .map((all) => all.sort((a, b) => a - b));
    fc.assert(
      fc.property(points, fc.integer({ min: -50, max: 500 }), (cutPoints, days) => {
        const asOf = '2026-07-31';
        const date = addDays(asOf, -days);
        const dates = boundaries(asOf, cutPoints);
        const found = dates.findIndex((from) => date >= from);
        expect(found === -1 ? dates.length : found).toBe(bucketIndex(days, cutPoints));
      }),
    );
  });
});

describe('the ledger', () => {
  it('gives the domain’s balances of the invoice of 2,500.00', () => {
    const entry = (
      kind: LedgerEntry['kind'],
      amountMinor: bigint,
      effectiveOn: string,
    ): LedgerEntry => ({
      kind,
      amountMinor,
      effectiveOn,
      recordedAt: new Date(`${effectiveOn}T12:00:00Z`),
    });
    const entries = [
      entry('ISSUED', 250_000n, '2026-02-10'),
      entry('PAYMENT', -100_000n, '2026-03-20'),
      entry('PAYMENT', -70_000n, '2026-04-02'),
      entry('PAYMENT_REVERSED', 70_000n, '2026-04-09'),
    ];
    const dates = ['2026-02-09', '2026-03-12', '2026-03-25', '2026-04-05', '2026-04-15'];
    expect(dates.map((date) => balanceAsOf(entries, date))).toEqual([
      0n,
      250_000n,
      150_000n,
      80_000n,
      150_000n,
    ]);
    expect(allocationEffectiveOn('2026-01-01', '2026-02-10')).toBe('2026-02-10');
  });
});
