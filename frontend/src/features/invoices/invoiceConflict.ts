import { formatDay } from '../../lib/dates.ts';
import type { InvoiceValues, LineValues } from './invoiceForm.ts';

export type Side = 'yours' | 'theirs';

/** One thing in which two versions differ, in words. */
export interface Conflict {
  readonly key: string;
  readonly label: string;
  readonly yours: string;
  readonly theirs: string;
  /** Whoever changed it; where both did, yours, since you can see theirs beside it. */
  readonly suggested: Side;
  readonly changedByBoth: boolean;
}

const FIELDS = {
  client: 'Client',
  project: 'Project',
  issueDate: 'Issue date',
  dueDate: 'Due date',
  currencyCode: 'Currency',
  pricesIncludeTax: 'Prices include tax',
  discount: 'Discount',
  memo: 'Memo',
  purchaseOrderNumber: 'Purchase order',
} as const;
type Field = keyof typeof FIELDS;
const FIELD_NAMES = Object.keys(FIELDS) as Field[];

const DAYS = new Set<Field>(['issueDate', 'dueDate']);

function shown(values: InvoiceValues, field: Field): string {
  const value = values[field];
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (value === null || value === '') return '—';
  if (typeof value !== 'string') return value.name;
  return DAYS.has(field) ? formatDay(value) : value;
}

/** What tells two values apart: two clients may have one name. */
const identity = (values: InvoiceValues, field: Field): string => {
  const value = values[field];
  return value !== null && typeof value === 'object' ? value.id : shown(values, field);
};

function shownLine(line: LineValues | undefined): string {
  if (line === undefined) return '— (no such line)';
  const price = `${line.quantity} ${line.unit} × ${line.unitPrice}`.replace(/ +/g, ' ');
  const discount = line.discount === '' ? '' : `, −${line.discount}`;
  const tax = line.taxRate === '' ? '' : `, tax ${line.taxRate} %`;
  return `${line.description}: ${price}${discount}${tax}`;
}

/** A stored line is known by its id, a new one by its place among the new ones. */
function linesByKey(values: InvoiceValues): Map<string, LineValues> {
  let created = 0;
  return new Map(
    values.lineItems.map((line) => [line.lineId ?? `new-${created++}`, line] as const),
  );
}

const sameLine = (a: LineValues | undefined, b: LineValues | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && shownLine(a) === shownLine(b));

/**
 * What differs between what you typed and what someone else saved meanwhile.
 * @param base what you started from: tells who changed a thing.
 */
export function conflicts(
  base: InvoiceValues,
  yours: InvoiceValues,
  theirs: InvoiceValues,
): Conflict[] {
  const found: Conflict[] = [];
  for (const field of FIELD_NAMES) {
    const [was, mine, other] = [base, yours, theirs].map((one) => identity(one, field));
    if (mine === other) continue;
    found.push({
      key: field,
      label: FIELDS[field],
      yours: shown(yours, field),
      theirs: shown(theirs, field),
      suggested: mine === was ? 'theirs' : 'yours',
      changedByBoth: mine !== was && other !== was,
    });
  }
  const [was, mine, other] = [linesByKey(base), linesByKey(yours), linesByKey(theirs)];
  const keys = [...new Set([...other.keys(), ...mine.keys()])];
  for (const [index, key] of keys.entries()) {
    const [before, my, their] = [was.get(key), mine.get(key), other.get(key)];
    if (sameLine(my, their)) continue;
    found.push({
      key: `line:${key}`,
      label: `Line ${index + 1}`,
      yours: shownLine(my),
      theirs: shownLine(their),
      suggested: sameLine(my, before) ? 'theirs' : 'yours',
      changedByBoth: !sameLine(my, before) && !sameLine(their, before),
    });
  }
  return found;
}

/** Both versions in one, by the side chosen for each conflict. */
export function mergeVersions(
  yours: InvoiceValues,
  theirs: InvoiceValues,
  sides: Readonly<Record<string, Side>>,
): InvoiceValues {
  const from = (key: string) => (sides[key] === 'theirs' ? theirs : yours);
  const [mine, other] = [linesByKey(yours), linesByKey(theirs)];
  const lineItems = [...new Set([...other.keys(), ...mine.keys()])].flatMap((key) => {
    const line = (sides[`line:${key}`] === 'theirs' ? other : mine).get(key);
    if (line === undefined) return [];
    // They removed it and you keep it: its id is gone, so it comes back as a new line.
    return [other.has(key) ? line : { ...line, lineId: null }];
  });
  return {
    client: from('client').client,
    project: from('project').project,
    issueDate: from('issueDate').issueDate,
    dueDate: from('dueDate').dueDate,
    currencyCode: from('currencyCode').currencyCode,
    pricesIncludeTax: from('pricesIncludeTax').pricesIncludeTax,
    discount: from('discount').discount,
    memo: from('memo').memo,
    purchaseOrderNumber: from('purchaseOrderNumber').purchaseOrderNumber,
    lineItems,
  };
}
