import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createTestDatabase, ENGINES, type TestDatabase } from '../test/testDatabase.ts';
import { openDatabase, sqliteFile, type Transaction } from './database.ts';
import { Prisma } from './generated/sqlite/client.ts';

const company = (name: string) => ({ name, currencyCode: 'USD', timeZone: 'UTC' });
const count = z.object({ count: z.coerce.number() });

/** A report that would take seconds. */
const SLOW = {
  sqlite: Prisma.sql`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000000)
    SELECT MAX(i) AS count FROM n`,
  postgresql: Prisma.sql`SELECT 1 AS count FROM pg_sleep(5)`,
};

describe.each(ENGINES)('the database on %s', (engine) => {
  let db: TestDatabase;
  beforeEach(async () => {
    db = await createTestDatabase(engine);
  });
  afterEach(() => db.close());

  const names = async () =>
    (await db.reader.company.findMany({ orderBy: { id: 'asc' } })).map(({ name }) => name);
  const create = (name: string) =>
    db.transaction((tx) => tx.company.create({ data: company(name) }));

  it('keeps nothing of a transaction whose work went on after a failed statement', async () => {
    const careless = db.transaction(async (tx) => {
      await tx.company.create({ data: company('before') });
      await tx.$queryRaw`SELECT * FROM no_such_table`.catch(() => null);
      return 'acknowledged';
    });
    await expect(careless).rejects.toThrow('can only be rolled back');
    const stubborn = db.transaction(async (tx) => {
      await tx.$queryRaw`SELECT * FROM no_such_table`.catch(() => null);
      await tx.company.create({ data: company('after') });
    });
    await expect(stubborn).rejects.toThrow('can only be rolled back');
    // More often than there are connections: each is given back clean.
    for (let index = 0; index < 12; index += 1) await create(`next ${index}`);
    expect(await names()).toEqual(Array.from({ length: 12 }, (_, index) => `next ${index}`));
  });

  it('runs 200 transactions at once, and reads beside them', async () => {
    const { id } = await create('counted');
    const increment = async (tx: Transaction) => {
      const { rowVersion } = await tx.company.findUniqueOrThrow({ where: { id } });
      await tx.company.update({ where: { id }, data: { rowVersion: { increment: 1 } } });
      return rowVersion;
    };
    const reads = Array.from({ length: 100 }, () =>
      db.query(Prisma.sql`SELECT COUNT(*) AS count FROM companies`, count),
    );
    await Promise.all([...reads, ...Array.from({ length: 200 }, () => db.transaction(increment))]);
    expect((await db.reader.company.findFirstOrThrow()).rowVersion).toBe(201);
  });

  it('fails a statement that runs too long, and answers the next', async () => {
    const impatient = await openDatabase({ url: db.url, statementTimeoutMs: 1_000 });
    await impatient.check();
    await expect(impatient.report(SLOW[engine], count)).rejects.toThrow(
      engine === 'sqlite' ? 'ran longer than 1000 ms' : 'statement timeout',
    );
    const rows = await impatient.report(Prisma.sql`SELECT COUNT(*) AS count FROM companies`, count);
    expect(rows).toEqual([{ count: 0 }]);
    await impatient.close();
  });

  it('lets the process end once it is closed, with nothing left open', async () => {
    const program = `
      import { openDatabase } from '${new URL('./database.ts', import.meta.url).href}';
      import { Prisma } from '${new URL('./generated/sqlite/client.ts', import.meta.url).href}';
      import { z } from 'zod';
      const db = await openDatabase({ url: '${db.url}' });
      await db.check();
      const work = (tx) => tx.company.create({ data: ${JSON.stringify(company('theirs'))} });
      await Promise.all(Array.from({ length: 30 }, () => db.transaction(work)));
      await db.report(Prisma.sql\`SELECT 1 AS one\`, z.unknown());
      await db.query(Prisma.sql\`SELECT 1 AS one\`, z.unknown());
      await db.close();`;
    const ended = spawnSync(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', program],
      { cwd: fileURLToPath(new URL('../..', import.meta.url)), encoding: 'utf8', timeout: 20_000 },
    );
    expect(ended).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect(await names()).toHaveLength(30);
    if (engine === 'postgresql') return;
    await db.reader.$disconnect();
    // The last connection to go takes the log with it.
    expect(existsSync(`${sqliteFile(db.url)}-wal`)).toBe(false);
  });
});

