import { z } from 'zod';
import { isTimeZone } from '../../domain/civilDate.ts';
import { isNumberFormat } from '../../domain/documentNumber.ts';
import { paymentTerms } from '../clients/client.input.ts';
import { currencyCode, id, optionalText, requiredText, text, version } from '../fields.input.ts';

export const companyUpdateInput = z.object({
  id,
  expectedVersion: version,
  name: requiredText(200).optional(),
  currencyCode: currencyCode.optional(),
  timeZone: z
    .string()
    .refine(isTimeZone, 'Use an IANA time zone such as Europe/Vienna.')
    .optional(),
  invoiceNumberFormat: text
    .refine(isNumberFormat, 'Use {SEQ} or {SEQ:5} once, and {YYYY}, {MM} or {PROJECT} if you like.')
    .optional(),
  paymentTerms: paymentTerms.optional(),
  address: optionalText(1000),
  taxIdentifier: optionalText(50),
});

export type CompanyUpdateInput = z.infer<typeof companyUpdateInput>;
