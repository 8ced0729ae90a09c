import DataLoader from 'dataloader';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { Prisma } from '../../db/generated/sqlite/client.ts';
import type { MoneyShape } from '../../graphql/money.ts';

interface Owner {
  readonly companyId: number;
  readonly id: number;
}

const sumRow = z.object({
  owner: z.coerce.number(),
  currency: z.string(),
  amount: z.coerce.bigint(),
});

/** What is added up; each reads only invoices that count. */
const SUMS = {
  /** What is owed now. */
  balanceDue: { column: 'balance_minor', counted: Prisma.sql`balance_minor <> 0` },
  /** What was demanded and not taken back. */
  invoiced: { column: 'total_minor', counted: Prisma.sql`state IN ('ISSUED', 'WRITTEN_OFF')` },
} as const;

/** A sum per client or project, one amount per currency: one statement for all of a request. */
export function invoiceSums(
  context: Context,
  sum: keyof typeof SUMS,
  ownerColumn: 'client_id' | 'project_id',
) {
  const name = `${sum} by ${ownerColumn}`;
  const known = context.loaders.get(name);
  if (known !== undefined) return known as DataLoader<Owner, MoneyShape[], string>;
  const owner = Prisma.raw(ownerColumn);
  const { column, counted } = SUMS[sum];
  const loader = new DataLoader<Owner, MoneyShape[], string>(
    async (owners) => {
      const rows = await context.db.query(
        Prisma.sql`SELECT ${owner} AS owner, currency_code AS currency,
            CAST(SUM(${Prisma.raw(column)}) AS BIGINT) AS amount
          FROM invoices
          WHERE ${counted}
            AND company_id IN (${Prisma.join([...new Set(owners.map((one) => one.companyId))])})
            AND ${owner} IN (${Prisma.join(owners.map((one) => one.id))})
          GROUP BY ${owner}, currency_code ORDER BY currency_code`,
        sumRow,
      );
      return owners.map(({ id }) =>
        rows
          .filter((row) => row.owner === id)
          .map((row) => ({ minor: row.amount, currency: row.currency })),
      );
    },
    { cacheKeyFn: ({ id }) => String(id) },
  );
  context.loaders.set(name, loader);
  return loader;
}
