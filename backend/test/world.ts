import type { Database } from '../db/database.ts';
import { Prisma } from '../db/generated/sqlite/client.ts';
import { projectCreate } from '../features/projects/project.service.ts';
import { encodeId, type NodeType, parseId } from '../globalId.ts';
import {
  createCompany,
  createDraft,
  createIssued,
  createPayment,
  type TestCompany,
} from './factories.ts';

/** A company with one thing of every type that has an id. */
export interface World extends TestCompany {
  readonly projectId: string;
  /** Of an issued invoice with a payment. */
  readonly invoiceId: string;
  readonly paymentId: string;
  readonly draftId: string;
  readonly ids: Readonly<Record<NodeType, string>>;
}

export async function createWorld(db: Database): Promise<World> {
  const company = await createCompany(db);
  const { companyId, clientId } = company;
  const project = await projectCreate(company.at('2026-02-10'), {
    companyId,
    clientId,
    name: 'Tower',
  });
  const invoiceId = await createIssued(company, '100.00');
  const paymentId = await createPayment(company, invoiceId, '40.00');
  const draftId = await createDraft(company, '50.00');
  const where = { companyId: company.company.id };
  const line = await db.fresh.reader.invoiceLineItem.findFirstOrThrow({
    where: { ...where, invoice: { state: 'DRAFT' } },
  });
  const allocation = await db.fresh.reader.paymentAllocation.findFirstOrThrow({ where });
  const entry = await db.fresh.reader.receivableEntry.findFirstOrThrow({ where });
  const membership = await db.fresh.reader.membership.findFirstOrThrow({ where });
  const projectId = encodeId('Project', project);
  return {
    ...company,
    projectId,
    invoiceId,
    paymentId,
    draftId,
    ids: {
      User: encodeId('User', company.user.id),
      Membership: encodeId('Membership', membership.id),
      Company: companyId,
      Client: clientId,
      Project: projectId,
      Invoice: invoiceId,
      InvoiceLineItem: encodeId('InvoiceLineItem', line.id),
      Payment: paymentId,
      PaymentAllocation: encodeId('PaymentAllocation', allocation.id),
      ReceivableEntry: encodeId('ReceivableEntry', entry.id),
    },
  };
}

/** An id of the same type that no row has. */
export function unknownId(globalId: string): string {
  const parsed = parseId(globalId);
  if (parsed === null) throw new Error(`${globalId} is no id`);
  return encodeId(parsed.typeName as NodeType, 1_999_999_999);
}

type Path = readonly string[];

/** Where an input names ids. */
export function idPaths(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string') return parseId(value) === null ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => idPaths(part, [...path, key]));
}

export const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce((part, key) => (part as Record<string, unknown> | undefined)?.[key], value);

/** A copy of an input with other values at some paths. */
export function withValues(input: object, values: readonly (readonly [Path, unknown])[]): object {
  const copy = structuredClone(input);
  for (const [path, value] of values) {
    const parent = valueAt(copy, path.slice(0, -1)) as Record<string, unknown>;
    parent[path.at(-1) ?? ''] = value;
  }
  return copy;
}

/** Everything the database holds, for comparing before and after. */
export async function contents(db: Database): Promise<string[]> {
  const delegates = db.fresh.reader as unknown as Record<string, { findMany(): Promise<object[]> }>;
  const rows: string[] = [];
  for (const model of Object.values(Prisma.ModelName)) {
    const delegate = delegates[model.charAt(0).toLowerCase() + model.slice(1)];
    for (const row of (await delegate?.findMany()) ?? []) {
      const shown = (_: string, value: unknown) =>
        typeof value === 'bigint' ? `${value}n` : value;
      rows.push(`${model} ${JSON.stringify(row, shown)}`);
    }
  }
  return rows.sort();
}
