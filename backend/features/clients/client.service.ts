import { notFound } from '../../errors.ts';
import { decodeId } from '../../globalId.ts';
import { once } from '../idempotency.ts';
import { demand, demandCompany, type ServiceContext, type Tx } from '../service.ts';
import { demandUpdated, demandVersion } from '../versions.ts';
import type { ClientArchiveInput, ClientCreateInput, ClientUpdateInput } from './client.input.ts';
import { visibleClients } from './client.policy.ts';

export async function clientCreate(
  context: ServiceContext,
  input: ClientCreateInput,
): Promise<number> {
  const companyId = demandCompany(context, decodeId('Company', input.companyId), 'clients:write');
  const { idempotencyKey: key, companyId: _company, ...data } = input;
  return context.db.transaction((tx) =>
    once(tx, { companyId, key, mutation: 'clientCreate', input, now: context.now }, async () => {
      const client = await tx.client.create({
        data: { ...data, companyId, createdAt: context.now },
      });
      return client.id;
    }),
  );
}

async function clientForChange(context: ServiceContext, tx: Tx, globalId: string) {
  const where = { id: decodeId('Client', globalId) ?? 0, ...visibleClients(context.viewer) };
  const client = (await tx.client.findFirst({ where })) ?? notFound('client', 'id');
  demand(context, client.companyId, 'clients:write');
  return client;
}

export async function clientUpdate(
  context: ServiceContext,
  input: ClientUpdateInput,
): Promise<number> {
  const { id: globalId, expectedVersion, ...changes } = input;
  return context.db.transaction(async (tx) => {
    const client = await clientForChange(context, tx, globalId);
    demandVersion(expectedVersion, client.rowVersion, changes, { ...client });
    const where = { id: client.id, rowVersion: expectedVersion };
    const data = { ...changes, rowVersion: { increment: 1 } };
    demandUpdated((await tx.client.updateMany({ where, data })).count);
    return client.id;
  });
}

/** Hides a client from choices; its documents stay. Archiving twice changes nothing. */
export async function clientArchive(
  context: ServiceContext,
  input: ClientArchiveInput,
): Promise<number> {
  return context.db.transaction(async (tx) => {
    const client = await clientForChange(context, tx, input.id);
    demandVersion(input.expectedVersion, client.rowVersion);
    const where = { id: client.id, rowVersion: input.expectedVersion };
    const data = { archivedAt: client.archivedAt ?? context.now, rowVersion: { increment: 1 } };
    demandUpdated((await tx.client.updateMany({ where, data })).count);
    return client.id;
  });
}
