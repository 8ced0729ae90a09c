import { z } from 'zod';
import { isCivilDate } from '../domain/civilDate.ts';
import { isCurrencyCode } from '../domain/currency.ts';
import { isStorable } from '../domain/text.ts';

/** Any text that is stored; every other one is compared with a form or hashed. */
export const text = z.string().refine(isStorable, 'A character in it cannot be stored.');

/** An opaque global id; whether it exists is for the service to say. */
export const id = z.string().min(1, 'Choose one.').max(200);
export const version = z.number().int().min(1);
export const civilDate = z.string().refine(isCivilDate, 'Write a date such as 2026-07-31.');
export const currencyCode = z.string().refine(isCurrencyCode, 'Use an ISO 4217 code such as USD.');
export const decimal = z.string().max(40);
export const idempotencyKey = text.min(1, 'A key is required.').max(200);
export const email = text
  .trim()
  .max(254)
  .regex(/^[^\s@]+@[^\s@]+$/, 'Write an address such as name@example.com.');
export const requiredText = (max: number) => text.trim().min(1, 'Write something.').max(max);
export const optionalText = (max: number) => text.trim().max(max).nullish();
