import type { TotalsInput } from '../../../../backend/domain/totals.ts';
import type {
  InvoiceCreateInput,
  InvoiceDraftFragment,
  InvoiceLineItemInput,
  InvoiceUpdateInput,
} from '../../gql/generated.ts';
import { isZero } from '../../lib/money.ts';

export interface LineValues {
  /** The API's id of a stored line; null for one that is new. */
  lineId: string | null;
  description: string;
  quantity: string;
  unit: string;
  unitPrice: string;
  discountPercent: string;
  taxRate: string;
}

/** What a person types: text everywhere, empty for nothing. */
export interface InvoiceValues {
  clientId: string;
  projectId: string;
  issueDate: string;
  dueDate: string;
  pricesIncludeTax: boolean;
  lineItems: LineValues[];
  discountKind: 'PERCENT' | 'AMOUNT';
  discount: string;
  memo: string;
  purchaseOrderNumber: string;
}

export const emptyLine = (taxRate = ''): LineValues => ({
  lineId: null,
  description: '',
  quantity: '1',
  unit: '',
  unitPrice: '',
  discountPercent: '',
  taxRate,
});

export const emptyInvoice = (issueDate: string): InvoiceValues => ({
  clientId: '',
  projectId: '',
  issueDate,
  dueDate: '',
  pricesIncludeTax: false,
  lineItems: [emptyLine()],
  discountKind: 'PERCENT',
  discount: '',
  memo: '',
  purchaseOrderNumber: '',
});

export function fromInvoice(invoice: InvoiceDraftFragment): InvoiceValues {
  // A draft's discount is typed as a percentage or as an amount; the amount is then its total.
  const byAmount = invoice.discountPercent === null && !isZero(invoice.discountTotal.amount);
  return {
    clientId: invoice.client.id,
    projectId: invoice.project?.id ?? '',
    issueDate: invoice.issueDate ?? '',
    dueDate: invoice.dueDate ?? '',
    pricesIncludeTax: invoice.pricesIncludeTax,
    lineItems: invoice.lineItems.map((line) => ({
      lineId: line.id,
      description: line.description,
      quantity: line.quantity,
      unit: line.unit ?? '',
      unitPrice: line.unitPrice,
      discountPercent: line.discountPercent ?? '',
      taxRate: line.taxRate ?? '',
    })),
    discountKind: byAmount ? 'AMOUNT' : 'PERCENT',
    discount: byAmount ? invoice.discountTotal.amount : (invoice.discountPercent ?? ''),
    memo: invoice.memo ?? '',
    purchaseOrderNumber: invoice.purchaseOrderNumber ?? '',
  };
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** A line nobody wrote on is no line: it is left out rather than refused. */
const isBlank = (line: LineValues): boolean =>
  line.lineId === null && line.description.trim() === '' && line.unitPrice.trim() === '';

const keptLines = (values: InvoiceValues) => values.lineItems.filter((line) => !isBlank(line));

const lineInput = (line: LineValues): InvoiceLineItemInput => ({
  ...(line.lineId === null ? {} : { id: line.lineId }),
  description: line.description.trim(),
  quantity: orNull(line.quantity) ?? '0',
  unit: orNull(line.unit),
  unitPrice: orNull(line.unitPrice) ?? '0',
  discountPercent: orNull(line.discountPercent),
  taxRate: orNull(line.taxRate),
});

const discountInput = ({ discountKind, discount }: InvoiceValues) => ({
  discountPercent: discountKind === 'PERCENT' ? orNull(discount) : null,
  discountAmount: discountKind === 'AMOUNT' ? orNull(discount) : null,
});

const content = (values: InvoiceValues) => ({
  clientId: values.clientId,
  projectId: orNull(values.projectId),
  issueDate: orNull(values.issueDate),
  dueDate: orNull(values.dueDate),
  pricesIncludeTax: values.pricesIncludeTax,
  lineItems: keptLines(values).map(lineInput),
  ...discountInput(values),
  memo: orNull(values.memo),
  purchaseOrderNumber: orNull(values.purchaseOrderNumber),
});

export const toCreateInput = (
  values: InvoiceValues,
  companyId: string,
  currencyCode: string,
  idempotencyKey: string,
): InvoiceCreateInput => ({ companyId, currencyCode, idempotencyKey, ...content(values) });

export const toUpdateInput = (
  values: InvoiceValues,
  id: string,
  expectedVersion: number,
): InvoiceUpdateInput => ({ id, expectedVersion, ...content(values) });

/** An issued invoice refuses any other field, even when it is unchanged. */
export const toIssuedUpdateInput = (
  values: InvoiceValues,
  id: string,
  expectedVersion: number,
): InvoiceUpdateInput => ({
  id,
  expectedVersion,
  dueDate: orNull(values.dueDate),
  memo: orNull(values.memo),
  purchaseOrderNumber: orNull(values.purchaseOrderNumber),
});

/** For the live totals: all lines in the form's order, empty amounts read as zero. */
export const toTotalsInput = (values: InvoiceValues, currencyCode: string): TotalsInput => ({
  currencyCode,
  pricesIncludeTax: values.pricesIncludeTax,
  lineItems: values.lineItems.map(lineInput),
  ...discountInput(values),
});

const DIRECT = new Set([
  'clientId',
  'projectId',
  'issueDate',
  'dueDate',
  'pricesIncludeTax',
  'memo',
  'purchaseOrderNumber',
]);
const LINE = new Set([
  'description',
  'quantity',
  'unit',
  'unitPrice',
  'discountPercent',
  'taxRate',
]);

export type LineField = Exclude<keyof LineValues, 'lineId'>;
export type FormPath =
  | Exclude<keyof InvoiceValues, 'lineItems' | 'discountKind'>
  | `lineItems.${number}.${LineField}`;

/**
 * The form field of a path in the API's input; null when it belongs to no single field. Counts
 * the lines that were left out, so that an error stands beside the line it is about.
 */
export function formPath(field: readonly string[], values: InvoiceValues): FormPath | null {
  const [first, index, name] = field;
  if (first === 'discountPercent' || first === 'discountAmount') return 'discount';
  if (first !== undefined && DIRECT.has(first)) return first as FormPath;
  if (first !== 'lineItems' || index === undefined || name === undefined || !LINE.has(name)) {
    return null;
  }
  const line = keptLines(values)[Number(index)];
  if (line === undefined) return null;
  return `lineItems.${values.lineItems.indexOf(line)}.${name as LineField}`;
}
