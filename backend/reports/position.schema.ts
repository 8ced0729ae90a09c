import DataLoader from 'dataloader';
import type { Context } from '../context.ts';
import type { Invoice } from '../db/generated/sqlite/client.ts';
import { type CivilDate, daysBetween } from '../domain/civilDate.ts';
import { InvoiceType } from '../features/invoices/invoice.schema.ts';
import { builder } from '../graphql/builder.ts';
import { MoneyType } from '../graphql/money.ts';
import { type AsOf, invoicePositions } from './ageing.ts';

interface Position {
  readonly date: CivilDate;
  readonly dueDate: CivilDate | null;
  readonly balanceMinor: bigint;
  readonly currency: string;
}

const PositionType = builder.objectRef<Position>('InvoicePosition').implement({
  description: 'What an invoice owed on a day.',
  fields: (t) => ({
    date: t.expose('date', { type: 'Date', description: 'The day.' }),
    dueDate: t.expose('dueDate', {
      type: 'Date',
      nullable: true,
      description: 'The due date in force on that day.',
    }),
    balanceDue: t.field({
      type: MoneyType,
      description: 'What was owed on that day.',
      resolve: ({ balanceMinor, currency }) => ({ minor: balanceMinor, currency }),
    }),
    daysPastDue: t.int({
      nullable: true,
      description: 'Days since that due date, negative before it; null when nothing was owed.',
      resolve: ({ balanceMinor, dueDate, date }) =>
        balanceMinor > 0n && dueDate !== null ? daysBetween(dueDate, date) : null,
    }),
  }),
});

/** Positions of a request's invoices: one statement per company and day. */
function loadPosition(context: Context, at: AsOf, id: number) {
  const name = `positions ${at.companyId} ${at.asOf} ${at.knownAt?.toISOString()}`;
  let loader = context.loaders.get(name) as
    | DataLoader<number, Awaited<ReturnType<typeof invoicePositions>>[number] | null>
    | undefined;
  if (loader === undefined) {
    loader = new DataLoader(async (ids) => {
      const rows = await invoicePositions(context.db, at, ids);
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((one) => byId.get(one) ?? null);
    });
    context.loaders.set(name, loader);
  }
  return loader.load(id);
}

builder.objectField(InvoiceType, 'positionAsOf', (t) =>
  t.field({
    type: PositionType,
    description: 'What it owed on a day, as the ageing report of that day counts it.',
    complexity: 1,
    args: {
      date: t.arg({ type: 'Date', required: true, description: 'The day.' }),
      knownAt: t.arg({ type: 'DateTime', description: 'Only what had been recorded by then.' }),
    },
    resolve: async (invoice: Invoice, { date, knownAt }, context) => {
      const at = { companyId: invoice.companyId, asOf: date, knownAt: knownAt ?? null };
      const position = await loadPosition(context, at, invoice.id);
      return {
        date,
        dueDate: position?.due_date ?? invoice.dueDate,
        balanceMinor: position?.balance ?? 0n,
        currency: invoice.currencyCode,
      };
    },
  }),
);
