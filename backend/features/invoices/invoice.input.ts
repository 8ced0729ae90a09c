import { z } from 'zod';
import {
  civilDate,
  currencyCode,
  decimal,
  id,
  idempotencyKey,
  optionalText,
  requiredText,
  version,
} from '../fields.input.ts';

const lineItem = z.object({
  id: id.nullish(),
  description: requiredText(1000),
  quantity: decimal,
  unit: optionalText(40),
  unitPrice: decimal,
  discountPercent: decimal.nullish(),
  discountAmount: decimal.nullish(),
  taxRate: decimal.nullish(),
});

const lineItems = z.array(lineItem).max(500, 'An invoice has at most 500 line items.');

const content = {
  projectId: id.nullish(),
  issueDate: civilDate.nullish(),
  dueDate: civilDate.nullish(),
  discountPercent: decimal.nullish(),
  discountAmount: decimal.nullish(),
  memo: optionalText(5000),
  purchaseOrderNumber: optionalText(100),
};

export const invoiceCreateInput = z.object({
  ...content,
  companyId: id,
  clientId: id,
  currencyCode: currencyCode.nullish(),
  pricesIncludeTax: z.boolean().nullish(),
  lineItems: lineItems.nullish(),
  idempotencyKey: idempotencyKey.nullish(),
});

/** Absent keeps, null clears; line items are replaced whole. */
export const invoiceUpdateInput = z.object({
  ...content,
  id,
  expectedVersion: version,
  clientId: id.optional(),
  currencyCode: currencyCode.optional(),
  pricesIncludeTax: z.boolean().optional(),
  lineItems: lineItems.optional(),
});

export const invoicePreviewInput = z.object({
  currencyCode,
  pricesIncludeTax: z.boolean().nullish(),
  lineItems: z.array(lineItem.omit({ id: true, description: true, unit: true })).max(500),
  discountPercent: decimal.nullish(),
  discountAmount: decimal.nullish(),
});

export const invoiceIssueInput = z.object({
  id,
  expectedVersion: version,
  issueDate: civilDate.nullish(),
  dueDate: civilDate.nullish(),
  idempotencyKey,
});

export const invoiceDeleteInput = z.object({ id, expectedVersion: version });
export const invoiceDuplicateInput = z.object({ id, idempotencyKey: idempotencyKey.nullish() });
export const invoiceCloseInput = z.object({
  id,
  expectedVersion: version,
  date: civilDate.nullish(),
  reason: optionalText(1000),
});
export const invoiceDueDateChangeInput = z.object({
  id,
  expectedVersion: version,
  dueDate: civilDate,
});

export type InvoiceCreateInput = z.infer<typeof invoiceCreateInput>;
export type InvoiceUpdateInput = z.infer<typeof invoiceUpdateInput>;
export type InvoicePreviewInput = z.infer<typeof invoicePreviewInput>;
export type InvoiceIssueInput = z.infer<typeof invoiceIssueInput>;
export type InvoiceDeleteInput = z.infer<typeof invoiceDeleteInput>;
export type InvoiceDuplicateInput = z.infer<typeof invoiceDuplicateInput>;
export type InvoiceCloseInput = z.infer<typeof invoiceCloseInput>;
export type InvoiceDueDateChangeInput = z.infer<typeof invoiceDueDateChangeInput>;
