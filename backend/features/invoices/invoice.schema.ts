import { todayIn } from '../../context.ts';
import { Prisma } from '../../db/generated/sqlite/client.ts';
import { PROBLEM_CODES } from '../../domain/problem.ts';
import { builder } from '../../graphql/builder.ts';
import { listOf } from '../../graphql/connection.ts';
import { listComplexity, pageArgs } from '../../graphql/connectionType.ts';
import { signedIn } from '../../graphql/entity.ts';
import { defineRootEntity, recordDescriptions } from '../../graphql/fields.ts';
import { MoneyType } from '../../graphql/money.ts';
import { UserErrorCodeType } from '../../graphql/mutation.ts';
import { AllocationConnectionType } from '../payments/payment.connection.ts';
import { allocationList } from '../payments/payment.list.ts';
import { InvoiceStatusType } from './invoice.connection.ts';
import { invoiceEntity } from './invoice.entity.ts';
import { mayAct } from './invoice.policy.ts';
import {
  daysPastDue,
  INVOICE_ACTS,
  type InvoiceAct,
  invoiceStatus,
  isOverdue,
  refusal,
} from './invoice.rules.ts';
import { taxesOf } from './invoice.taxes.ts';

const ACT_DESCRIPTIONS: Record<InvoiceAct, string> = {
  EDIT: 'Change it: a draft in everything, an issued one in memo, purchase order number, due date.',
  ISSUE: 'Make it final and give it a number.',
  DELETE: 'Delete the draft.',
  DUPLICATE: 'Copy it into a new draft.',
  CHANGE_DUE_DATE: 'Move the due date.',
  RECORD_PAYMENT: 'Record a payment on it.',
  VOID: 'Take it back.',
  WRITE_OFF: 'Give up what is owed.',
  WRITE_OFF_REVERSE: 'Owe again what was given up.',
};

const InvoiceActType = builder.enumType('InvoiceActionName', {
  description: 'What can be done with an invoice.',
  values: Object.fromEntries(
    INVOICE_ACTS.map((act) => [act, { description: ACT_DESCRIPTIONS[act] }]),
  ) as Record<InvoiceAct, { description: string }>,
});

/** What a role excludes; the mutation would answer with a fault. */
const NOT_YOURS = { code: 'FORBIDDEN', message: PROBLEM_CODES.FORBIDDEN } as const;

const InvoiceActionType = builder
  .objectRef<{ act: InvoiceAct; refused: ReturnType<typeof refusal> }>('InvoiceAction')
  .implement({
    description: 'Whether an act is possible now, and why not.',
    fields: (t) => ({
      action: t.expose('act', { type: InvoiceActType, description: 'The act.' }),
      allowed: t.boolean({
        description: 'Whether your role and the invoice allow it now.',
        resolve: ({ refused }) => refused === null,
      }),
      code: t.field({
        type: UserErrorCodeType,
        nullable: true,
        description: 'The code the mutation would answer with.',
        resolve: ({ refused }) => refused?.code ?? null,
      }),
      reason: t.string({
        nullable: true,
        description: 'Why not, in words.',
        resolve: ({ refused }) => refused?.message ?? null,
      }),
    }),
  });

export const InvoiceTaxType = builder
  .objectRef<ReturnType<typeof taxesOf>[number]>('InvoiceTax')
  .implement({
    description: 'The tax of one rate.',
    fields: (t) => ({
      rate: t.expose('rate', { type: 'Decimal', description: 'Percent.' }),
      taxable: t.expose('taxable', {
        type: MoneyType,
        description: 'What it is computed on, without tax.',
      }),
      amount: t.expose('amount', { type: MoneyType, description: 'The tax.' }),
    }),
  });

builder.prismaNode('InvoiceLineItem', {
  id: { field: 'id' },
  description: 'One line of an invoice.',
  fields: (t) => {
    const money = (
      column: 'grossMinor' | 'discountMinor' | 'netMinor' | 'taxMinor',
      description: string,
    ) =>
      t.field({
        type: MoneyType,
        description,
        select: { invoice: { select: { currencyCode: true } } },
        resolve: (line) => ({ minor: line[column], currency: line.invoice.currencyCode }),
      });
    return {
      position: t.exposeInt('position', { description: 'From 1.' }),
      description: t.exposeString('description', { description: 'What it is for.' }),
      quantity: t.expose('quantity', {
        type: 'Decimal',
        description: 'How much; at most 4 decimals.',
      }),
      unit: t.exposeString('unit', { nullable: true, description: 'Of what: hours, m³, pieces.' }),
      unitPrice: t.expose('unitPrice', { type: 'Decimal', description: 'At most 6 decimals.' }),
      discountPercent: t.expose('discountPercent', {
        type: 'Decimal',
        nullable: true,
        description: 'Percent off this line.',
      }),
      discountAmount: t.field({
        type: MoneyType,
        nullable: true,
        description: 'Or an amount off this line.',
        select: { invoice: { select: { currencyCode: true } } },
        resolve: ({ discountAmountMinor: minor, invoice }) =>
          minor === null ? null : { minor, currency: invoice.currencyCode },
      }),
      taxRate: t.expose('taxRate', { type: 'Decimal', nullable: true, description: 'Percent.' }),
      gross: money('grossMinor', 'Quantity × unit price, rounded, as typed.'),
      discount: money('discountMinor', 'This line’s own discount.'),
      net: money('netMinor', 'After all discounts, without tax.'),
      tax: money('taxMinor', 'Its share of the tax, for display.'),
    };
  },
});

