import { z } from 'zod';
import { parseTerms } from '../../domain/terms.ts';
import { email, id, idempotencyKey, optionalText, requiredText, version } from '../fields.input.ts';

export const paymentTerms = z
  .string()
  .refine(
    (text) => parseTerms(text) !== null,
    'Use terms such as NET_30, EOM_15, DAY_10 or ON_RECEIPT.',
  );

const details = {
  email: email.nullish(),
  phone: optionalText(50),
  address: optionalText(1000),
  taxIdentifier: optionalText(50),
  paymentTerms: paymentTerms.nullish(),
};

export const clientCreateInput = z.object({
  ...details,
  companyId: id,
  name: requiredText(200),
  idempotencyKey: idempotencyKey.nullish(),
});
export const clientUpdateInput = z.object({
  ...details,
  id,
  expectedVersion: version,
  name: requiredText(200).optional(),
});
export const clientArchiveInput = z.object({ id, expectedVersion: version });

export type ClientCreateInput = z.infer<typeof clientCreateInput>;
export type ClientUpdateInput = z.infer<typeof clientUpdateInput>;
export type ClientArchiveInput = z.infer<typeof clientArchiveInput>;
