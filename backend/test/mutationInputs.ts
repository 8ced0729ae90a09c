import { randomUUID } from 'node:crypto';
import type { Database } from '../db/database.ts';
import { clientCreate } from '../features/clients/client.service.ts';
import { invoiceWriteOff } from '../features/invoices/invoice.close.ts';
import { projectCreate } from '../features/projects/project.service.ts';
import { hashPassword } from '../features/sessions/password.ts';
import { sessionCreate } from '../features/sessions/session.service.ts';
import { encodeId } from '../globalId.ts';
import { SECRET } from './execute.ts';
import { createDraft, createIssued, createPayment, line, noon } from './factories.ts';
import type { World } from './world.ts';

/** Makes an input that succeeds, with everything new that it needs. */
type MakeInput = (world: World, db: Database) => Promise<object>;

const key = () => ({ idempotencyKey: randomUUID() });
const today = (world: World) => world.at('2026-03-20');
const client = async (world: World) => {
  const { companyId } = world;
  const id = await clientCreate(today(world), { companyId, name: 'Lakeside Hospital' });
  return { id: encodeId('Client', id), expectedVersion: 1 };
};
const project = async (world: World) => {
  const { companyId, clientId } = world;
  const id = await projectCreate(today(world), { companyId, clientId, name: 'Atrium' });
  return { id: encodeId('Project', id), expectedVersion: 1 };
};
const issued = async (world: World) => ({
  id: await createIssued(world, '30.00'),
  expectedVersion: 2,
});
const draft = async (world: World) => ({
  id: await createDraft(world, '30.00'),
  expectedVersion: 1,
});

/** Every mutation that needs a permission. A new one belongs here: the matrix fails without it. */
export const PERMITTED: Readonly<Record<string, MakeInput>> = {
  companyUpdate: async ({ companyId }) => ({ id: companyId, expectedVersion: 1, name: 'Renamed' }),
  clientCreate: async ({ companyId }) => ({ companyId, name: 'Lakeside Hospital' }),
  clientUpdate: async (world) => ({ ...(await client(world)), phone: '555 0100' }),
  clientArchive: client,
  projectCreate: async ({ companyId, clientId }) => ({ companyId, clientId, name: 'Atrium' }),
  projectUpdate: async (world) => ({ ...(await project(world)), name: 'Annex' }),
  projectArchive: project,
  invoiceCreate: async ({ companyId, clientId, projectId }) => ({
    companyId,
    clientId,
    projectId,
    lineItems: [line('10.00', '2'), line('5.00')],
    ...key(),
  }),
  invoiceUpdate: async ({ draftId, clientId, projectId, ids }) => ({
    id: draftId,
    expectedVersion: 1,
    clientId,
    projectId,
    lineItems: [{ ...line('70.00'), id: ids.InvoiceLineItem }],
  }),
  invoiceDelete: draft,
  invoiceDuplicate: async ({ invoiceId }) => ({ id: invoiceId, ...key() }),
  invoiceIssue: async (world) => ({ ...(await draft(world)), ...key() }),
  invoiceDueDateChange: async (world) => ({ ...(await issued(world)), dueDate: '2026-04-30' }),
  invoiceVoid: issued,
  invoiceWriteOff: issued,
  invoiceWriteOffReverse: async (world) => {
    const invoice = await issued(world);
    await invoiceWriteOff(today(world), invoice);
    return { ...invoice, expectedVersion: 3 };
  },
  paymentRecord: async (world) => ({
    companyId: world.companyId,
    clientId: world.clientId,
    amount: '10.00',
    currencyCode: 'USD',
    receivedOn: '2026-03-20',
    method: 'CASH',
    allocations: [{ invoiceId: await createIssued(world, '30.00'), amount: '10.00' }],
    ...key(),
  }),
  paymentReverse: async (world) => ({
    id: await createPayment(world, await createIssued(world, '30.00'), '10.00'),
    ...key(),
  }),
};

const PASSWORD = 'correct horse battery';
const passwordHash = hashPassword(PASSWORD);

/** Somebody new with a password; their address. */
async function createPerson(db: Database): Promise<string> {
  const email = `${randomUUID()}@example.com`;
  const data = { email, name: 'Somebody', passwordHash: await passwordHash };
  await db.transaction((tx) => tx.user.create({ data }));
  return email;
}

async function openSession(db: Database) {
  const context = { db, now: noon('2026-03-20'), secret: SECRET, userAgent: null, address: null };
  const email = await createPerson(db);
  const { refreshToken } = await sessionCreate(context, { email, password: PASSWORD });
  return { refreshToken };
}

/** Every mutation that anyone may call. */
export const PUBLIC: Readonly<Record<string, MakeInput>> = {
  accountCreate: async () => ({
    name: 'Nina Founder',
    email: `${randomUUID()}@example.com`,
    password: PASSWORD,
    companyName: 'New Works',
    currencyCode: 'USD',
    timeZone: 'America/New_York',
  }),
  sessionCreate: async (_, db) => ({ email: await createPerson(db), password: PASSWORD }),
  sessionRefresh: async (_, db) => openSession(db),
  sessionEnd: async (_, db) => openSession(db),
};