export const InvoiceType = builder.prismaNode('Invoice', {
  id: { field: 'id' },
  description: 'A demand for payment.',
  fields: (t) => {
    const money = (
      column:
        | 'subtotalMinor'
        | 'discountTotalMinor'
        | 'taxTotalMinor'
        | 'totalMinor'
        | 'paidMinor'
        | 'balanceMinor',
      description: string,
    ) =>
      t.field({
        type: MoneyType,
        description,
        resolve: (invoice) => ({ minor: invoice[column], currency: invoice.currencyCode }),
      });
    return {
      number: t.exposeString('number', {
        nullable: true,
        description: 'Given at issue; null in a draft.',
      }),
      status: t.field({
        type: InvoiceStatusType,
        description: 'Where it stands today, in the company’s time zone.',
        resolve: (invoice, _args, context) =>
          invoiceStatus(invoice, todayIn(context, invoice.companyId)),
      }),
      version: t.exposeInt('rowVersion', { description: recordDescriptions.version }),
      company: t.relation('company', { description: 'Who demands it.', complexity: 1 }),
      client: t.relation('client', { description: 'Who owes it.', complexity: 1 }),
      project: t.relation('project', {
        nullable: true,
        description: 'For which job.',
        complexity: 1,
      }),
      issueDate: t.expose('issueDate', { type: 'Date', nullable: true, description: 'Its date.' }),
      dueDate: t.expose('dueDate', {
        type: 'Date',
        nullable: true,
        description: 'When it is to be paid.',
      }),
      currencyCode: t.expose('currencyCode', {
        type: 'CurrencyCode',
        description: 'Of all its amounts.',
      }),
      memo: t.exposeString('memo', { nullable: true, description: 'A note to the client.' }),
      purchaseOrderNumber: t.exposeString('purchaseOrderNumber', {
        nullable: true,
        description: 'The client’s order.',
      }),
      pricesIncludeTax: t.exposeBoolean('pricesIncludeTax', {
        description: 'Whether unit prices are typed with tax.',
      }),
      discountPercent: t.expose('discountPercent', {
        type: 'Decimal',
        nullable: true,
        description: 'Percent off the sum of the lines.',
      }),
      discountAmount: t.field({
        type: MoneyType,
        nullable: true,
        description: 'Or an amount off it.',
        resolve: ({ discountAmountMinor: minor, currencyCode }) =>
          minor === null ? null : { minor, currency: currencyCode },
      }),
      lineItems: t.relation('lineItems', {
        description: 'Its lines, in order; at most 500.',
        complexity: 1,
        query: { orderBy: { position: 'asc' } },
      }),
      subtotal: money('subtotalMinor', 'Sum of the lines after their own discounts, as typed.'),
      discountTotal: money('discountTotalMinor', 'The discount on the whole.'),
      taxTotal: money('taxTotalMinor', 'All tax.'),
      total: money('totalMinor', 'What it demands.'),
      paidTotal: money('paidMinor', 'Payments in force.'),
      balanceDue: money('balanceMinor', 'What is still owed, with everything recorded so far.'),
      taxes: t.field({
        type: [InvoiceTaxType],
        description: 'The tax per rate.',
        complexity: 1,
        // In the order of the field lineItems: then one statement reads both.
        select: {
          lineItems: {
            orderBy: { position: 'asc' },
            select: { taxRate: true, netMinor: true, taxMinor: true },
          },
        },
        resolve: (invoice) => taxesOf(invoice.lineItems, invoice.currencyCode),
      }),
      isOverdue: t.boolean({
        description: 'Something is owed and the due date has passed.',
        resolve: (invoice, _args, context) =>
          isOverdue(invoice, todayIn(context, invoice.companyId)),
      }),
      daysPastDue: t.int({
        nullable: true,
        description: 'Days since the due date, negative before it; null while nothing is owed.',
        resolve: (invoice, _args, context) =>
          daysPastDue(invoice, todayIn(context, invoice.companyId)),
      }),
      ledger: t.relation('ledger', {
        description: 'Every movement of what it owes, in order.',
        complexity: 1,
        query: { orderBy: { id: 'asc' } },
      }),
      payments: t.field({
        type: AllocationConnectionType,
        description: 'The parts of payments that settle it, also of reversed ones; earliest first.',
        args: pageArgs(t.arg),
        complexity: listComplexity,
        resolve: ({ companyId, id }, args, context, info) =>
          listOf(
            allocationList,
            Prisma.sql`company_id = ${companyId} AND invoice_id = ${id}`,
            companyId,
            args,
            context,
            info,
          ),
      }),
      availableActions: t.field({
        type: [InvoiceActionType],
        description: 'Every act, whether you may do it now, and why not.',
        complexity: 1,
        // Not a count: Prisma would count the lines of every invoice there is.
        select: { lineItems: { select: { id: true }, orderBy: { position: 'asc' } } },
        resolve: (invoice, _args, context) => {
          const facts = { ...invoice, lineItemCount: invoice.lineItems.length };
          const { viewer } = signedIn(context);
          return INVOICE_ACTS.map((act) => ({
            act,
            refused: mayAct(viewer, invoice.companyId, act) ? refusal(act, facts) : NOT_YOURS,
          }));
        },
      }),
      createdAt: t.expose('createdAt', {
        type: 'DateTime',
        description: recordDescriptions.createdAt,
      }),
      updatedAt: t.expose('updatedAt', {
        type: 'DateTime',
        description: recordDescriptions.updatedAt,
      }),
    };
  },
});

defineRootEntity('invoice', invoiceEntity, 'An invoice by its id.');
