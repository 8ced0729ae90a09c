import { todayIn } from '../context.ts';
import { type Invoice, Prisma } from '../db/generated/sqlite/client.ts';
import { areCutPoints, type Bucket, buckets, DEFAULT_CUT_POINTS } from '../domain/ageing.ts';
import { divideHalfUp, formatUnits } from '../domain/decimal.ts';
import { clientEntity } from '../features/clients/client.entity.ts';
import { ClientType } from '../features/clients/client.schema.ts';
import { CompanyType } from '../features/companies/company.schema.ts';
import { InvoiceConnectionType } from '../features/invoices/invoice.connection.ts';
import { invoiceEntity } from '../features/invoices/invoice.entity.ts';
import { projectEntity } from '../features/projects/project.entity.ts';
import { ProjectType } from '../features/projects/project.schema.ts';
import { builder } from '../graphql/builder.ts';
import { type ListSource, listOf } from '../graphql/connection.ts';
import { connectionType, listComplexity, pageArgs } from '../graphql/connectionType.ts';
import { loadEntityOfMany } from '../graphql/entity.ts';
import { fault } from '../graphql/faults.ts';
import { connectionOf } from '../graphql/memoryConnection.ts';
import { MoneyType } from '../graphql/money.ts';
import {
  type AgeingQuestion,
  type AgeingRow,
  inBucket,
  invoicesOfOwner,
  positions,
  receivablesAgeing,
} from './ageing.ts';

interface Report extends AgeingQuestion {
  readonly rows: readonly AgeingRow[];
}

type ShownRow = AgeingRow & { readonly report: Report };

const BasisType = builder.enumType('AgeingBasis', {
  description: 'Which date the days are counted from.',
  values: {
    DUE_DATE: { description: 'The due date in force on the day of the report.' },
    ISSUE_DATE: { description: 'The issue date.' },
  } as const,
});
const GroupType = builder.enumType('AgeingGroup', {
  description: 'What a row of the report stands for.',
  values: {
    CLIENT: { description: 'A client.' },
    PROJECT: { description: 'A project; invoices without one share a row.' },
  } as const,
});

const BucketType = builder.objectRef<Bucket>('AgeingBucket').implement({
  description: 'A range of days past due.',
  fields: (t) => ({
    label: t.exposeString('label', { description: 'CURRENT, 1–30, …, 90+.' }),
    fromDays: t.exposeInt('fromDays', {
      nullable: true,
      description: 'First day; null: no beginning.',
    }),
    toDays: t.exposeInt('toDays', { nullable: true, description: 'Last day; null: no end.' }),
  }),
});

/** Parts of a whole in percent with two decimals, half up. */
const percentages = (amounts: readonly bigint[], total: bigint): string[] =>
  amounts.map((amount) => {
    if (total === 0n) return '0.00';
    const sign = total < 0n ? -1n : 1n;
    return formatUnits(divideHalfUp(amount * sign * 10_000n, total * sign), 2);
  });

const TotalsType = builder
  .objectRef<{ currency: string; amounts: bigint[]; total: bigint }>('AgeingTotals')
  .implement({
    description: 'The whole report in one currency.',
    fields: (t) => ({
      currencyCode: t.expose('currency', { type: 'CurrencyCode', description: 'The currency.' }),
      amounts: t.field({
        type: [MoneyType],
        description: 'One per bucket, in order.',
        resolve: ({ amounts, currency }) => amounts.map((minor) => ({ minor, currency })),
      }),
      total: t.field({
        type: MoneyType,
        description: 'All of it.',
        resolve: ({ total, currency }) => ({ minor: total, currency }),
      }),
      percentages: t.field({
        type: ['Decimal'],
        description: 'Each bucket’s part in percent, two decimals.',
        resolve: ({ amounts, total }) => percentages(amounts, total),
      }),
    }),
  });

/** Invoices behind a row: the same list as any other, over the positions of that day. */
const positionList = ({ report, ownerId }: ShownRow): ListSource<Invoice, object, 'DUE_DATE'> => ({
  entity: invoiceEntity,
  from: Prisma.sql`(${positions(report, invoicesOfOwner(report, ownerId))}) positions`,
  orders: { DUE_DATE: { expression: Prisma.sql`due_date`, type: 'text' } },
  defaultOrder: { field: 'DUE_DATE', direction: 'ASC' },
  conditions: () => [],
  isLong: () => true,
});

