import DataLoader from 'dataloader';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { Prisma } from '../../db/generated/sqlite/client.ts';
import type { MoneyShape } from '../../graphql/money.ts';

interface Owner {
  readonly companyId: number;
  readonly id: number;
}

const balanceRow = z.object({
  owner: z.coerce.number(),
  currency: z.string(),
  balance: z.coerce.bigint(),
});

/** What is owed now to each client or project: one statement for all of a request. */
export function openBalances(context: Context, column: 'client_id' | 'project_id') {
  const name = `open balances by ${column}`;
  const known = context.loaders.get(name);
  if (known !== undefined) return known as DataLoader<Owner, MoneyShape[], string>;
  const owner = Prisma.raw(column);
  const loader = new DataLoader<Owner, MoneyShape[], string>(
    async (owners) => {
      const rows = await context.db.query(
        Prisma.sql`SELECT ${owner} AS owner, currency_code AS currency,
            CAST(SUM(balance_minor) AS BIGINT) AS balance
          FROM invoices
          WHERE balance_minor <> 0
            AND company_id IN (${Prisma.join([...new Set(owners.map((one) => one.companyId))])})
            AND ${owner} IN (${Prisma.join(owners.map((one) => one.id))})
          GROUP BY ${owner}, currency_code ORDER BY currency_code`,
        balanceRow,
      );
      return owners.map(({ id }) =>
        rows
          .filter((row) => row.owner === id)
          .map((row) => ({ minor: row.balance, currency: row.currency })),
      );
    },
    { cacheKeyFn: ({ id }) => String(id) },
  );
  context.loaders.set(name, loader);
  return loader;
}
