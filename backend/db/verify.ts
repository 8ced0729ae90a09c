import { z } from 'zod';
import { formatAmount } from '../domain/money.ts';
import type { Database } from './database.ts';
import { Prisma } from './generated/sqlite/client.ts';
import { CHECKS } from './verify.checks.ts';
import { NumberCheck } from './verify.numbers.ts';
import { storedInvoices, totalsDifferences } from './verify.totals.ts';

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

async function* differences(db: Database, limit: number): AsyncGenerator<Difference> {
  for (const [check, statement] of Object.entries(CHECKS)) {
    const limited = Prisma.sql`SELECT * FROM (${statement}) differences LIMIT ${limit}`;
    for (const { company, record, currency, expected, actual } of await db.report(limited, row)) {
      yield {
        ...{ check, company, record },
        expected: shown(expected, currency),
        actual: shown(actual, currency),
      };
    }
  }
  const numbers = await NumberCheck.begin(db);
  for await (const invoice of storedInvoices(db)) {
    yield* totalsDifferences(invoice);
    const [{ company, number, issueDate }] = invoice;
    if (number !== null) numbers.note(company, number, issueDate ?? '');
  }
  yield* numbers.differences();
}

/**
 * Recomputes every stored balance, total, date and number from what it follows from. Reads the
 * invoices in batches: a book of any size fits in memory, and others may go on writing.
 * @param limit how many differences of a check are told.
 */
export async function verify(db: Database, limit = 100): Promise<Difference[]> {
  const told = new Map<string, Difference[]>();
  for await (const one of differences(db, limit)) {
    const known = told.get(one.check) ?? [];
    if (known.length < limit) told.set(one.check, [...known, one]);
  }
  return [...told.values()].flat();
}
