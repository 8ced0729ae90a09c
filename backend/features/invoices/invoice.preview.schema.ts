import type { LineTotals, Totals } from '../../domain/totals.ts';
import { DomainError } from '../../errors.ts';
import { builder } from '../../graphql/builder.ts';
import { fault } from '../../graphql/faults.ts';
import { MoneyType } from '../../graphql/money.ts';
import { previewTotals } from './invoice.draft.ts';
import { invoicePreviewInput } from './invoice.input.ts';
import { lineFields } from './invoice.mutations.schema.ts';
import { InvoiceTaxType } from './invoice.schema.ts';

const LineTotalsType = builder
  .objectRef<LineTotals & { readonly currency: string }>('InvoiceLineTotals')
  .implement({
    description: 'What one line comes to.',
    fields: (t) => {
      const money = (column: 'gross' | 'discount' | 'net' | 'tax', description: string) =>
        t.field({
          type: MoneyType,
          description,
          resolve: (line) => ({ minor: line[column], currency: line.currency }),
        });
      return {
        gross: money('gross', 'Quantity × unit price, rounded, as typed.'),
        discount: money('discount', 'This line’s own discount.'),
        net: money('net', 'After all discounts, without tax.'),
        tax: money('tax', 'Its share of the tax, for display.'),
      };
    },
  });

const PreviewLineInput = builder.inputType('InvoicePreviewLineItemInput', {
  description: 'A line to compute.',
  fields: (t) => ({
    quantity: t.field({ type: 'Decimal', required: true, description: lineFields.quantity }),
    unitPrice: t.field({ type: 'Decimal', required: true, description: lineFields.unitPrice }),
    discountPercent: t.field({ type: 'Decimal', description: lineFields.discountPercent }),
    discountAmount: t.field({ type: 'Decimal', description: lineFields.discountAmount }),
    taxRate: t.field({ type: 'Decimal', description: lineFields.taxRate }),
  }),
});

type Preview = Totals & { readonly currency: string };

const InvoiceTotalsType = builder.objectRef<Preview>('InvoiceTotals').implement({
  description: 'What an invoice of these lines would come to. Nothing is stored.',
  fields: (t) => {
    const money = (
      column: 'subtotal' | 'discountTotal' | 'taxTotal' | 'total',
      description: string,
    ) =>
      t.field({
        type: MoneyType,
        description,
        resolve: (totals) => ({ minor: totals[column], currency: totals.currency }),
      });
    return {
      subtotal: money('subtotal', 'Sum of the lines after their own discounts, as typed.'),
      discountTotal: money('discountTotal', 'The discount on the whole.'),
      taxTotal: money('taxTotal', 'All tax.'),
      total: money('total', 'The total.'),
      taxes: t.field({
        type: [InvoiceTaxType],
        description: 'The tax per rate.',
        resolve: ({ taxes, currency }) =>
          taxes.map(({ rate, taxable, tax }) => ({
            rate,
            taxable: { minor: taxable, currency },
            amount: { minor: tax, currency },
          })),
      }),
      lineItems: t.field({
        type: [LineTotalsType],
        description: 'What each line comes to, in order.',
        resolve: ({ lines, currency }) => lines.map((line) => ({ ...line, currency })),
      }),
    };
  },
});

const InvoicePreviewInputType = builder.inputType('InvoicePreviewInput', {
  description: 'Lines and discounts to compute.',
  fields: (t) => ({
    currencyCode: t.field({ type: 'CurrencyCode', required: true, description: 'Of all amounts.' }),
    pricesIncludeTax: t.boolean({ description: 'Whether unit prices are typed with tax.' }),
    lineItems: t.field({ type: [PreviewLineInput], required: true, description: 'The lines.' }),
    discountPercent: t.field({ type: 'Decimal', description: 'Percent off the sum of the lines.' }),
    discountAmount: t.field({ type: 'Decimal', description: 'Or an amount off it.' }),
  }),
});

builder.queryField('invoicePreview', (t) =>
  t.field({
    type: InvoiceTotalsType,
    description: 'Compute totals with the calculator that invoices use; nothing is stored.',
    authScopes: { signedIn: true },
    complexity: 1,
    args: {
      input: t.arg({
        type: InvoicePreviewInputType,
        required: true,
        description: 'What to compute.',
      }),
    },
    resolve: (_root, { input }) => {
      const parsed = invoicePreviewInput.safeParse(input);
      if (!parsed.success)
        throw fault('BAD_USER_INPUT', parsed.error.issues[0]?.message ?? 'Wrong input.');
      try {
        return { ...previewTotals(parsed.data), currency: input.currencyCode };
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        throw fault('BAD_USER_INPUT', 'These lines cannot be computed.', {
          problems: error.problems,
        });
      }
    },
  }),
);
