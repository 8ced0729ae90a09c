import { z } from 'zod';
import { isTimeZone } from '../../domain/civilDate.ts';
import { currencyCode, email, requiredText } from '../fields.input.ts';

export const sessionCreateInput = z.object({
  email,
  password: z.string().min(1, 'Give the password.').max(200),
  returnRefreshToken: z.boolean().nullish(),
});
export const sessionRefreshInput = z.object({ refreshToken: z.string().max(200).nullish() });
export const sessionEndInput = sessionRefreshInput;
export const accountCreateInput = z.object({
  name: requiredText(200),
  email,
  password: z.string().min(10, 'Use at least 10 characters.').max(200),
  companyName: requiredText(200),
  currencyCode,
  timeZone: z.string().refine(isTimeZone, 'Use an IANA time zone such as America/New_York.'),
});

export type SessionCreateInput = z.infer<typeof sessionCreateInput>;
export type SessionRefreshInput = z.infer<typeof sessionRefreshInput>;
export type AccountCreateInput = z.infer<typeof accountCreateInput>;
