import { encodeId } from '../../globalId.ts';
import { builder } from '../../graphql/builder.ts';
import { signedIn } from '../../graphql/entity.ts';
import { defineEntityMutation, defineMutation } from '../../graphql/mutation.ts';
import { invoiceVoid, invoiceWriteOff, invoiceWriteOffReverse } from './invoice.close.ts';
import { invoiceCreate, invoiceDelete, invoiceDuplicate } from './invoice.draft.ts';
import { invoiceDueDateChange } from './invoice.dueDate.ts';
import { invoiceEntity } from './invoice.entity.ts';
import {
  invoiceCloseInput,
  invoiceCreateInput,
  invoiceDeleteInput,
  invoiceDueDateChangeInput,
  invoiceDuplicateInput,
  invoiceIssueInput,
  invoiceUpdateInput,
} from './invoice.input.ts';
import { invoiceIssue } from './invoice.issue.ts';
import { InvoiceType } from './invoice.schema.ts';
import { invoiceUpdate } from './invoice.update.ts';

export const lineFields = {
  quantity: 'How much; at most 4 decimals.',
  unitPrice: 'At most 6 decimals.',
  discountPercent: 'Percent off this line, 0 to 100.',
  discountAmount: 'Or an amount off it, at most quantity × unit price.',
  taxRate: 'Percent.',
} as const;

const InvoiceLineItemInput = builder.inputType('InvoiceLineItemInput', {
  description: 'A line of an invoice.',
  fields: (t) => ({
    id: t.id({ description: 'In an update: the line this was; left out, it is new.' }),
    description: t.string({ required: true, description: 'What it is for.' }),
    quantity: t.field({ type: 'Decimal', required: true, description: lineFields.quantity }),
    unit: t.string({ description: 'Of what: hours, m³, pieces.' }),
    unitPrice: t.field({ type: 'Decimal', required: true, description: lineFields.unitPrice }),
    discountPercent: t.field({ type: 'Decimal', description: lineFields.discountPercent }),
    discountAmount: t.field({ type: 'Decimal', description: lineFields.discountAmount }),
    taxRate: t.field({ type: 'Decimal', description: lineFields.taxRate }),
  }),
});

type InputBuilder = Parameters<Parameters<typeof defineMutation>[0]['input']>[0];

const contentFields = (t: InputBuilder) => ({
  projectId: t.id({ description: 'For which job of the client.' }),
  issueDate: t.field({ type: 'Date', description: 'Its date; can wait for the issue.' }),
  dueDate: t.field({ type: 'Date', description: 'Left out, it follows from the terms at issue.' }),
  discountPercent: t.field({ type: 'Decimal', description: 'Percent off the sum of the lines.' }),
  discountAmount: t.field({ type: 'Decimal', description: 'Or an amount off it.' }),
  memo: t.string({ description: 'A note to the client.' }),
  purchaseOrderNumber: t.string({ description: 'The client’s order.' }),
  lineItems: t.field({
    type: [InvoiceLineItemInput],
    description: 'The lines, in order; replaced whole.',
  }),
  pricesIncludeTax: t.boolean({ description: 'Whether unit prices are typed with tax.' }),
  currencyCode: t.field({ type: 'CurrencyCode', description: 'Default: the company’s.' }),
});

const reference = (t: InputBuilder) => ({
  id: t.id({ required: true, description: 'The invoice.' }),
  expectedVersion: t.int({ required: true, description: 'The version you saw.' }),
});

const answer = {
  permission: 'invoices:write',
  field: 'invoice',
  fieldDescription: 'The invoice as it is now.',
  entity: invoiceEntity,
  type: InvoiceType,
} as const;

defineEntityMutation({
  ...answer,
  name: 'invoiceCreate',
  description: 'Start a draft; it may be incomplete.',
  schema: invoiceCreateInput,
  input: (t) => ({
    companyId: t.id({ required: true, description: 'Who invoices.' }),
    clientId: t.id({ required: true, description: 'Who is invoiced.' }),
    ...contentFields(t),
    idempotencyKey: t.string({ description: 'The same key and input again creates nothing.' }),
  }),
  act: invoiceCreate,
});

defineEntityMutation({
  ...answer,
  name: 'invoiceUpdate',
  description:
    'Change a draft in everything, an issued invoice in memo, purchase order number and due date.',
  schema: invoiceUpdateInput,
  input: (t) => ({
    ...reference(t),
    clientId: t.id({ description: 'Who is invoiced.' }),
    ...contentFields(t),
  }),
  act: invoiceUpdate,
});

defineEntityMutation({
  ...answer,
  name: 'invoiceDuplicate',
  description: 'Copy an invoice, whatever its state, into a new draft without dates.',
  schema: invoiceDuplicateInput,
  input: (t) => ({
    id: t.id({ required: true, description: 'The invoice to copy.' }),
    idempotencyKey: t.string({ description: 'The same key again copies nothing.' }),
  }),
  act: invoiceDuplicate,
});

defineEntityMutation({
  ...answer,
  name: 'invoiceIssue',
  description: 'Make a draft final: it gets its number, and its total is owed.',
  permission: 'invoices:issue',
  schema: invoiceIssueInput,
  input: (t) => ({
    ...reference(t),
    issueDate: t.field({ type: 'Date', description: 'Default: the draft’s, or today.' }),
    dueDate: t.field({ type: 'Date', description: 'Default: the draft’s, or by the terms.' }),
    idempotencyKey: t.string({
      required: true,
      description: 'The same key again changes nothing.',
    }),
  }),
  act: invoiceIssue,
});

defineEntityMutation({
  ...answer,
  name: 'invoiceDueDateChange',
  description: 'Move the due date of an issued invoice; the former one is kept as history.',
  schema: invoiceDueDateChangeInput,
  input: (t) => ({
    ...reference(t),
    dueDate: t.field({ type: 'Date', required: true, description: 'On or after the issue date.' }),
  }),
  act: invoiceDueDateChange,
});

for (const [name, description, act] of [
  [
    'invoiceVoid',
    'Take back an issued invoice without payments; its number stays used.',
    invoiceVoid,
  ],
  ['invoiceWriteOff', 'Give up what an invoice still owes.', invoiceWriteOff],
  ['invoiceWriteOffReverse', 'Owe again what was written off.', invoiceWriteOffReverse],
] as const) {
  defineEntityMutation({
    ...answer,
    name,
    description,
    permission: 'invoices:close',
    schema: invoiceCloseInput,
    input: (t) => ({
      ...reference(t),
      date: t.field({ type: 'Date', description: 'When it takes effect; default today.' }),
      reason: t.string({ description: 'Why.' }),
    }),
    act,
  });
}

defineMutation({
  name: 'invoiceDelete',
  description: 'Delete a draft; no number is used.',
  permission: 'invoices:write',
  schema: invoiceDeleteInput,
  input: reference,
  payload: { deletedInvoiceId: { type: 'ID', description: 'The id it had.' } },
  resolve: async (input, context) => ({
    deletedInvoiceId: encodeId('Invoice', await invoiceDelete(signedIn(context), input)),
  }),
});
