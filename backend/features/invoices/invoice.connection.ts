import type { ArgBuilder } from '@pothos/core';
import type { Invoice } from '../../db/generated/sqlite/client.ts';
import { type BuilderTypes, builder } from '../../graphql/builder.ts';
import { connectionType, orderType, pageArgs } from '../../graphql/connectionType.ts';
import { INVOICE_STATUSES } from './invoice.rules.ts';

export const InvoiceStatusType = builder.enumType('InvoiceStatus', {
  description: 'Where an invoice stands today, derived from its state, balance and due date.',
  values: INVOICE_STATUSES,
});

const InvoiceFilterType = builder.inputType('InvoiceFilter', {
  description: 'Which invoices to list; all conditions must hold.',
  fields: (t) => ({
    statuses: t.field({ type: [InvoiceStatusType], description: 'One of these.' }),
    clientId: t.id({ description: 'Of this client.' }),
    projectId: t.id({ description: 'Of this project.' }),
    number: t.string({ description: 'Number starts with this.' }),
    search: t.string({
      description: 'Text anywhere in number, purchase order number, memo or client name.',
    }),
    issuedFrom: t.field({ type: 'Date', description: 'Issue date on or after.' }),
    issuedTo: t.field({ type: 'Date', description: 'Issue date on or before.' }),
    dueFrom: t.field({ type: 'Date', description: 'Due date on or after.' }),
    dueTo: t.field({ type: 'Date', description: 'Due date on or before.' }),
    overdue: t.boolean({ description: 'Only overdue ones, or only others.' }),
    currencyCode: t.field({ type: 'CurrencyCode', description: 'In this currency.' }),
    totalMin: t.field({ type: 'Decimal', description: 'Total at least; needs currencyCode.' }),
    totalMax: t.field({ type: 'Decimal', description: 'Total at most; needs currencyCode.' }),
  }),
});

const InvoiceOrderType = orderType('Invoice', {
  DUE_DATE: 'Due date; drafts without one count as earliest.',
  ISSUE_DATE: 'Issue date; drafts without one count as earliest.',
  NUMBER: 'Number; drafts come first.',
  TOTAL: 'Total, compared as minor units whatever the currency.',
  BALANCE: 'Balance due, compared as minor units whatever the currency.',
});

export const InvoiceConnectionType = connectionType<Invoice>('Invoice', 'Invoice');

export const invoiceArgs = (arg: ArgBuilder<BuilderTypes>) => ({
  ...pageArgs(arg),
  filter: arg({ type: InvoiceFilterType, description: 'Which ones.' }),
  orderBy: arg({ type: InvoiceOrderType, description: 'Default: latest issue date first.' }),
});
