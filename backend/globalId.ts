/** The types that have a global id. */
export type NodeType =
  | 'User'
  | 'Membership'
  | 'Company'
  | 'Client'
  | 'Project'
  | 'Invoice'
  | 'InvoiceLineItem'
  | 'Payment'
  | 'PaymentAllocation'
  | 'ReceivableEntry';

/** Row ids are 32-bit; a larger one cannot exist, and PostgreSQL would fail on it. */
const MAX_ROW_ID = 2_147_483_647;

/** The opaque global id of a row (Relay). */
export const encodeId = (typeName: NodeType, id: number): string =>
  Buffer.from(`${typeName}:${id}`).toString('base64');

/** The parts of a global id, or null when it is none. */
export function parseId(globalId: string): { typeName: string; id: number } | null {
  const [, typeName, digits] =
    /^([A-Za-z]+):([1-9]\d{0,9})$/.exec(Buffer.from(globalId, 'base64').toString()) ?? [];
  const id = Number(digits);
  return typeName === undefined || id > MAX_ROW_ID ? null : { typeName, id };
}

/** The row id in a global id of the given type; null answers like a missing row. */
export function decodeId(typeName: NodeType, globalId: string): number | null {
  const parsed = parseId(globalId);
  return parsed?.typeName === typeName ? parsed.id : null;
}