describe.each(ENGINES.filter((engine) => engine !== 'sqlite'))('transactions on %s', (engine) => {
  let db: TestDatabase;
  let ids: readonly number[];
  beforeEach(async () => {
    db = await createTestDatabase(engine);
    ids = await db.transaction(async (tx) => {
      const [a, b] = [
        await tx.company.create({ data: company('a') }),
        await tx.company.create({ data: company('b') }),
      ];
      return [a.id, b.id];
    });
  });
  afterEach(() => db.close());

  /** Opens when as many have come as were announced; later ones pass. */
  function gate(announced: number) {
    let come = 0;
    let open = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    return async () => {
      come += 1;
      if (come === announced) open();
      await opened;
    };
  }
  const rename = async (tx: Transaction, id: number) => {
    await tx.company.update({ where: { id }, data: { rowVersion: { increment: 1 } } });
  };
  const renameRaw = async (tx: Transaction, id: number) => {
    await tx.$executeRaw`UPDATE companies SET row_version = row_version + 1 WHERE id = ${id}`;
  };
  const versions = async () =>
    (await db.reader.company.findMany({ orderBy: { id: 'asc' } })).map((one) => one.rowVersion);

  it.each([
    ['a query of the model', rename],
    ['raw SQL', renameRaw],
  ])('are tried again when a deadlock ends one in %s', async (_, change) => {
    const both = gate(2);
    let tries = 0;
    const crossing = (order: readonly number[]) =>
      db.transaction(async (tx) => {
        tries += 1;
        const [first = 0, second = 0] = order;
        await change(tx, first);
        await both();
        await change(tx, second);
      });
    await Promise.all([crossing(ids), crossing([...ids].reverse())]);
    expect(tries).toBeGreaterThan(2);
    expect(await versions()).toEqual([3, 3]);
  });

  it.each([
    ['a query of the model', rename],
    ['raw SQL', renameRaw],
  ])('are tried again when they cannot be put in order in %s', async (_, change) => {
    const both = gate(2);
    let tries = 0;
    const increment = () =>
      db.transaction(async (tx) => {
        tries += 1;
        await tx.$executeRaw`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ`;
        await tx.company.findMany();
        await both();
        await change(tx, ids[0] ?? 0);
      });
    await Promise.all([increment(), increment()]);
    expect(tries).toBeGreaterThan(2);
    expect(await versions()).toEqual([3, 1]);
  });

  it('are tried again when only the COMMIT finds that they cannot be put in order', async () => {
    const both = gate(2);
    let tries = 0;
    const copy = (from: number, to: number) =>
      db.transaction(async (tx) => {
        tries += 1;
        await tx.$executeRaw`SET TRANSACTION ISOLATION LEVEL SERIALIZABLE`;
        const { rowVersion } = await tx.company.findUniqueOrThrow({ where: { id: from } });
        await tx.company.update({ where: { id: to }, data: { rowVersion: rowVersion + 1 } });
        await both();
      });
    const [a = 0, b = 0] = ids;
    await Promise.all([copy(a, b), copy(b, a)]);
    expect(tries).toBeGreaterThan(2);
    // One after the other in either order, never both from the same start.
    expect((await versions()).sort()).toEqual([2, 3]);
  });

  it('are tried six times at most, within seconds', async () => {
    let tries = 0;
    const hopeless = db.transaction(async (tx) => {
      tries += 1;
      await tx.$executeRaw`DO $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '40P01'; END $$`;
    });
    const before = performance.now();
    await expect(hopeless).rejects.toThrow('no');
    expect(tries).toBe(6);
    expect(performance.now() - before).toBeLessThan(5_000);
  });

  it('are not tried again for any other reason', async () => {
    let tries = 0;
    const wrong = db.transaction(async (tx) => {
      tries += 1;
      await tx.company.update({ where: { id: 999_999 }, data: { name: 'nobody' } });
    });
    await expect(wrong).rejects.toThrow();
    expect(tries).toBe(1);
  });
});
