import { Prisma } from '../../db/generated/sqlite/client.ts';
import { builder } from '../../graphql/builder.ts';
import { listOf } from '../../graphql/connection.ts';
import { listComplexity } from '../../graphql/connectionType.ts';
import { defineRootEntity, recordDescriptions } from '../../graphql/fields.ts';
import { MoneyType } from '../../graphql/money.ts';
import { defineEntityMutation } from '../../graphql/mutation.ts';
import { InvoiceConnectionType, invoiceArgs } from '../invoices/invoice.connection.ts';
import { invoiceList } from '../invoices/invoice.list.ts';
import { invoiceSums } from '../invoices/invoice.loaders.ts';
import { PaymentConnectionType, paymentArgs } from '../payments/payment.connection.ts';
import { paymentList } from '../payments/payment.list.ts';
import { ProjectConnectionType, projectArgs } from '../projects/project.connection.ts';
import { projectList } from '../projects/project.list.ts';
import { clientEntity } from './client.entity.ts';
import { clientArchiveInput, clientCreateInput, clientUpdateInput } from './client.input.ts';
import { clientArchive, clientCreate, clientUpdate } from './client.service.ts';

const ofClient = (client: { companyId: number; id: number }) =>
  Prisma.sql`company_id = ${client.companyId} AND client_id = ${client.id}`;

export const ClientType = builder.prismaNode('Client', {
  id: { field: 'id' },
  description: 'Who is invoiced.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name.' }),
    email: t.expose('email', {
      type: 'EmailAddress',
      nullable: true,
      description: 'Address for invoices.',
    }),
    phone: t.exposeString('phone', { nullable: true, description: 'Telephone.' }),
    address: t.exposeString('address', { nullable: true, description: 'Postal address.' }),
    taxIdentifier: t.exposeString('taxIdentifier', { nullable: true, description: 'Tax number.' }),
    paymentTerms: t.exposeString('paymentTerms', {
      nullable: true,
      description: 'Own terms, such as NET_30; null: the company’s.',
    }),
    archivedAt: t.expose('archivedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was hidden from choices.',
    }),
    version: t.exposeInt('rowVersion', { description: recordDescriptions.version }),
    createdAt: t.expose('createdAt', {
      type: 'DateTime',
      description: recordDescriptions.createdAt,
    }),
    updatedAt: t.expose('updatedAt', {
      type: 'DateTime',
      description: recordDescriptions.updatedAt,
    }),
    company: t.relation('company', { description: 'Whose client it is.', complexity: 1 }),
    balanceDue: t.field({
      type: [MoneyType],
      description: 'What is owed now, one amount per currency; empty when nothing is.',
      complexity: 1,
      resolve: ({ companyId, id }, _args, context) =>
        invoiceSums(context, 'balanceDue', 'client_id').load({ companyId, id }),
    }),
    projects: t.field({
      type: ProjectConnectionType,
      description: 'Jobs for this client.',
      args: projectArgs(t.arg),
      complexity: listComplexity,
      resolve: (client, args, context, info) =>
        listOf(projectList, ofClient(client), client.companyId, args, context, info),
    }),
    invoices: t.field({
      type: InvoiceConnectionType,
      description: 'Invoices to this client.',
      args: invoiceArgs(t.arg),
      complexity: listComplexity,
      resolve: (client, args, context, info) =>
        listOf(invoiceList, ofClient(client), client.companyId, args, context, info),
    }),
    payments: t.field({
      type: PaymentConnectionType,
      description: 'Money received from this client.',
      args: paymentArgs(t.arg),
      complexity: listComplexity,
      resolve: (client, args, context, info) =>
        listOf(paymentList, ofClient(client), client.companyId, args, context, info),
    }),
  }),
});

defineRootEntity('client', clientEntity, 'A client by its id.');

const answer = {
  permission: 'clients:write',
  field: 'client',
  fieldDescription: 'The client as it is now.',
  entity: clientEntity,
  type: ClientType,
} as const;

defineEntityMutation({
  ...answer,
  name: 'clientCreate',
  description: 'Add a client.',
  schema: clientCreateInput,
  input: (t) => ({
    companyId: t.id({ required: true, description: 'Whose client.' }),
    name: t.string({ required: true, description: 'Name.' }),
    email: t.field({ type: 'EmailAddress', description: 'Address for invoices.' }),
    phone: t.string({ description: 'Telephone.' }),
    address: t.string({ description: 'Postal address.' }),
    taxIdentifier: t.string({ description: 'Tax number.' }),
    paymentTerms: t.string({ description: 'NET_30, EOM_15, DAY_10 or ON_RECEIPT.' }),
    idempotencyKey: t.string({ description: 'The same key and input again adds nothing.' }),
  }),
  act: clientCreate,
});

defineEntityMutation({
  ...answer,
  name: 'clientUpdate',
  description: 'Change a client; absent fields stay, null clears.',
  schema: clientUpdateInput,
  input: (t) => ({
    id: t.id({ required: true, description: 'The client.' }),
    expectedVersion: t.int({ required: true, description: 'The version you saw.' }),
    name: t.string({ description: 'Name.' }),
    email: t.field({ type: 'EmailAddress', description: 'Address for invoices.' }),
    phone: t.string({ description: 'Telephone.' }),
    address: t.string({ description: 'Postal address.' }),
    taxIdentifier: t.string({ description: 'Tax number.' }),
    paymentTerms: t.string({ description: 'NET_30, EOM_15, DAY_10 or ON_RECEIPT.' }),
  }),
  act: clientUpdate,
});

defineEntityMutation({
  ...answer,
  name: 'clientArchive',
  description: 'Hide a client from choices; its documents stay.',
  schema: clientArchiveInput,
  input: (t) => ({
    id: t.id({ required: true, description: 'The client.' }),
    expectedVersion: t.int({ required: true, description: 'The version you saw.' }),
  }),
  act: clientArchive,
});
