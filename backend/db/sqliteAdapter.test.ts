import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../test/testDatabase.ts';
import { sqliteFile } from './database.ts';
import { PrismaClient } from './generated/sqlite/client.ts';
import { SafeSqliteAdapter } from './sqliteAdapter.ts';

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
const company = (name: string) => ({ name, currencyCode: 'USD', timeZone: 'UTC' });
const sql = (text: string) => ({ sql: text, args: [], argTypes: [] });

let db: TestDatabase;
beforeEach(async () => {
  db = await createTestDatabase('sqlite');
  await db.check();
});
afterEach(() => db.close());

const names = async (client: PrismaClient) =>
  (await client.company.findMany({ orderBy: { id: 'asc' } })).map(({ name }) => name);

/** One request writes and reads while the transaction of another runs, which fails in the end. */
async function twoRequests(adapter: SqlDriverAdapterFactory) {
  const client = new PrismaClient({ adapter });
  let acknowledged = false;
  let seen: string[] = [];
  const bystander = { write: Promise.resolve() };
  const failing = client.$transaction(async (tx) => {
    await tx.company.create({ data: company('failing') });
    const raw = client.$executeRaw`INSERT INTO companies (name, currency_code, time_zone, updated_at)
      VALUES ('raw', 'USD', 'UTC', '2026-01-01')`;
    const write = client.company.create({ data: company('bystander') });
    bystander.write = Promise.race([raw, write]).then(async () => {
      acknowledged = true;
      await Promise.all([raw, write]);
    });
    await pause(50);
    seen = await names(client);
    throw new Error(acknowledged ? 'failed after the acknowledgement' : 'failed');
  });
  const outcome = await failing.catch((error: Error) => error.message);
  await bystander.write;
  const kept = await names(client);
  await client.$disconnect();
  return { outcome, seen, kept };
}

describe('two requests at once', () => {
  it('lose an acknowledged write and see uncommitted rows with the stock adapter', async () => {
    expect(await twoRequests(new PrismaBetterSqlite3({ url: db.url }))).toEqual({
      outcome: 'failed after the acknowledgement',
      seen: ['failing', 'raw', 'bystander'],
      kept: [],
    });
  });

  it('keep every acknowledged write and see only what is committed with ours', async () => {
    expect(await twoRequests(new SafeSqliteAdapter(db.url))).toEqual({
      outcome: 'failed',
      seen: [],
      kept: ['raw', 'bystander'],
    });
  });
});

describe('a transaction', () => {
  it('keeps other writers out from its first moment', async () => {
    const other = new Sqlite(sqliteFile(db.url), { timeout: 0 });
    await db.transaction(async (tx) => {
      expect(() => other.exec('BEGIN IMMEDIATE')).toThrow('database is locked');
      await tx.company.create({ data: company('ours') });
    });
    other.exec('BEGIN IMMEDIATE');
    other.exec('ROLLBACK');
    other.close();
    expect(await names(db.reader)).toEqual(['ours']);
  });

  it('is rolled back whole when its COMMIT fails, and the next one starts afresh', async () => {
    const orphan = db.transaction(async (tx) => {
      // The foreign key is not looked at before the COMMIT.
      await tx.$executeRaw`PRAGMA defer_foreign_keys = ON`;
      await tx.company.create({ data: company('of the failed COMMIT') });
      await tx.client.create({ data: { companyId: 999, name: 'of no company' } });
    });
    await expect(orphan).rejects.toThrow('ForeignKeyConstraintViolation');
    await db.transaction((tx) => tx.company.create({ data: company('next') }));
    expect(await names(db.reader)).toEqual(['next']);
  });

  it('takes nothing more once it has ended', async () => {
    const connection = await new SafeSqliteAdapter(db.url).connect();
    const insert = sql(
      `INSERT INTO companies (name, currency_code, time_zone, updated_at) VALUES ('late', 'USD', 'UTC', '')`,
    );
    for (const end of ['COMMIT', 'ROLLBACK'] as const) {
      const ended = await connection.startTransaction();
      await ended.executeRaw(sql(end));
      await (end === 'COMMIT' ? ended.commit() : ended.rollback());
      const other = await connection.startTransaction();
      await expect(ended.executeRaw(insert)).rejects.toThrow('has ended');
      await expect(ended.queryRaw(sql('SELECT 1'))).rejects.toThrow('has ended');
      await expect(ended.executeRaw(sql('ROLLBACK'))).rejects.toThrow('has ended');
      await other.executeRaw(sql('COMMIT'));
      await other.commit();
    }
    await connection.dispose();
    expect(await names(db.reader)).toEqual([]);
  });
});

