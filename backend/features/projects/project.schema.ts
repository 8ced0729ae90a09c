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
import { ProjectStatusType } from './project.connection.ts';
import { projectEntity } from './project.entity.ts';
import { projectArchiveInput, projectCreateInput, projectUpdateInput } from './project.input.ts';
import { projectArchive, projectCreate, projectUpdate } from './project.service.ts';

export const ProjectType = builder.prismaNode('Project', {
  id: { field: 'id' },
  description: 'A job for one client.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name.' }),
    code: t.exposeString('code', {
      nullable: true,
      description: 'Short code, for invoice numbers.',
    }),
    status: t.expose('status', { type: ProjectStatusType, description: 'Where it stands.' }),
    version: t.exposeInt('rowVersion', { description: recordDescriptions.version }),
    createdAt: t.expose('createdAt', {
      type: 'DateTime',
      description: recordDescriptions.createdAt,
    }),
    updatedAt: t.expose('updatedAt', {
      type: 'DateTime',
      description: recordDescriptions.updatedAt,
    }),
    company: t.relation('company', { description: 'Whose job it is.', complexity: 1 }),
    client: t.relation('client', { description: 'For whom.', complexity: 1 }),
    invoiced: t.field({
      type: [MoneyType],
      description:
        'The totals of its issued invoices, one amount per currency; void ones left out.',
      complexity: 1,
      resolve: ({ companyId, id }, _args, context) =>
        invoiceSums(context, 'invoiced', 'project_id').load({ companyId, id }),
    }),
    balanceDue: t.field({
      type: [MoneyType],
      description: 'What is owed now, one amount per currency; empty when nothing is.',
      complexity: 1,
      resolve: ({ companyId, id }, _args, context) =>
        invoiceSums(context, 'balanceDue', 'project_id').load({ companyId, id }),
    }),
    invoices: t.field({
      type: InvoiceConnectionType,
      description: 'Invoices of this project.',
      args: invoiceArgs(t.arg),
      complexity: listComplexity,
      resolve: ({ companyId, id }, args, context, info) =>
        listOf(
          invoiceList,
          Prisma.sql`company_id = ${companyId} AND project_id = ${id}`,
          companyId,
          args,
          context,
          info,
        ),
    }),
  }),
});

defineRootEntity('project', projectEntity, 'A project by its id.');

const answer = {
  permission: 'projects:write',
  field: 'project',
  fieldDescription: 'The project as it is now.',
  entity: projectEntity,
  type: ProjectType,
} as const;

defineEntityMutation({
  ...answer,
  name: 'projectCreate',
  description: 'Start a project for a client.',
  schema: projectCreateInput,
  input: (t) => ({
    companyId: t.id({ required: true, description: 'Whose job.' }),
    clientId: t.id({ required: true, description: 'For whom.' }),
    name: t.string({ required: true, description: 'Name.' }),
    code: t.string({ description: 'Short code, unique in the company.' }),
    idempotencyKey: t.string({ description: 'The same key and input again adds nothing.' }),
  }),
  act: projectCreate,
});

defineEntityMutation({
  ...answer,
  name: 'projectUpdate',
  description: 'Change a project; absent fields stay, null clears.',
  schema: projectUpdateInput,
  input: (t) => ({
    id: t.id({ required: true, description: 'The project.' }),
    expectedVersion: t.int({ required: true, description: 'The version you saw.' }),
    name: t.string({ description: 'Name.' }),
    code: t.string({ description: 'Short code, unique in the company.' }),
    status: t.field({ type: ProjectStatusType, description: 'Any but ARCHIVED.' }),
  }),
  act: projectUpdate,
});

defineEntityMutation({
  ...answer,
  name: 'projectArchive',
  description: 'Hide a project from choices; its documents stay.',
  schema: projectArchiveInput,
  input: (t) => ({
    id: t.id({ required: true, description: 'The project.' }),
    expectedVersion: t.int({ required: true, description: 'The version you saw.' }),
  }),
  act: projectArchive,
});
