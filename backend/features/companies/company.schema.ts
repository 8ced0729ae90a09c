import { Prisma } from '../../db/generated/sqlite/client.ts';
import { builder } from '../../graphql/builder.ts';
import { listOf } from '../../graphql/connection.ts';
import { listComplexity } from '../../graphql/connectionType.ts';
import { registerEntity } from '../../graphql/entity.ts';
import { defineRootEntity, recordDescriptions } from '../../graphql/fields.ts';
import { defineEntityMutation } from '../../graphql/mutation.ts';
import { companyIds } from '../../viewer.ts';
import { ClientConnectionType, clientArgs } from '../clients/client.connection.ts';
import { clientList } from '../clients/client.list.ts';
import { InvoiceConnectionType, invoiceArgs } from '../invoices/invoice.connection.ts';
import { companyInvoiceList } from '../invoices/invoice.list.ts';
import { PaymentConnectionType, paymentArgs } from '../payments/payment.connection.ts';
import { paymentList } from '../payments/payment.list.ts';
import { ProjectConnectionType, projectArgs } from '../projects/project.connection.ts';
import { projectList } from '../projects/project.list.ts';
import { companyUpdateInput } from './company.input.ts';
import { companyUpdate } from './company.service.ts';

const inCompany = (id: number) => Prisma.sql`company_id = ${id}`;

export const CompanyType = builder.prismaNode('Company', {
  id: { field: 'id' },
  description: 'A construction firm using Plumb: the tenant that owns everything else.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name.' }),
    currencyCode: t.expose('currencyCode', {
      type: 'CurrencyCode',
      description: 'The currency new documents start with.',
    }),
    timeZone: t.expose('timeZone', {
      type: 'TimeZone',
      description: 'IANA time zone; decides what day it is.',
    }),
    invoiceNumberFormat: t.exposeString('invoiceNumberFormat', {
      description: 'How invoice numbers are written: {SEQ:5}, {YYYY}, {MM}, {PROJECT}.',
    }),
    paymentTerms: t.exposeString('paymentTerms', {
      description: 'Terms of new invoices: NET_30, EOM_15, DAY_10 or ON_RECEIPT.',
    }),
    address: t.exposeString('address', { nullable: true, description: 'Postal address.' }),
    taxIdentifier: t.exposeString('taxIdentifier', { nullable: true, description: 'Tax number.' }),
    version: t.exposeInt('rowVersion', { description: recordDescriptions.version }),
    createdAt: t.expose('createdAt', {
      type: 'DateTime',
      description: recordDescriptions.createdAt,
    }),
    updatedAt: t.expose('updatedAt', {
      type: 'DateTime',
      description: recordDescriptions.updatedAt,
    }),
    clients: t.field({
      type: ClientConnectionType,
      description: 'Who it invoices.',
      args: clientArgs(t.arg),
      complexity: listComplexity,
      resolve: ({ id }, args, context, info) =>
        listOf(clientList, inCompany(id), id, args, context, info),
    }),
    projects: t.field({
      type: ProjectConnectionType,
      description: 'Its jobs.',
      args: projectArgs(t.arg),
      complexity: listComplexity,
      resolve: ({ id }, args, context, info) =>
        listOf(projectList, inCompany(id), id, args, context, info),
    }),
    invoices: t.field({
      type: InvoiceConnectionType,
      description: 'Its invoices.',
      args: invoiceArgs(t.arg),
      complexity: listComplexity,
      resolve: ({ id }, args, context, info) =>
        listOf(companyInvoiceList, inCompany(id), id, args, context, info),
    }),
    payments: t.field({
      type: PaymentConnectionType,
      description: 'Money received.',
      args: paymentArgs(t.arg),
      complexity: listComplexity,
      resolve: ({ id }, args, context, info) =>
        listOf(paymentList, inCompany(id), id, args, context, info),
    }),
  }),
});

const companyEntity = registerEntity({
  typeName: 'Company',
  load: ({ db, viewer }, ids, query) =>
    db.reader.company.findMany({
      ...query,
      where: { id: { in: ids.filter((id) => companyIds(viewer).includes(id)) } },
    }),
});

defineRootEntity('company', companyEntity, 'A company you belong to.');

defineEntityMutation({
  name: 'companyUpdate',
  description: 'Change a company; absent fields stay, null clears.',
  permission: 'company:update',
  schema: companyUpdateInput,
  field: 'company',
  fieldDescription: 'The company as it is now.',
  entity: companyEntity,
  type: CompanyType,
  input: (t) => ({
    id: t.id({ required: true, description: 'The company.' }),
    expectedVersion: t.int({ required: true, description: 'The version you saw.' }),
    name: t.string({ description: 'Its name.' }),
    currencyCode: t.field({ type: 'CurrencyCode', description: 'Currency of new documents.' }),
    timeZone: t.field({ type: 'TimeZone', description: 'IANA time zone.' }),
    invoiceNumberFormat: t.string({ description: 'Such as INV-{SEQ:5}.' }),
    paymentTerms: t.string({ description: 'NET_30, EOM_15, DAY_10 or ON_RECEIPT.' }),
    address: t.string({ description: 'Postal address.' }),
    taxIdentifier: t.string({ description: 'Tax number.' }),
  }),
  act: companyUpdate,
});
