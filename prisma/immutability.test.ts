import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verify } from '../backend/db/verify.ts';
import {
  type Books,
  connectRaw,
  contentOf,
  createBooks,
  type RawConnection,
  withIds,
} from '../backend/test/books.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../backend/test/testDatabase.ts';
import {
  type Attempt,
  COUNTERS,
  FROZEN_LINES,
  INVOICES,
  LEDGER,
  LINES,
  line,
  PAYMENTS,
  REPLACEMENTS,
  TRUNCATIONS,
} from './immutability.attempts.ts';

describe.each(ENGINES)('the books on %s', (engine) => {
  let db: TestDatabase;
  let raw: RawConnection;
  let ids: Books & { otherCompany: number; otherClient: number };
  let before: string;
  beforeAll(async () => {
    db = await createTestDatabase(engine);
    const other = await createBooks(db);
    ids = { ...(await createBooks(db)), otherCompany: other.company, otherClient: other.client };
    raw = await connectRaw(db.url);
    before = await contentOf(raw);
  });
  afterAll(async () => {
    await raw.close();
    await db.close();
  });

  const attempts = (title: string, list: readonly Attempt[]) =>
    describe(title, () => {
      it.each(list.map(([sql, refusal]) => ({ sql, refusal })))(
        '$sql',
        async ({ sql, refusal }) => {
          await expect(raw.run(withIds(sql, ids))).rejects.toThrow(refusal);
          expect(await contentOf(raw)).toBe(before);
        },
      );
    });

  attempts('keep every entry of the ledger, allocation and change of a due date:', LEDGER);
  attempts('keep every payment:', PAYMENTS);
  attempts('keep every issued invoice and its lifecycle:', INVOICES);
  attempts('keep the line items of an issued invoice:', LINES);
  attempts('keep the numbers that were given:', COUNTERS);
  if (engine === 'sqlite') attempts('let no row be replaced:', REPLACEMENTS);
  if (engine === 'postgresql') {
    attempts('let no table be truncated:', TRUNCATIONS);

    it('do not mistake a temporary table for their own', async () => {
      const temporary = await connectRaw(db.url);
      await temporary.run(
        `CREATE TEMPORARY TABLE invoices AS SELECT id, 'DRAFT'::text AS state FROM public.invoices`,
      );
      await expect(temporary.run(withIds(line('issued', 2), ids))).rejects.toThrow(FROZEN_LINES);
      await temporary.close();
    });

    it('let a new line wait for an issue under way, and then refuse it', async () => {
      const issuing = await connectRaw(db.url);
      await issuing.run('BEGIN');
      await issuing.run(
        withIds(
          `UPDATE invoices SET state = 'ISSUED', number = 'X', issue_date = '2026-02-10',
            due_date = '2026-02-10', parties = '{}', issued_at = now(), balance_minor = total_minor
            WHERE id = :draft`,
          ids,
        ),
      );
      const added = raw.run(withIds(line('draft', 2), ids)).catch((error: Error) => error.message);
      const waiting = `SELECT COUNT(*)::int AS n FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      await expect.poll(() => issuing.run(waiting)).toEqual([{ n: 1 }]);
      await issuing.run('COMMIT');
      expect(await added).toContain(FROZEN_LINES);
      await issuing.close();
    });
  }
});

describe.each(ENGINES)('the guards on %s', (engine) => {
  it('let pass what the use cases do', async () => {
    const db = await createTestDatabase(engine);
    await createBooks(db);
    expect(await verify(db)).toEqual([]);
    await db.close();
  });
});
