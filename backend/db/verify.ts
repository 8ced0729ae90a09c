import { z } from 'zod';
import { formatAmount } from '../domain/money.ts';
import type { Database } from './database.ts';
import { Prisma } from './generated/sqlite/client.ts';
import { CHECKS } from './verify.checks.ts';
import { NUMBERS, NumberCheck } from './verify.numbers.ts';
import { storedInvoices, TOTALS, totalsDifferences } from './verify.totals.ts';

/** Something stored that does not agree with what it should follow from. */
export interface Difference {
  /** What should agree. */
  readonly check: string;
  readonly company: number;
  readonly record: string;
  readonly expected: string;
  readonly actual: string;
}

const row = z.object({
  company: z.coerce.number(),
  record: z.string(),
  /** Of the amounts in the texts; null where there are none. */
  currency: z.string().nullable(),
  expected: z.string().nullable(),
  actual: z.string().nullable(),
});

const shown = (text: string | null, currency: string | null): string =>
  (text ?? 'nothing').replace(/\{(-?\d+)\}/g, (_, minor: string) =>
    currency === null ? minor : `${formatAmount(BigInt(minor), currency)} ${currency}`,
  );

/** What a check found. */
export interface Verified {
  readonly check: string;
  /** The first ones; empty where everything agrees. */
  readonly differences: readonly Difference[];
}

/**
 * Recomputes every stored balance, total, date and number from what it follows from. Reads the
 * invoices in batches: a book of any size fits in memory, and others may go on writing.
 * @param limit how many differences of a check are told.
 */
export async function* verifyEach(db: Database, limit = 100): AsyncGenerator<Verified> {
  for (const [check, statement] of Object.entries(CHECKS)) {
    const limited = Prisma.sql`SELECT * FROM (${statement}) differences LIMIT ${limit}`;
    const found = await db.report(limited, row);
    const differences = found.map(({ company, record, currency, expected, actual }) => ({
      ...{ check, company, record },
      expected: shown(expected, currency),
      actual: shown(actual, currency),
    }));
    yield { check, differences };
  }
  const totals: Difference[] = [];
  const numbers: Difference[] = [];
  const note = (list: Difference[], one: Difference) => {
    if (list.length < limit) list.push(one);
  };
  const series = await NumberCheck.begin(db);
  for await (const invoice of storedInvoices(db)) {
    for (const one of totalsDifferences(invoice)) note(totals, one);
    const [{ company, number, issueDate }] = invoice;
    if (number !== null) series.note(company, number, issueDate ?? '');
  }
  for await (const one of series.differences()) note(numbers, one);
  yield { check: TOTALS, differences: totals };
  yield { check: NUMBERS, differences: numbers };
}

/** Every difference that `verifyEach` finds. */
export async function verify(db: Database, limit = 100): Promise<Difference[]> {
  const all: Difference[] = [];
  for await (const { differences } of verifyEach(db, limit)) all.push(...differences);
  return all;
}
