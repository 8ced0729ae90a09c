import { notFound } from '../../errors.ts';
import { decodeId } from '../../globalId.ts';
import { companyIds } from '../../viewer.ts';
import { demand, type ServiceContext } from '../service.ts';
import { demandUpdated, demandVersion } from '../versions.ts';
import type { CompanyUpdateInput } from './company.input.ts';

export async function companyUpdate(
  context: ServiceContext,
  input: CompanyUpdateInput,
): Promise<number> {
  const { id: globalId, expectedVersion, ...changes } = input;
  const id = decodeId('Company', globalId);
  if (id === null || !companyIds(context.viewer).includes(id)) return notFound('company', 'id');
  demand(context, id, 'company:update');
  return context.db.transaction(async (tx) => {
    const company = await tx.company.findUniqueOrThrow({ where: { id } });
    demandVersion(expectedVersion, company.rowVersion, changes, { ...company });
    const where = { id, rowVersion: expectedVersion };
    const data = { ...changes, rowVersion: { increment: 1 } };
    demandUpdated((await tx.company.updateMany({ where, data })).count);
    return id;
  });
}
