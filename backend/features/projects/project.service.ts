import type { Problem } from '../../domain/problem.ts';
import { notFound } from '../../errors.ts';
import { decodeId } from '../../globalId.ts';
import { once } from '../idempotency.ts';
import {
  demand,
  demandCompany,
  type ServiceContext,
  type Tx,
  unlessDuplicate,
} from '../service.ts';
import { demandUpdated, demandVersion } from '../versions.ts';
import type {
  ProjectArchiveInput,
  ProjectCreateInput,
  ProjectUpdateInput,
} from './project.input.ts';
import { visibleProjects } from './project.policy.ts';

const CODE_TAKEN: Problem = {
  code: 'DUPLICATE',
  message: 'Another project has this code.',
  field: ['code'],
};

export async function projectCreate(
  context: ServiceContext,
  input: ProjectCreateInput,
): Promise<number> {
  const companyId = demandCompany(context, decodeId('Company', input.companyId), 'projects:write');
  const { now } = context;
  return context.db.transaction((tx) =>
    once(
      tx,
      { companyId, key: input.idempotencyKey, mutation: 'projectCreate', input, now },
      async () => {
        const where = { id: decodeId('Client', input.clientId) ?? 0, companyId };
        const client = (await tx.client.findFirst({ where })) ?? notFound('client', 'clientId');
        const project = await unlessDuplicate(
          tx.project.create({
            data: {
              companyId,
              clientId: client.id,
              name: input.name,
              code: input.code ?? null,
              createdAt: now,
            },
          }),
          CODE_TAKEN,
        );
        return project.id;
      },
    ),
  );
}

async function projectForChange(context: ServiceContext, tx: Tx, globalId: string) {
  const where = { id: decodeId('Project', globalId) ?? 0, ...visibleProjects(context.viewer) };
  const project = (await tx.project.findFirst({ where })) ?? notFound('project', 'id');
  demand(context, project.companyId, 'projects:write');
  return project;
}

export async function projectUpdate(
  context: ServiceContext,
  input: ProjectUpdateInput,
): Promise<number> {
  const { id: globalId, expectedVersion, ...changes } = input;
  return context.db.transaction(async (tx) => {
    const project = await projectForChange(context, tx, globalId);
    demandVersion(expectedVersion, project.rowVersion, changes, { ...project });
    const where = { id: project.id, rowVersion: expectedVersion };
    // Every status that an update can give takes it out of the archive.
    const archive = changes.status === undefined ? {} : { archivedAt: null };
    const data = { ...changes, ...archive, rowVersion: { increment: 1 } };
    const updated = await unlessDuplicate(tx.project.updateMany({ where, data }), CODE_TAKEN);
    demandUpdated(updated.count);
    return project.id;
  });
}

/** Closes a project to new choices; its documents stay. */
export async function projectArchive(
  context: ServiceContext,
  input: ProjectArchiveInput,
): Promise<number> {
  return context.db.transaction(async (tx) => {
    const project = await projectForChange(context, tx, input.id);
    demandVersion(input.expectedVersion, project.rowVersion);
    const where = { id: project.id, rowVersion: input.expectedVersion };
    const archivedAt = project.archivedAt ?? context.now;
    const data = { archivedAt, status: 'ARCHIVED' as const, rowVersion: { increment: 1 } };
    demandUpdated((await tx.project.updateMany({ where, data })).count);
    return project.id;
  });
}
