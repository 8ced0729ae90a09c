import { z } from 'zod';
import {
  civilDate,
  currencyCode,
  decimal,
  id,
  idempotencyKey,
  optionalText,
} from '../fields.input.ts';

export const PAYMENT_METHODS = [
  'BANK_TRANSFER',
  'CHECK',
  'CARD',
  'CASH',
  'DIRECT_DEBIT',
  'OTHER',
] as const;

export const paymentRecordInput = z.object({
  companyId: id,
  clientId: id,
  amount: decimal,
  currencyCode,
  receivedOn: civilDate,
  method: z.enum(PAYMENT_METHODS),
  reference: optionalText(140),
  allowDuplicateReference: z.boolean().nullish(),
  allocations: z
    .array(z.object({ invoiceId: id, amount: decimal }))
    .min(1, 'Allocate the payment to an invoice.')
    .max(200, 'A payment settles at most 200 invoices.'),
  idempotencyKey,
});

export const paymentReverseInput = z.object({
  id,
  reversedOn: civilDate.nullish(),
  reason: optionalText(1000),
  idempotencyKey,
});

export type PaymentRecordInput = z.infer<typeof paymentRecordInput>;
export type PaymentReverseInput = z.infer<typeof paymentReverseInput>;
