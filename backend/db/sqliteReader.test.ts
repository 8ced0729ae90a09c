import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SqliteReader } from './sqliteReader.ts';

const folder = mkdtempSync(join(tmpdir(), 'plumb-reader-'));
const file = join(folder, 'test.db');
beforeAll(() => {
  const writer = new Sqlite(file);
  writer.exec("CREATE TABLE words (word TEXT); INSERT INTO words VALUES ('Käse')");
  writer.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Counts up to a number inside SQLite: some seconds for tens of millions. */
const slow = (upTo: number) =>
  `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${upTo}) SELECT MAX(i) AS i FROM n`;

/** The thread that the next statement starts. */
const nextThread = () =>
  new Promise<Worker>((resolve) => {
    process.once('worker', resolve);
  });

describe('the reader', () => {
  it('answers in the order of asking, with whole numbers as bigint', async () => {
    const reader = new SqliteReader(file, 5_000);
    const order: number[] = [];
    const numbers = Array.from({ length: 50 }, (_, index) => index);
    await Promise.all(
      numbers.map(async (index) => {
        expect(await reader.all('SELECT ? + 0 AS n', [BigInt(index)])).toEqual([
          { n: BigInt(index) },
        ]);
        order.push(index);
      }),
    );
    expect(order).toEqual(numbers);
    await reader.close();
  });

  it('folds case by Unicode and writes nothing', async () => {
    const reader = new SqliteReader(file, 5_000);
    expect(await reader.all('SELECT fold(word) AS word FROM words', [])).toEqual([
      { word: 'käse' },
    ]);
    await expect(reader.all("INSERT INTO words VALUES ('x')", [])).rejects.toThrow();
    await expect(reader.all('SELECT nonsense', [])).rejects.toThrow('no such column: nonsense');
    expect(await reader.all('SELECT COUNT(*) AS n FROM words', [])).toEqual([{ n: 1n }]);
    await reader.close();
  });

  it('fails only the statement that runs too long', async () => {
    const reader = new SqliteReader(file, 1_000);
    const before = reader.all('SELECT 1 AS n', []);
    const tooLong = reader.all(slow(20_000_000), []);
    const behind = reader.all('SELECT 2 AS n', []);
    await expect(tooLong).rejects.toThrow('a statement ran longer than 1000 ms');
    expect(await Promise.all([before, behind])).toEqual([[{ n: 1n }], [{ n: 2n }]]);
    expect(await reader.all('SELECT 3 AS n', [])).toEqual([{ n: 3n }]);
    await reader.close();
  });

  it('counts the time of a statement from when it runs, not from when it was asked', async () => {
    const statement = slow(1_000_000);
    const alone = new SqliteReader(file, 30_000);
    await alone.all('SELECT 1', []);
    const before = performance.now();
    await alone.all(statement, []);
    const limit = 4 * (performance.now() - before) + 500;
    await alone.close();
    const reader = new SqliteReader(file, limit);
    const started = performance.now();
    const answers = await Promise.all(Array.from({ length: 12 }, () => reader.all(statement, [])));
    expect(performance.now() - started).toBeGreaterThan(limit);
    expect(answers).toHaveLength(12);
    await reader.close();
  });

  it('refuses instead of heaping up threads when too many statements run too long', async () => {
    const reader = new SqliteReader(file, 500);
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, () =>
        reader.all(slow(30_000_000), []).then(
          () => 'answered',
          (error: Error) => error.message,
        ),
      ),
    );
    expect(outcomes).toEqual([
      'a statement ran longer than 500 ms',
      'a statement ran longer than 500 ms',
      'too many statements ran too long',
      'too many statements ran too long',
    ]);
    await expect
      .poll(() => reader.all('SELECT 1 AS n', []).catch(() => null), { timeout: 50_000 })
      .toEqual([{ n: 1n }]);
    await reader.close();
  });

  it('fails only the running statement when its thread dies', async () => {
    const reader = new SqliteReader(file, 30_000);
    const thread = nextThread();
    const running = reader.all(slow(3_000_000), []);
    const waiting = reader.all('SELECT 1 AS n', []);
    await (await thread).terminate();
    await expect(running).rejects.toThrow('the reading thread ended');
    expect(await waiting).toEqual([{ n: 1n }]);
    await reader.close();
  });

  it('starts again after its thread died while nothing was asked', async () => {
    const reader = new SqliteReader(file, 5_000);
    const thread = nextThread();
    await reader.all('SELECT 1', []);
    await (await thread).terminate();
    expect(await reader.all('SELECT 1 AS n', [])).toEqual([{ n: 1n }]);
    await reader.close();
  });

  it('says that the file is missing and works once it is there', async () => {
    const later = join(folder, 'later.db');
    const reader = new SqliteReader(later, 5_000);
    await expect(reader.all('SELECT 1', [])).rejects.toThrow('unable to open database file');
    expect(existsSync(later)).toBe(false);
    new Sqlite(later).exec('CREATE TABLE t (n)').close();
    expect(await reader.all('SELECT COUNT(*) AS n FROM t', [])).toEqual([{ n: 0n }]);
    await reader.close();
  });

  it('answers nothing after it was closed', async () => {
    const reader = new SqliteReader(file, 5_000);
    const running = reader.all(slow(500_000), []).catch((error: Error) => error.message);
    await reader.close();
    expect(['the reading thread ended', 'the database was closed']).toContain(await running);
    await expect(reader.all('SELECT 1', [])).rejects.toThrow('the database was closed');
  });
});
