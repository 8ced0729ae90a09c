import { builder } from '../../graphql/builder.ts';
import { defineRootEntity, recordDescriptions } from '../../graphql/fields.ts';
import { MoneyType } from '../../graphql/money.ts';
import { defineEntityMutation } from '../../graphql/mutation.ts';
import { paymentEntity } from './payment.entity.ts';
import { paymentRecordInput, paymentReverseInput } from './payment.input.ts';
import { paymentRecord, paymentReverse } from './payment.service.ts';

const PaymentMethodType = builder.enumType('PaymentMethod', {
  description: 'How a payment reached the company.',
  values: {
    BANK_TRANSFER: { description: 'A transfer between bank accounts.' },
    CHECK: { description: 'A check.' },
    CARD: { description: 'A card.' },
    CASH: { description: 'Cash.' },
    DIRECT_DEBIT: { description: 'Collected from the client’s account.' },
    OTHER: { description: 'Anything else.' },
  } as const,
});

const PaymentType = builder.prismaNode('Payment', {
  id: { field: 'id' },
  description: 'Money received from a client. Never edited in amount, never deleted: reversed.',
  fields: (t) => ({
    client: t.relation('client', { description: 'Who paid.', complexity: 1 }),
    amount: t.field({
      type: MoneyType,
      description: 'How much.',
      resolve: (payment) => ({ minor: payment.amountMinor, currency: payment.currencyCode }),
    }),
    receivedOn: t.expose('receivedOn', { type: 'Date', description: 'When it was received.' }),
    method: t.expose('method', { type: PaymentMethodType, description: 'How it came.' }),
    reference: t.exposeString('reference', {
      nullable: true,
      description: 'What the bank or the check says.',
    }),
    allocations: t.relation('allocations', {
      description: 'Which invoices it settles; at most 200.',
      complexity: 1,
      query: { orderBy: { id: 'asc' } },
    }),
    reversedOn: t.expose('reversedOn', {
      type: 'Date',
      nullable: true,
      description: 'When it was undone; null while it stands.',
    }),
    reversalReason: t.exposeString('reversalReason', {
      nullable: true,
      description: 'Why it was undone.',
    }),
    version: t.exposeInt('rowVersion', { description: recordDescriptions.version }),
    createdAt: t.expose('createdAt', {
      type: 'DateTime',
      description: recordDescriptions.createdAt,
    }),
  }),
});

builder.prismaNode('PaymentAllocation', {
  id: { field: 'id' },
  description: 'The part of a payment that settles one invoice.',
  fields: (t) => ({
    payment: t.relation('payment', { description: 'The payment.', complexity: 1 }),
    invoice: t.relation('invoice', { description: 'The invoice.', complexity: 1 }),
    amount: t.field({
      type: MoneyType,
      description: 'How much of it.',
      select: { payment: { select: { currencyCode: true } } },
      resolve: ({ amountMinor, payment }) => ({
        minor: amountMinor,
        currency: payment.currencyCode,
      }),
    }),
    effectiveOn: t.expose('effectiveOn', {
      type: 'Date',
      description: 'The later of the receipt and the invoice’s issue.',
    }),
  }),
});

defineRootEntity('payment', paymentEntity, 'A payment by its id.');

const AllocationInput = builder.inputType('PaymentAllocationInput', {
  description: 'A part of a payment for one invoice.',
  fields: (t) => ({
    invoiceId: t.id({ required: true, description: 'An issued invoice of the client.' }),
    amount: t.field({ type: 'Decimal', required: true, description: 'At most its balance due.' }),
  }),
});

const answer = {
  field: 'payment',
  fieldDescription: 'The payment as it is now.',
  entity: paymentEntity,
  type: PaymentType,
} as const;

defineEntityMutation({
  ...answer,
  name: 'paymentRecord',
  description: 'Record money received from a client and which invoices it settles.',
  permission: 'payments:record',
  schema: paymentRecordInput,
  input: (t) => ({
    companyId: t.id({ required: true, description: 'Who received it.' }),
    clientId: t.id({ required: true, description: 'Who paid.' }),
    amount: t.field({
      type: 'Decimal',
      required: true,
      description: 'The sum of the allocations.',
    }),
    currencyCode: t.field({
      type: 'CurrencyCode',
      required: true,
      description: 'Of all amounts here.',
    }),
    receivedOn: t.field({ type: 'Date', required: true, description: 'At the latest tomorrow.' }),
    method: t.field({ type: PaymentMethodType, required: true, description: 'How it came.' }),
    reference: t.string({ description: 'What the bank or the check says; unique per method.' }),
    allowDuplicateReference: t.boolean({ description: 'The same reference again is intended.' }),
    allocations: t.field({
      type: [AllocationInput],
      required: true,
      description: 'What it settles.',
    }),
    idempotencyKey: t.string({
      required: true,
      description: 'The same key and input again gives the first answer and no second payment.',
    }),
  }),
  act: paymentRecord,
});

defineEntityMutation({
  ...answer,
  name: 'paymentReverse',
  description: 'Undo a payment that bounced or was a mistake: what it settled is owed again.',
  permission: 'payments:reverse',
  schema: paymentReverseInput,
  input: (t) => ({
    id: t.id({ required: true, description: 'The payment.' }),
    reversedOn: t.field({ type: 'Date', description: 'On or after the receipt; default today.' }),
    reason: t.string({ description: 'Why.' }),
    idempotencyKey: t.string({
      required: true,
      description: 'The same key again changes nothing.',
    }),
  }),
  act: paymentReverse,
});
