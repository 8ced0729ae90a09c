import { z } from 'zod';
import { id, idempotencyKey, requiredText, version } from '../fields.input.ts';

const code = z
  .string()
  .trim()
  .max(20)
  .regex(/^[A-Za-z0-9-]+$/, 'Use letters, digits and hyphens.');

export const projectCreateInput = z.object({
  companyId: id,
  clientId: id,
  name: requiredText(200),
  code: code.nullish(),
  idempotencyKey: idempotencyKey.nullish(),
});
export const projectUpdateInput = z.object({
  id,
  expectedVersion: version,
  name: requiredText(200).optional(),
  code: code.nullish(),
  status: z.enum(['ACTIVE', 'ON_HOLD', 'COMPLETED']).optional(),
});
export const projectArchiveInput = z.object({ id, expectedVersion: version });

export type ProjectCreateInput = z.infer<typeof projectCreateInput>;
export type ProjectUpdateInput = z.infer<typeof projectUpdateInput>;
export type ProjectArchiveInput = z.infer<typeof projectArchiveInput>;
