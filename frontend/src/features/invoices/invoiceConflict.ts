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
}

type Names = (id: string) => string;

const FIELDS = {
  clientId: 'Client',
  projectId: 'Project',
  issueDate: 'Issue date',
  dueDate: 'Due date',
  pricesIncludeTax: 'Prices include tax',
  discount: 'Discount',
  memo: 'Memo',
  purchaseOrderNumber: 'Purchase order',
} as const;
type Field = keyof typeof FIELDS;
const FIELD_NAMES = Object.keys(FIELDS) as Field[];

function shown(values: InvoiceValues, field: Field, nameOf: Names): string {
  const value = values[field];
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (value === '') return '—';
  if (field === 'discount') return values.discountKind === 'PERCENT' ? `${value} %` : value;
  return field === 'clientId' || field === 'projectId' ? nameOf(value) : value;
}

function shownLine(line: LineValues | undefined): string {
  if (line === undefined) return '— (no such line)';
  const price = `${line.quantity} ${line.unit} × ${line.unitPrice}`.replace(/ +/g, ' ');
  const discount = line.discountPercent === '' ? '' : `, −${line.discountPercent} %`;
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
  nameOf: Names,
): Conflict[] {
  const found: Conflict[] = [];
  for (const field of FIELD_NAMES) {
    const [was, mine, other] = [base, yours, theirs].map((one) => shown(one, field, nameOf));
    if (mine === undefined || other === undefined || mine === other) continue;
    const suggested = mine === was ? 'theirs' : 'yours';
    found.push({ key: field, label: FIELDS[field], yours: mine, theirs: other, suggested });
  }
  const [was, mine, other] = [linesByKey(base), linesByKey(yours), linesByKey(theirs)];
  const keys = [...new Set([...other.keys(), ...mine.keys()])];
  for (const [index, key] of keys.entries()) {
    if (sameLine(mine.get(key), other.get(key))) continue;
    found.push({
      key: `line:${key}`,
      label: `Line ${index + 1}`,
      yours: shownLine(mine.get(key)),
      theirs: shownLine(other.get(key)),
      suggested: sameLine(mine.get(key), was.get(key)) ? 'theirs' : 'yours',
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
    clientId: from('clientId').clientId,
    projectId: from('projectId').projectId,
    issueDate: from('issueDate').issueDate,
    dueDate: from('dueDate').dueDate,
    pricesIncludeTax: from('pricesIncludeTax').pricesIncludeTax,
    discountKind: from('discount').discountKind,
    discount: from('discount').discount,
    memo: from('memo').memo,
    purchaseOrderNumber: from('purchaseOrderNumber').purchaseOrderNumber,
    lineItems,
  };
}
