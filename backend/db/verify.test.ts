import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { connectRaw, createBooks, disarm, type RawConnection, withIds } from '../test/books.ts';
import { createCompany, createDraft, createIssued } from '../test/factories.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../test/testDatabase.ts';
import { CHECKS } from './verify.checks.ts';
import { NUMBERS } from './verify.numbers.ts';
import { PLANTS } from './verify.plants.ts';
import { TOTALS } from './verify.totals.ts';
import { type Difference, verify } from './verify.ts';

const TABLES = [
  ...['companies', 'projects', 'invoices', 'invoice_line_items', 'payments', 'invoice_payments'],
  ...['receivable_entries', 'invoice_due_date_changes', 'document_counters'],
];
/** Differences as the plants write them. */
const toldBy = (differences: readonly Difference[]) =>
  differences.map(
    ({ check, record, expected, actual }) => `${check}: ${record}: ${expected} → ${actual}`,
  );

describe.each(ENGINES)('the verification on %s', (engine) => {
  let db: TestDatabase;
  let raw: RawConnection;
  let ids: Record<string, number>;
  const run = (sql: string) => raw.run(withIds(sql, ids));

  beforeAll(async () => {
    db = await createTestDatabase(engine);
    ids = await createBooks(db);
    raw = await connectRaw(db.url);
    await disarm(raw, engine);
    await run('DROP INDEX invoices_company_id_number_key');
    for (const table of TABLES) await run(`CREATE TABLE kept_${table} AS SELECT * FROM ${table}`);
  });
  afterEach(async () => {
    for (const table of TABLES) {
      await run(`DELETE FROM ${table}`);
      await run(`INSERT INTO ${table} SELECT * FROM kept_${table}`);
    }
    expect(await verify(db)).toEqual([]);
  });
  afterAll(async () => {
    await raw.close();
    await db.close();
  });

  it('finds nothing in healthy books', async () => {
    expect(await verify(db)).toEqual([]);
  });

  it.each(PLANTS)('finds %s', async (sql, ...tells) => {
    await run(sql);
    const found = await verify(db);
    expect(toldBy(found)).toEqual(tells);
    expect(found.every(({ company }) => company === ids.company)).toBe(true);
  });

  it('has no check that finds none of these', () => {
    const told = PLANTS.flatMap(([, ...tells]) => tells);
    const checks = [...Object.keys(CHECKS), TOTALS, NUMBERS];
    expect(checks.filter((check) => !told.some((line) => line.startsWith(check)))).toEqual([]);
  });

  it('tells only so many differences of a check', async () => {
    await run('UPDATE invoices SET balance_minor = balance_minor + 1');
    expect(await verify(db, 2)).toHaveLength(2);
    await run('UPDATE invoice_line_items SET gross_minor = gross_minor + 1');
    expect(await verify(db, 3)).toHaveLength(6);
  });

  describe('of numbers', () => {
    const format = (text: string) => run(`UPDATE companies SET invoice_number_format = '${text}'`);
    const gap = 'UPDATE document_counters SET next = next + 1';

    it('reads the tokens of the format', async () => {
      await format('{YYYY}{MM}{SEQ:3}/{PROJECT}');
      for (const [sequence, project] of ['', 'A-1', '', 'x', '', '22'].entries()) {
        await run(
          `UPDATE invoices SET number = '20260200${sequence + 1}/${project}' WHERE number = 'INV-0000${sequence + 1}'`,
        );
      }
      expect(await verify(db)).toEqual([]);
      await run("UPDATE invoices SET number = '202602009/' WHERE number = '202602003/'");
      expect(toldBy(await verify(db))).toEqual([
        `${NUMBERS}: sequence 3 of {YYYY}{MM}{SEQ:3}/{PROJECT}: one invoice → none`,
        `${NUMBERS}: invoice 202602009/: up to 6 → 9`,
      ]);
    });

    it.each(['RE{YYYY}-{SEQ:4}', '{PROJECT}{SEQ}', 'INV-{SEQ:6}'])(
      'counts those of an earlier format than %s',
      async (later) => {
        await format(later);
        expect(await verify(db)).toEqual([]);
        await run(gap);
        expect(toldBy(await verify(db))).toEqual([
          `${NUMBERS}: numbers in a format before ${later}: 7 → 6`,
        ]);
      },
    );
  });
});

describe.each(ENGINES)('the verification on %s while others write', (engine) => {
  it('finds nothing', async () => {
    const db = await createTestDatabase(engine);
    const company = await createCompany(db);
    for (let index = 0; index < 20; index += 1) await createDraft(company, '10.00');
    let writing = true;
    const writer = async () => {
      while (writing) await createIssued(company, '12.34');
    };
    const writers = [writer(), writer()];
    for (let index = 0; index < 5; index += 1) expect(await verify(db)).toEqual([]);
    writing = false;
    await Promise.all(writers);
    expect(await verify(db)).toEqual([]);
    await db.close();
  });
});
