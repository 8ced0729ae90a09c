import type { TotalsInput } from '../../../../backend/domain/totals.ts';
import type { Named } from '../../components/NamedSelect.tsx';
import type {
  InvoiceCreateInput,
  InvoiceDraftFragment,
  InvoiceLineItemInput,
  InvoiceUpdateInput,
} from '../../gql/generated.ts';
import { readDiscount, shownDiscount } from './invoiceDiscount.ts';

export interface LineValues {
  /** The API's id of a stored line; null for one that is new. */
  lineId: string | null;
  description: string;
  quantity: string;
  unit: string;
  unitPrice: string;
  /** As `readDiscount` reads it. */
  discount: string;
  taxRate: string;
}

/** What a person types: text everywhere, empty for nothing. Choices carry their names along. */
export interface InvoiceValues {
  client: Named | null;
  project: Named | null;
  issueDate: string;
  dueDate: string;
  currencyCode: string;
  pricesIncludeTax: boolean;
  lineItems: LineValues[];
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
  discount: '',
  taxRate,
});

export const emptyInvoice = (issueDate: string, currencyCode: string): InvoiceValues => ({
  client: null,
  project: null,
  issueDate,
  dueDate: '',
  currencyCode,
  pricesIncludeTax: false,
  lineItems: [emptyLine()],
  discount: '',
  memo: '',
  purchaseOrderNumber: '',
});

export function fromInvoice(invoice: InvoiceDraftFragment): InvoiceValues {
  return {
    client: invoice.client,
    project: invoice.project,
    issueDate: invoice.issueDate ?? '',
    dueDate: invoice.dueDate ?? '',
    currencyCode: invoice.currencyCode,
    pricesIncludeTax: invoice.pricesIncludeTax,
    lineItems: invoice.lineItems.map((line) => ({
      lineId: line.id,
      description: line.description,
      quantity: line.quantity,
      unit: line.unit ?? '',
      unitPrice: line.unitPrice,
      discount: shownDiscount(line),
      taxRate: line.taxRate ?? '',
    })),
    discount: shownDiscount(invoice),
    memo: invoice.memo ?? '',
    purchaseOrderNumber: invoice.purchaseOrderNumber ?? '',
  };
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** A line nobody wrote on is no line: it is left out rather than refused. */
const isBlank = (line: LineValues): boolean =>
  line.lineId === null && line.description.trim() === '' && line.unitPrice.trim() === '';

const keptLines = (values: InvoiceValues) => values.lineItems.filter((line) => !isBlank(line));

const lineInput = (line: LineValues, currencyCode: string): InvoiceLineItemInput => ({
  ...(line.lineId === null ? {} : { id: line.lineId }),
  description: line.description.trim(),
  quantity: orNull(line.quantity) ?? '0',
  unit: orNull(line.unit),
  unitPrice: orNull(line.unitPrice) ?? '0',
  ...readDiscount(line.discount, currencyCode),
  taxRate: orNull(line.taxRate),
});

const content = (values: InvoiceValues) => ({
  clientId: values.client?.id ?? '',
  projectId: values.project?.id ?? null,
  issueDate: orNull(values.issueDate),
  dueDate: orNull(values.dueDate),
  currencyCode: values.currencyCode,
  pricesIncludeTax: values.pricesIncludeTax,
  lineItems: keptLines(values).map((line) => lineInput(line, values.currencyCode)),
  ...readDiscount(values.discount, values.currencyCode),
  memo: orNull(values.memo),
  purchaseOrderNumber: orNull(values.purchaseOrderNumber),
});

export const toCreateInput = (
  values: InvoiceValues,
  companyId: string,
  idempotencyKey: string,
): InvoiceCreateInput => ({ companyId, idempotencyKey, ...content(values) });

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

/** One line alone, to say what it comes to while another cannot be read. */
export const toLineTotalsInput = (line: LineValues, currencyCode: string): TotalsInput => ({
  currencyCode,
  pricesIncludeTax: false,
  lineItems: [lineInput(line, currencyCode)],
});

/** For the live totals: all lines in the form's order, empty amounts read as zero. */
export const toTotalsInput = (values: InvoiceValues): TotalsInput => ({
  currencyCode: values.currencyCode,
  pricesIncludeTax: values.pricesIncludeTax,
  lineItems: values.lineItems.map((line) => lineInput(line, values.currencyCode)),
  ...readDiscount(values.discount, values.currencyCode),
});

export type LineField = Exclude<keyof LineValues, 'lineId'>;

/** The cells of a line, in order. */
export const LINE_LABELS: Readonly<Record<LineField, string>> = {
  description: 'Description',
  quantity: 'Quantity',
  unit: 'Unit',
  unitPrice: 'Unit price',
  discount: 'Discount',
  taxRate: 'Tax %',
};

export const isLineField = (name: string): name is LineField => name in LINE_LABELS;

export type FormPath =
  | Exclude<keyof InvoiceValues, 'lineItems'>
  | `lineItems.${number}.${LineField}`;

/** Fields whose name in the input is another than in the form. */
const RENAMED: Readonly<Record<string, string>> = {
  clientId: 'client',
  projectId: 'project',
  discountPercent: 'discount',
  discountAmount: 'discount',
};
const renamed = (name: string): string => RENAMED[name] ?? name;

const TOP_FIELDS: ReadonlySet<string> = new Set(Object.keys(emptyInvoice('', '')));

/** The cell of a line for a field of a line's input; null for none. */
export function lineField(name: string): LineField | null {
  const cell = renamed(name);
  return isLineField(cell) ? cell : null;
}

/**
 * The form field of a path in the API's input; null when it belongs to no single field. Counts
 * the lines that were left out, so that an error stands beside the line it is about.
 */
export function formPath(field: readonly string[], values: InvoiceValues): FormPath | null {
  const [first = '', index, name = ''] = field;
  if (first !== 'lineItems') {
    const top = renamed(first);
    return TOP_FIELDS.has(top) ? (top as FormPath) : null;
  }
  const line = index === undefined ? undefined : keptLines(values)[Number(index)];
  const cell = lineField(name);
  return line === undefined || cell === null
    ? null
    : `lineItems.${values.lineItems.indexOf(line)}.${cell}`;
}