const RowType = builder.objectRef<ShownRow>('AgeingRow').implement({
  description: 'A client or project in one currency.',
  fields: (t) => ({
    client: t.field({
      type: ClientType,
      nullable: true,
      description: 'The client; null when grouped by project.',
      complexity: 1,
      resolve: ({ ownerId, report }, _args, context, info) =>
        report.groupBy === 'CLIENT' ? loadEntityOfMany(clientEntity, ownerId, context, info) : null,
    }),
    project: t.field({
      type: ProjectType,
      nullable: true,
      description: 'The project; null when grouped by client, and for invoices without one.',
      complexity: 1,
      resolve: ({ ownerId, report }, _args, context, info) =>
        report.groupBy === 'PROJECT'
          ? loadEntityOfMany(projectEntity, ownerId, context, info)
          : null,
    }),
    currencyCode: t.expose('currency', {
      type: 'CurrencyCode',
      description: 'Of all amounts here.',
    }),
    amounts: t.field({
      type: [MoneyType],
      description: 'One per bucket, in order.',
      resolve: ({ amounts, currency }) => amounts.map((minor) => ({ minor, currency })),
    }),
    total: t.field({
      type: MoneyType,
      description: 'All buckets.',
      resolve: ({ total, currency }) => ({ minor: total, currency }),
    }),
    invoices: t.field({
      type: InvoiceConnectionType,
      description: 'The invoices behind this row, or behind one bucket of it; earliest due first.',
      args: {
        ...pageArgs(t.arg),
        bucket: t.arg.int({ description: 'Index of the bucket, from 0; left out, all.' }),
      },
      complexity: listComplexity,
      resolve: (row, { bucket, ...page }, context, info) => {
        const { currency, report } = row;
        const parent = Prisma.join(
          [
            Prisma.sql`balance <> 0 AND currency_code = ${currency}`,
            ...(bucket == null ? [] : [inBucket(report, bucket)]),
          ],
          ' AND ',
        );
        return listOf(positionList(row), parent, report.companyId, page, context, info);
      },
    }),
  }),
});

const RowConnection = connectionType<ShownRow>('AgeingRow', RowType);

const rowKey = ({ ownerId, currency }: AgeingRow) => `${ownerId ?? 0} ${currency}`;

const ReportType = builder.objectRef<Report>('AgeingReport').implement({
  description: 'Open balances by how long they are past due, as of any date.',
  fields: (t) => ({
    asOf: t.expose('asOf', { type: 'Date', description: 'The day whose books are open.' }),
    basis: t.expose('basis', { type: BasisType, description: 'Which date the days count from.' }),
    buckets: t.field({
      type: [BucketType],
      description: 'The ranges, in order.',
      resolve: ({ cutPoints }) => buckets(cutPoints),
    }),
    totals: t.field({
      type: [TotalsType],
      description: 'The whole, one entry per currency.',
      resolve: ({ rows, cutPoints }) => {
        const currencies = [...new Set(rows.map((row) => row.currency))].sort();
        return currencies.map((currency) => {
          const own = rows.filter((row) => row.currency === currency);
          const amounts = buckets(cutPoints).map((_, index) =>
            own.reduce((sum, row) => sum + (row.amounts[index] ?? 0n), 0n),
          );
          return { currency, amounts, total: amounts.reduce((sum, amount) => sum + amount, 0n) };
        });
      },
    }),
    rows: t.field({
      type: RowConnection,
      description: 'One per client or project and currency, by name.',
      args: pageArgs(t.arg),
      complexity: listComplexity,
      resolve: (report, args) =>
        connectionOf(
          report.rows.map((row): ShownRow => ({ ...row, report })),
          rowKey,
          args,
        ),
    }),
  }),
});

builder.objectField(CompanyType, 'receivablesAgeing', (t) =>
  t.field({
    type: ReportType,
    description: 'Who owes what since when, as of any date.',
    complexity: 5,
    args: {
      asOf: t.arg({ type: 'Date', description: 'Default: today in the company’s time zone.' }),
      knownAt: t.arg({ type: 'DateTime', description: 'Only what had been recorded by then.' }),
      basis: t.arg({
        type: BasisType,
        defaultValue: 'DUE_DATE',
        description: 'Days count from this.',
      }),
      cutPoints: t.arg.intList({
        defaultValue: [...DEFAULT_CUT_POINTS],
        description: 'Ascending last days of the buckets.',
      }),
      groupBy: t.arg({
        type: GroupType,
        defaultValue: 'CLIENT',
        description: 'What a row stands for.',
      }),
    },
    resolve: async (company, args, context) => {
      const companyId = company.id;
      const cutPoints = args.cutPoints ?? DEFAULT_CUT_POINTS;
      if (!areCutPoints(cutPoints)) {
        throw fault(
          'BAD_USER_INPUT',
          'Cut points must be 1 to 12 ascending whole numbers from 1 to 3650.',
        );
      }
      const question: AgeingQuestion = {
        companyId,
        asOf: args.asOf ?? todayIn(context, companyId),
        knownAt: args.knownAt ?? null,
        basis: args.basis ?? 'DUE_DATE',
        cutPoints,
        groupBy: args.groupBy ?? 'CLIENT',
      };
      return { ...question, rows: await receivablesAgeing(context.db, question) };
    },
  }),
);