describe('many transactions at once', () => {
  it('let in reads and timers between them', async () => {
    let done = 0;
    const writes = Array.from({ length: 100 }, async () => {
      await db.transaction((tx) => tx.company.create({ data: company('one of many') }));
      done += 1;
    });
    await pause(1);
    expect(done).toBeLessThan(50);
    expect((await names(db.reader)).length).toBeLessThan(100);
    await Promise.all(writes);
    expect(await names(db.reader)).toHaveLength(100);
  });
});

describe('a connection', () => {
  it('has the settings that durability and integrity rest on', async () => {
    const connection = await new SafeSqliteAdapter(db.url).connect();
    const settings = async (asked: 'queryRaw of the reader' | 'queryRaw of the writer') => {
      // A SELECT goes to the reader; inside a transaction everything goes to the writer.
      const tx = asked === 'queryRaw of the writer' ? await connection.startTransaction() : null;
      const { rows } = await (tx ?? connection).queryRaw(
        sql(`SELECT journal_mode, synchronous, foreign_keys, query_only, timeout
          FROM pragma_journal_mode, pragma_synchronous, pragma_foreign_keys, pragma_query_only,
            pragma_busy_timeout`),
      );
      await tx?.executeRaw(sql('ROLLBACK'));
      await tx?.rollback();
      return rows[0];
    };
    const FULL = 2;
    expect(await settings('queryRaw of the reader')).toEqual(['wal', FULL, 1, 1, 5_000]);
    // The writer waits without stopping the event loop, see below.
    expect(await settings('queryRaw of the writer')).toEqual(['wal', FULL, 1, 0, 0]);
    await connection.dispose();
  });

  it('is refused where a setting does not take', async () => {
    await expect(new SafeSqliteAdapter('file::memory:').connect()).rejects.toThrow(
      'PRAGMA journal_mode is memory, expected wal',
    );
  });
});

/** Another process at work on the file. */
function otherProcess(script: string) {
  const program = `const Sqlite = require('better-sqlite3');
    const file = new Sqlite(process.argv[1], { timeout: 10000 });
    const sleep = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
    ${script}
    file.close();`;
  const child = spawn(process.execPath, ['-e', program, sqliteFile(db.url)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { started: once(child.stdout, 'data'), ended: once(child, 'exit') };
}

describe('a second process on the same file', () => {
  it('loses nothing, and neither do we', async () => {
    await db.transaction((tx) => tx.company.create({ data: company('shared') }));
    const count = 'UPDATE companies SET row_version = row_version + 1';
    const other = otherProcess(`console.log('started');
      for (let i = 0; i < 300; i += 1) {
        file.exec('BEGIN IMMEDIATE; ${count};'); sleep(1); file.exec('COMMIT');
      }`);
    await other.started;
    await Promise.all(
      Array.from({ length: 100 }, () => db.transaction((tx) => tx.$executeRawUnsafe(count))),
    );
    expect(await other.ended).toEqual([0, null]);
    expect((await db.reader.company.findFirstOrThrow()).rowVersion).toBe(1 + 300 + 100);
  });

  it('does not stop our event loop or our reads while it writes', async () => {
    const other = otherProcess(`file.exec('BEGIN IMMEDIATE'); console.log('started');
      sleep(1000); file.exec('COMMIT');`);
    await other.started;
    let ticks = 0;
    const clock = setInterval(() => {
      ticks += 1;
    }, 10);
    const write = db.transaction((tx) => tx.company.create({ data: company('patient') }));
    expect(await names(db.reader)).toEqual([]);
    await write;
    clearInterval(clock);
    await other.ended;
    expect(await names(db.reader)).toEqual(['patient']);
    // The other one kept the file for a second.
    expect(ticks).toBeGreaterThan(30);
  });

  it('fails our write after five seconds, and only that one', async () => {
    const other = otherProcess(`file.exec('BEGIN IMMEDIATE'); console.log('started');
      sleep(6000); file.exec('COMMIT');`);
    await other.started;
    const write = db.transaction((tx) => tx.company.create({ data: company('impatient') }));
    await expect(write).rejects.toMatchObject({ code: 'P1008' });
    await db.transaction((tx) => tx.company.create({ data: company('next') }));
    await other.ended;
    expect(await names(db.reader)).toEqual(['next']);
  });
});
