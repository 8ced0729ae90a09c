/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import { gql } from 'urql';
import * as Urql from 'urql';
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
/** Which date the days are counted from. */
export type AgeingBasis =
  /** The due date in force on the day of the report. */
  | 'DUE_DATE'
  /** The issue date. */
  | 'ISSUE_DATE';

/** What a row of the report stands for. */
export type AgeingGroup =
  /** A client. */
  | 'CLIENT'
  /** A project; invoices without one share a row. */
  | 'PROJECT';

/** Input of `clientCreate`. */
export type ClientCreateInput = {
  /** Postal address. */
  address?: string | null | undefined;
  /** Whose client. */
  companyId: string;
  /** Address for invoices. */
  email?: string | null | undefined;
  /** The same key and input again adds nothing. */
  idempotencyKey?: string | null | undefined;
  /** Name. */
  name: string;
  /** NET_30, EOM_15, DAY_10 or ON_RECEIPT. */
  paymentTerms?: string | null | undefined;
  /** Telephone. */
  phone?: string | null | undefined;
  /** Tax number. */
  taxIdentifier?: string | null | undefined;
};

/** What can be done with an invoice. */
export type InvoiceActionName =
  /** Move the due date. */
  | 'CHANGE_DUE_DATE'
  /** Delete the draft. */
  | 'DELETE'
  /** Copy it into a new draft. */
  | 'DUPLICATE'
  /** Change it: a draft in everything, an issued one in memo, purchase order number, due date. */
  | 'EDIT'
  /** Make it final and give it a number. */
  | 'ISSUE'
  /** Record a payment on it. */
  | 'RECORD_PAYMENT'
  /** Take it back. */
  | 'VOID'
  /** Give up what is owed. */
  | 'WRITE_OFF'
  /** Owe again what was given up. */
  | 'WRITE_OFF_REVERSE';

/** Input of `invoiceCreate`. */
export type InvoiceCreateInput = {
  /** Who is invoiced. */
  clientId: string;
  /** Who invoices. */
  companyId: string;
  /** Default: the company’s. */
  currencyCode?: string | null | undefined;
  /** Or an amount off it. */
  discountAmount?: string | null | undefined;
  /** Percent off the sum of the lines. */
  discountPercent?: string | null | undefined;
  /** Left out, it follows from the terms at issue. */
  dueDate?: string | null | undefined;
  /** The same key and input again creates nothing. */
  idempotencyKey?: string | null | undefined;
  /** Its date; can wait for the issue. */
  issueDate?: string | null | undefined;
  /** The lines, in order; replaced whole. */
  lineItems?: Array<InvoiceLineItemInput> | null | undefined;
  /** A note to the client. */
  memo?: string | null | undefined;
  /** Whether unit prices are typed with tax. */
  pricesIncludeTax?: boolean | null | undefined;
  /** For which job of the client. */
  projectId?: string | null | undefined;
  /** The client’s order. */
  purchaseOrderNumber?: string | null | undefined;
};

/** Input of `invoiceDelete`. */
export type InvoiceDeleteInput = {
  /** The version you saw. */
  expectedVersion: number;
  /** The invoice. */
  id: string;
};

/** Input of `invoiceDueDateChange`. */
export type InvoiceDueDateChangeInput = {
  /** On or after the issue date. */
  dueDate: string;
  /** The version you saw. */
  expectedVersion: number;
  /** The invoice. */
  id: string;
};

/** Input of `invoiceDuplicate`. */
export type InvoiceDuplicateInput = {
  /** The invoice to copy. */
  id: string;
  /** The same key again copies nothing. */
  idempotencyKey?: string | null | undefined;
};

/** Which invoices to list; all conditions must hold. */
export type InvoiceFilter = {
  /** Of this client. */
  clientId?: string | null | undefined;
  /** In this currency. */
  currencyCode?: string | null | undefined;
  /** Due date on or after. */
  dueFrom?: string | null | undefined;
  /** Due date on or before. */
  dueTo?: string | null | undefined;
  /** Issue date on or after. */
  issuedFrom?: string | null | undefined;
  /** Issue date on or before. */
  issuedTo?: string | null | undefined;
  /** Number starts with this. */
  number?: string | null | undefined;
  /** Only overdue ones, or only others. */
  overdue?: boolean | null | undefined;
  /** Of this project. */
  projectId?: string | null | undefined;
  /** Text anywhere in number, purchase order number, memo or client name. */
  search?: string | null | undefined;
  /** One of these. */
  statuses?: Array<InvoiceStatus> | null | undefined;
  /** Total at most; needs currencyCode. */
  totalMax?: string | null | undefined;
  /** Total at least; needs currencyCode. */
  totalMin?: string | null | undefined;
};

/** Input of `invoiceIssue`. */
export type InvoiceIssueInput = {
  /** Default: the draft’s, or by the terms. */
  dueDate?: string | null | undefined;
  /** The version you saw. */
  expectedVersion: number;
  /** The invoice. */
  id: string;
  /** The same key again changes nothing. */
  idempotencyKey: string;
  /** Default: the draft’s, or today. */
  issueDate?: string | null | undefined;
};

/** A line of an invoice. */
export type InvoiceLineItemInput = {
  /** What it is for. */
  description: string;
  /** Or an amount off it, at most quantity × unit price. */
  discountAmount?: string | null | undefined;
  /** Percent off this line, 0 to 100. */
  discountPercent?: string | null | undefined;
  /** In an update: the line this was; left out, it is new. */
  id?: string | null | undefined;
  /** How much; at most 4 decimals. */
  quantity: string;
  /** Percent. */
  taxRate?: string | null | undefined;
  /** Of what: hours, m³, pieces. */
  unit?: string | null | undefined;
  /** At most 6 decimals. */
  unitPrice: string;
};

/** How a list of Invoice is sorted. */
export type InvoiceOrder = {
  /** Which end comes first. */
  direction: OrderDirection;
  /** Sort by this. */
  field: InvoiceOrderField;
};

/** What a list of Invoice can be sorted by. */
export type InvoiceOrderField =
  /** Balance due, compared as minor units whatever the currency. */
  | 'BALANCE'
  /** Due date; drafts without one count as earliest. */
  | 'DUE_DATE'
  /** Issue date; drafts without one count as earliest. */
  | 'ISSUE_DATE'
  /** Number; drafts come first. */
  | 'NUMBER'
  /** Total, compared as minor units whatever the currency. */
  | 'TOTAL';

/** Where an invoice stands today, derived from its state, balance and due date. */
export type InvoiceStatus =
  /** Being written; owes nothing. */
  | 'DRAFT'
  /** Nothing was paid yet, not overdue. */
  | 'ISSUED'
  /** Something is owed and the due date has passed. */
  | 'OVERDUE'
  /** Issued; nothing is owed. */
  | 'PAID'
  /** Something was paid, something is owed, not overdue. */
  | 'PARTIALLY_PAID'
  /** Taken back after the issue; the number stays used. */
  | 'VOID'
  /** Given up. */
  | 'WRITTEN_OFF';

/** Input of `invoiceUpdate`. */
export type InvoiceUpdateInput = {
  /** Who is invoiced. */
  clientId?: string | null | undefined;
  /** Default: the company’s. */
  currencyCode?: string | null | undefined;
  /** Or an amount off it. */
  discountAmount?: string | null | undefined;
  /** Percent off the sum of the lines. */
  discountPercent?: string | null | undefined;
  /** Left out, it follows from the terms at issue. */
  dueDate?: string | null | undefined;
  /** The version you saw. */
  expectedVersion: number;
  /** The invoice. */
  id: string;
  /** Its date; can wait for the issue. */
  issueDate?: string | null | undefined;
  /** The lines, in order; replaced whole. */
  lineItems?: Array<InvoiceLineItemInput> | null | undefined;
  /** A note to the client. */
  memo?: string | null | undefined;
  /** Whether unit prices are typed with tax. */
  pricesIncludeTax?: boolean | null | undefined;
  /** For which job of the client. */
  projectId?: string | null | undefined;
  /** The client’s order. */
  purchaseOrderNumber?: string | null | undefined;
};

/** Input of `invoiceVoid`. */
export type InvoiceVoidInput = {
  /** When it takes effect; default today. */
  date?: string | null | undefined;
  /** The version you saw. */
  expectedVersion: number;
  /** The invoice. */
  id: string;
  /** Why. */
  reason?: string | null | undefined;
};

/** Input of `invoiceWriteOff`. */
export type InvoiceWriteOffInput = {
  /** When it takes effect; default today. */
  date?: string | null | undefined;
  /** The version you saw. */
  expectedVersion: number;
  /** The invoice. */
  id: string;
  /** Why. */
  reason?: string | null | undefined;
};

/** Input of `invoiceWriteOffReverse`. */
export type InvoiceWriteOffReverseInput = {
  /** When it takes effect; default today. */
  date?: string | null | undefined;
  /** The version you saw. */
  expectedVersion: number;
  /** The invoice. */
  id: string;
  /** Why. */
  reason?: string | null | undefined;
};

/** Which end of an order comes first. */
export type OrderDirection =
  /** Smallest, earliest or first in the alphabet first. */
  | 'ASC'
  /** Largest, latest or last in the alphabet first. */
  | 'DESC';

/** A part of a payment for one invoice. */
export type PaymentAllocationInput = {
  /** At most its balance due. */
  amount: string;
  /** An issued invoice of the client. */
  invoiceId: string;
};

/** How a payment reached the company. */
export type PaymentMethod =
  /** A transfer between bank accounts. */
  | 'BANK_TRANSFER'
  /** A card. */
  | 'CARD'
  /** Cash. */
  | 'CASH'
  /** A check. */
  | 'CHECK'
  /** Collected from the client’s account. */
  | 'DIRECT_DEBIT'
  /** Anything else. */
  | 'OTHER';

/** Input of `paymentRecord`. */
export type PaymentRecordInput = {
  /** What it settles. */
  allocations: Array<PaymentAllocationInput>;
  /** The same reference again is intended. */
  allowDuplicateReference?: boolean | null | undefined;
  /** The sum of the allocations. */
  amount: string;
  /** Who paid. */
  clientId: string;
  /** Who received it. */
  companyId: string;
  /** Of all amounts here. */
  currencyCode: string;
  /** The same key and input again gives the first answer and no second payment. */
  idempotencyKey: string;
  /** How it came. */
  method: PaymentMethod;
  /** At the latest tomorrow. */
  receivedOn: string;
  /** What the bank or the check says; unique per method. */
  reference?: string | null | undefined;
};

/** Input of `paymentReverse`. */
export type PaymentReverseInput = {
  /** The payment. */
  id: string;
  /** The same key again changes nothing. */
  idempotencyKey: string;
  /** Why. */
  reason?: string | null | undefined;
  /** On or after the receipt; default today. */
  reversedOn?: string | null | undefined;
};

/** Why the balance changed. */
export type ReceivableKind =
  /** The invoice was issued: its total is owed. */
  | 'ISSUED'
  /** A payment settled a part. */
  | 'PAYMENT'
  /** A payment was undone. */
  | 'PAYMENT_REVERSED'
  /** The invoice was taken back. */
  | 'VOIDED'
  /** What was given up is owed again. */
  | 'WRITE_OFF_REVERSED'
  /** The rest was given up. */
  | 'WRITTEN_OFF';

/** Input of `sessionCreate`. */
export type SessionCreateInput = {
  /** Your address. */
  email: string;
  /** Your password. */
  password: string;
  /** For programs: answer the refresh token instead of setting a cookie. */
  returnRefreshToken?: boolean | null | undefined;
};

/** Input of `sessionEnd`. */
export type SessionEndInput = {
  /** The token; left out, the cookie’s is used. */
  refreshToken?: string | null | undefined;
};

/** Input of `sessionRefresh`. */
export type SessionRefreshInput = {
  /** The token; left out, the cookie’s is used. */
  refreshToken?: string | null | undefined;
};

/** Why a mutation was refused. Codes are stable; messages may be reworded. */
export type UserErrorCode =
  /** The allocations do not add up to the amount of the payment. */
  | 'ALLOCATION_MISMATCH'
  /** The payment was reversed before. */
  | 'ALREADY_REVERSED'
  /** It is in another currency. */
  | 'CURRENCY_MISMATCH'
  /** The date is too early or too late. */
  | 'DATE_OUT_OF_RANGE'
  /** The due date lies before the issue date. */
  | 'DUE_BEFORE_ISSUE'
  /** Something with this value exists already. */
  | 'DUPLICATE'
  /** A payment with this method and reference exists already. */
  | 'DUPLICATE_REFERENCE'
  /** Your role does not allow this. */
  | 'FORBIDDEN'
  /** Payments in force stand on the invoice; reverse them first. */
  | 'HAS_PAYMENTS'
  /** The key was used before with other input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** This cannot change once the invoice is issued. */
  | 'IMMUTABLE_FIELD'
  /** A value does not have the right form or range. */
  | 'INVALID'
  /** Address or password is wrong. */
  | 'INVALID_CREDENTIALS'
  /** The total of an issued invoice cannot be negative. */
  | 'NEGATIVE_TOTAL'
  /** Nothing is owed on the invoice. */
  | 'NOTHING_DUE'
  /** Only a draft allows this. */
  | 'NOT_DRAFT'
  /** There is no such thing, or not for you. */
  | 'NOT_FOUND'
  /** The invoice is not issued. */
  | 'NOT_ISSUED'
  /** Only a written-off invoice allows this. */
  | 'NOT_WRITTEN_OFF'
  /** An invoice needs a line item before it is issued. */
  | 'NO_LINE_ITEMS'
  /** An allocation exceeds what the invoice still owes. */
  | 'OVERPAYMENT'
  /** A value is missing. */
  | 'REQUIRED'
  /** Someone changed it since you read it; details tell the current version and what differs. */
  | 'STALE'
  /** The session is over; sign in again. */
  | 'TOKEN_EXPIRED'
  /** A text is longer than allowed. */
  | 'TOO_LONG'
  /** Too many attempts; wait a little. */
  | 'TOO_MANY_ATTEMPTS'
  /** It belongs to another client. */
  | 'WRONG_CLIENT';

export type AgeingQueryVariables = Exact<{
  companyId: string;
  asOf?: string | null | undefined;
  basis: AgeingBasis;
  groupBy: AgeingGroup;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AgeingQuery = { company: { id: string, receivablesAgeing: { asOf: string, basis: AgeingBasis, buckets: Array<{ label: string }>, totals: Array<{ currencyCode: string, percentages: Array<string>, amounts: Array<{ amount: string, currencyCode: string }>, total: { amount: string, currencyCode: string } }>, rows: { totalCount: number, edges: Array<{ cursor: string, node: { currencyCode: string, client: { id: string, name: string } | null, project: { id: string, name: string } | null, amounts: Array<{ amount: string, currencyCode: string }>, total: { amount: string, currencyCode: string } } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } } } | null };

export type AgeingCellQueryVariables = Exact<{
  companyId: string;
  asOf: string;
  basis: AgeingBasis;
  groupBy: AgeingGroup;
  after?: string | null | undefined;
  before?: string | null | undefined;
  firstRow?: number | null | undefined;
  lastRow?: number | null | undefined;
  bucket?: number | null | undefined;
  invoicesAfter?: string | null | undefined;
}>;


export type AgeingCellQuery = { company: { id: string, receivablesAgeing: { rows: { nodes: Array<{ currencyCode: string, client: { id: string } | null, project: { id: string } | null, invoices: { totalCount: number, nodes: Array<{ id: string, number: string | null, issueDate: string | null, client: { id: string, name: string }, positionAsOf: { dueDate: string | null, daysPastDue: number | null, balanceDue: { amount: string, currencyCode: string } } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } }> } } } | null };

export type ClientCreateMutationVariables = Exact<{
  input: ClientCreateInput;
}>;


export type ClientCreateMutation = { clientCreate: { client: { id: string, name: string } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null, details: unknown }> } };

export type ClientNameQueryVariables = Exact<{
  id: string;
}>;


export type ClientNameQuery = { client: { id: string, name: string } | null };

export type ClientChoicesQueryVariables = Exact<{
  companyId: string;
  search?: string | null | undefined;
}>;


export type ClientChoicesQuery = { company: { id: string, clients: { nodes: Array<{ id: string, name: string }> } } | null };

export type InvoiceRowFragment = { id: string, number: string | null, status: InvoiceStatus, issueDate: string | null, dueDate: string | null, daysPastDue: number | null, client: { id: string, name: string }, project: { id: string, name: string } | null, total: { amount: string, currencyCode: string }, balanceDue: { amount: string, currencyCode: string } };

export type InvoiceListQueryVariables = Exact<{
  companyId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: InvoiceFilter | null | undefined;
  orderBy?: InvoiceOrder | null | undefined;
}>;


export type InvoiceListQuery = { company: { id: string, invoices: { totalCount: number, nodes: Array<{ id: string, number: string | null, status: InvoiceStatus, issueDate: string | null, dueDate: string | null, daysPastDue: number | null, client: { id: string, name: string }, project: { id: string, name: string } | null, total: { amount: string, currencyCode: string }, balanceDue: { amount: string, currencyCode: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } } | null };

export type InvoiceDraftFragment = { id: string, version: number, number: string | null, status: InvoiceStatus, currencyCode: string, pricesIncludeTax: boolean, issueDate: string | null, dueDate: string | null, memo: string | null, purchaseOrderNumber: string | null, discountPercent: string | null, discountAmount: { amount: string, currencyCode: string } | null, discountTotal: { amount: string, currencyCode: string }, client: { id: string, name: string }, project: { id: string, name: string } | null, lineItems: Array<{ id: string, position: number, description: string, quantity: string, unit: string | null, unitPrice: string, discountPercent: string | null, taxRate: string | null, discountAmount: { amount: string, currencyCode: string } | null, net: { amount: string, currencyCode: string }, tax: { amount: string, currencyCode: string } }> };

export type InvoiceDetailFragment = { daysPastDue: number | null, updatedAt: string, id: string, version: number, number: string | null, status: InvoiceStatus, currencyCode: string, pricesIncludeTax: boolean, issueDate: string | null, dueDate: string | null, memo: string | null, purchaseOrderNumber: string | null, discountPercent: string | null, company: { id: string, name: string, currencyCode: string, timeZone: string }, client: { id: string, name: string, email: string | null }, subtotal: { amount: string, currencyCode: string }, taxTotal: { amount: string, currencyCode: string }, total: { amount: string, currencyCode: string }, paidTotal: { amount: string, currencyCode: string }, balanceDue: { amount: string, currencyCode: string }, taxes: Array<{ rate: string, taxable: { amount: string, currencyCode: string }, amount: { amount: string, currencyCode: string } }>, availableActions: Array<{ action: InvoiceActionName, allowed: boolean, code: UserErrorCode | null, reason: string | null }>, discountAmount: { amount: string, currencyCode: string } | null, discountTotal: { amount: string, currencyCode: string }, project: { id: string, name: string } | null, lineItems: Array<{ id: string, position: number, description: string, quantity: string, unit: string | null, unitPrice: string, discountPercent: string | null, taxRate: string | null, discountAmount: { amount: string, currencyCode: string } | null, net: { amount: string, currencyCode: string }, tax: { amount: string, currencyCode: string } }> };

export type InvoicePageQueryVariables = Exact<{
  id: string;
}>;


export type InvoicePageQuery = { invoice: { daysPastDue: number | null, updatedAt: string, id: string, version: number, number: string | null, status: InvoiceStatus, currencyCode: string, pricesIncludeTax: boolean, issueDate: string | null, dueDate: string | null, memo: string | null, purchaseOrderNumber: string | null, discountPercent: string | null, payments: { totalCount: number, nodes: Array<{ id: string, effectiveOn: string, amount: { amount: string, currencyCode: string }, payment: { id: string, receivedOn: string, method: PaymentMethod, reference: string | null, reversedOn: string | null, reversalReason: string | null } }> }, ledger: Array<{ id: string, kind: ReceivableKind, effectiveOn: string, recordedAt: string, amount: { amount: string, currencyCode: string } }>, company: { id: string, name: string, currencyCode: string, timeZone: string }, client: { id: string, name: string, email: string | null }, subtotal: { amount: string, currencyCode: string }, taxTotal: { amount: string, currencyCode: string }, total: { amount: string, currencyCode: string }, paidTotal: { amount: string, currencyCode: string }, balanceDue: { amount: string, currencyCode: string }, taxes: Array<{ rate: string, taxable: { amount: string, currencyCode: string }, amount: { amount: string, currencyCode: string } }>, availableActions: Array<{ action: InvoiceActionName, allowed: boolean, code: UserErrorCode | null, reason: string | null }>, discountAmount: { amount: string, currencyCode: string } | null, discountTotal: { amount: string, currencyCode: string }, project: { id: string, name: string } | null, lineItems: Array<{ id: string, position: number, description: string, quantity: string, unit: string | null, unitPrice: string, discountPercent: string | null, taxRate: string | null, discountAmount: { amount: string, currencyCode: string } | null, net: { amount: string, currencyCode: string }, tax: { amount: string, currencyCode: string } }> } | null };

export type InvoiceEditQueryVariables = Exact<{
  id: string;
}>;


export type InvoiceEditQuery = { invoice: { id: string, version: number, number: string | null, status: InvoiceStatus, currencyCode: string, pricesIncludeTax: boolean, issueDate: string | null, dueDate: string | null, memo: string | null, purchaseOrderNumber: string | null, discountPercent: string | null, company: { id: string, name: string, currencyCode: string, timeZone: string }, discountAmount: { amount: string, currencyCode: string } | null, discountTotal: { amount: string, currencyCode: string }, client: { id: string, name: string }, project: { id: string, name: string } | null, lineItems: Array<{ id: string, position: number, description: string, quantity: string, unit: string | null, unitPrice: string, discountPercent: string | null, taxRate: string | null, discountAmount: { amount: string, currencyCode: string } | null, net: { amount: string, currencyCode: string }, tax: { amount: string, currencyCode: string } }> } | null };

export type InvoiceCreateMutationVariables = Exact<{
  input: InvoiceCreateInput;
}>;


export type InvoiceCreateMutation = { invoiceCreate: { invoice: { id: string } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null, details: unknown }> } };

export type InvoiceUpdateMutationVariables = Exact<{
  input: InvoiceUpdateInput;
}>;


export type InvoiceUpdateMutation = { invoiceUpdate: { invoice: { id: string, version: number } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null, details: unknown }> } };

export type InvoiceIssueMutationVariables = Exact<{
  input: InvoiceIssueInput;
}>;


export type InvoiceIssueMutation = { invoiceIssue: { invoice: { id: string, number: string | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null, details: unknown }> } };

export type InvoiceVoidMutationVariables = Exact<{
  input: InvoiceVoidInput;
}>;


export type InvoiceVoidMutation = { invoiceVoid: { invoice: { id: string, status: InvoiceStatus } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null, details: unknown }> } };

export type InvoiceWriteOffMutationVariables = Exact<{
  input: InvoiceWriteOffInput;
}>;


export type InvoiceWriteOffMutation = { invoiceWriteOff: { invoice: { id: string, status: InvoiceStatus } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null, details: unknown }> } };

export type InvoiceWriteOffReverseMutationVariables = Exact<{
  input: InvoiceWriteOffReverseInput;
}>;


export type InvoiceWriteOffReverseMutation = { invoiceWriteOffReverse: { invoice: { id: string, status: InvoiceStatus } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null, details: unknown }> } };

export type InvoiceDueDateChangeMutationVariables = Exact<{
  input: InvoiceDueDateChangeInput;
}>;


export type InvoiceDueDateChangeMutation = { invoiceDueDateChange: { invoice: { id: string, dueDate: string | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null, details: unknown }> } };

export type InvoiceDuplicateMutationVariables = Exact<{
  input: InvoiceDuplicateInput;
}>;


export type InvoiceDuplicateMutation = { invoiceDuplicate: { invoice: { id: string } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null, details: unknown }> } };

export type InvoiceDeleteMutationVariables = Exact<{
  input: InvoiceDeleteInput;
}>;


export type InvoiceDeleteMutation = { invoiceDelete: { deletedInvoiceId: string | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null, details: unknown }> } };

export type ProjectChoicesQueryVariables = Exact<{
  clientId: string;
  search?: string | null | undefined;
}>;


export type ProjectChoicesQuery = { client: { id: string, projects: { nodes: Array<{ id: string, name: string }> } } | null };

export type PaymentRecordMutationVariables = Exact<{
  input: PaymentRecordInput;
}>;


export type PaymentRecordMutation = { paymentRecord: { payment: { id: string } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null, details: unknown }> } };

export type PaymentReverseMutationVariables = Exact<{
  input: PaymentReverseInput;
}>;


export type PaymentReverseMutation = { paymentReverse: { payment: { id: string, reversedOn: string | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null, details: unknown }> } };

export type SessionFieldsFragment = { accessToken: string, expiresAt: string };

export type SessionCreateMutationVariables = Exact<{
  input: SessionCreateInput;
}>;


export type SessionCreateMutation = { sessionCreate: { session: { accessToken: string, expiresAt: string } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null, details: unknown }> } };

export type SessionRefreshMutationVariables = Exact<{
  input: SessionRefreshInput;
}>;


export type SessionRefreshMutation = { sessionRefresh: { session: { accessToken: string, expiresAt: string } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null, details: unknown }> } };

export type SessionEndMutationVariables = Exact<{
  input: SessionEndInput;
}>;


export type SessionEndMutation = { sessionEnd: { ended: boolean | null } };

export type CompanyFieldsFragment = { id: string, name: string, currencyCode: string, timeZone: string };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { id: string, name: string, email: string, memberships: Array<{ id: string, permissions: Array<string>, company: { id: string, name: string, currencyCode: string, timeZone: string } }> } | null };

export type UserErrorFieldsFragment = { code: UserErrorCode, message: string, field: Array<string> | null, details: unknown };

export type MoneyFieldsFragment = { amount: string, currencyCode: string };

export type PageFieldsFragment = { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null };

export const MoneyFieldsFragmentDoc = gql`
    fragment MoneyFields on Money {
  amount
  currencyCode
}
    `;
export const InvoiceRowFragmentDoc = gql`
    fragment InvoiceRow on Invoice {
  id
  number
  status
  issueDate
  dueDate
  daysPastDue
  client {
    id
    name
  }
  project {
    id
    name
  }
  total {
    ...MoneyFields
  }
  balanceDue {
    ...MoneyFields
  }
}
    ${MoneyFieldsFragmentDoc}`;
export const InvoiceDraftFragmentDoc = gql`
    fragment InvoiceDraft on Invoice {
  id
  version
  number
  status
  currencyCode
  pricesIncludeTax
  issueDate
  dueDate
  memo
  purchaseOrderNumber
  discountPercent
  discountAmount {
    ...MoneyFields
  }
  discountTotal {
    ...MoneyFields
  }
  client {
    id
    name
  }
  project {
    id
    name
  }
  lineItems {
    id
    position
    description
    quantity
    unit
    unitPrice
    discountPercent
    discountAmount {
      ...MoneyFields
    }
    taxRate
    net {
      ...MoneyFields
    }
    tax {
      ...MoneyFields
    }
  }
}
    ${MoneyFieldsFragmentDoc}`;
export const CompanyFieldsFragmentDoc = gql`
    fragment CompanyFields on Company {
  id
  name
  currencyCode
  timeZone
}
    `;
export const InvoiceDetailFragmentDoc = gql`
    fragment InvoiceDetail on Invoice {
  ...InvoiceDraft
  daysPastDue
  updatedAt
  company {
    ...CompanyFields
  }
  client {
    id
    name
    email
  }
  subtotal {
    ...MoneyFields
  }
  taxTotal {
    ...MoneyFields
  }
  total {
    ...MoneyFields
  }
  paidTotal {
    ...MoneyFields
  }
  balanceDue {
    ...MoneyFields
  }
  taxes {
    rate
    taxable {
      ...MoneyFields
    }
    amount {
      ...MoneyFields
    }
  }
  availableActions {
    action
    allowed
    code
    reason
  }
}
    ${InvoiceDraftFragmentDoc}
${CompanyFieldsFragmentDoc}
${MoneyFieldsFragmentDoc}`;
export const SessionFieldsFragmentDoc = gql`
    fragment SessionFields on Session {
  accessToken
  expiresAt
}
    `;
export const UserErrorFieldsFragmentDoc = gql`
    fragment UserErrorFields on UserError {
  code
  message
  field
  details
}
    `;
export const PageFieldsFragmentDoc = gql`
    fragment PageFields on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
    `;
export const AgeingDocument = gql`
    query Ageing($companyId: ID!, $asOf: Date, $basis: AgeingBasis!, $groupBy: AgeingGroup!, $first: Int, $after: String, $last: Int, $before: String) {
  company(id: $companyId) {
    id
    receivablesAgeing(asOf: $asOf, basis: $basis, groupBy: $groupBy) {
      asOf
      basis
      buckets {
        label
      }
      totals {
        currencyCode
        amounts {
          ...MoneyFields
        }
        total {
          ...MoneyFields
        }
        percentages
      }
      rows(first: $first, after: $after, last: $last, before: $before) {
        edges {
          cursor
          node {
            client {
              id
              name
            }
            project {
              id
              name
            }
            currencyCode
            amounts {
              ...MoneyFields
            }
            total {
              ...MoneyFields
            }
          }
        }
        pageInfo {
          ...PageFields
        }
        totalCount
      }
    }
  }
}
    ${MoneyFieldsFragmentDoc}
${PageFieldsFragmentDoc}`;

export function useAgeingQuery(options: Omit<Urql.UseQueryArgs<AgeingQueryVariables>, 'query'>) {
  return Urql.useQuery<AgeingQuery, AgeingQueryVariables>({ query: AgeingDocument, ...options });
};
export const AgeingCellDocument = gql`
    query AgeingCell($companyId: ID!, $asOf: Date!, $basis: AgeingBasis!, $groupBy: AgeingGroup!, $after: String, $before: String, $firstRow: Int, $lastRow: Int, $bucket: Int, $invoicesAfter: String) {
  company(id: $companyId) {
    id
    receivablesAgeing(asOf: $asOf, basis: $basis, groupBy: $groupBy) {
      rows(first: $firstRow, after: $after, last: $lastRow, before: $before) {
        nodes {
          client {
            id
          }
          project {
            id
          }
          currencyCode
          invoices(bucket: $bucket, first: 50, after: $invoicesAfter) {
            nodes {
              id
              number
              issueDate
              client {
                id
                name
              }
              positionAsOf(date: $asOf) {
                dueDate
                daysPastDue
                balanceDue {
                  ...MoneyFields
                }
              }
            }
            pageInfo {
              ...PageFields
            }
            totalCount
          }
        }
      }
    }
  }
}
    ${MoneyFieldsFragmentDoc}
${PageFieldsFragmentDoc}`;

export function useAgeingCellQuery(options: Omit<Urql.UseQueryArgs<AgeingCellQueryVariables>, 'query'>) {
  return Urql.useQuery<AgeingCellQuery, AgeingCellQueryVariables>({ query: AgeingCellDocument, ...options });
};
export const ClientCreateDocument = gql`
    mutation ClientCreate($input: ClientCreateInput!) {
  clientCreate(input: $input) {
    client {
      id
      name
    }
    userErrors {
      ...UserErrorFields
    }
  }
}
    ${UserErrorFieldsFragmentDoc}`;

export function useClientCreateMutation() {
  return Urql.useMutation<ClientCreateMutation, ClientCreateMutationVariables>(ClientCreateDocument);
};
export const ClientNameDocument = gql`
    query ClientName($id: ID!) {
  client(id: $id) {
    id
    name
  }
}
    `;

export function useClientNameQuery(options: Omit<Urql.UseQueryArgs<ClientNameQueryVariables>, 'query'>) {
  return Urql.useQuery<ClientNameQuery, ClientNameQueryVariables>({ query: ClientNameDocument, ...options });
};
export const ClientChoicesDocument = gql`
    query ClientChoices($companyId: ID!, $search: String) {
  company(id: $companyId) {
    id
    clients(first: 50, filter: {name: $search, archived: false}) {
      nodes {
        id
        name
      }
    }
  }
}
    `;

export function useClientChoicesQuery(options: Omit<Urql.UseQueryArgs<ClientChoicesQueryVariables>, 'query'>) {
  return Urql.useQuery<ClientChoicesQuery, ClientChoicesQueryVariables>({ query: ClientChoicesDocument, ...options });
};
export const InvoiceListDocument = gql`
    query InvoiceList($companyId: ID!, $first: Int, $after: String, $last: Int, $before: String, $filter: InvoiceFilter, $orderBy: InvoiceOrder) {
  company(id: $companyId) {
    id
    invoices(
      first: $first
      after: $after
      last: $last
      before: $before
      filter: $filter
      orderBy: $orderBy
    ) {
      nodes {
        ...InvoiceRow
      }
      pageInfo {
        ...PageFields
      }
      totalCount
    }
  }
}
    ${InvoiceRowFragmentDoc}
${PageFieldsFragmentDoc}`;

export function useInvoiceListQuery(options: Omit<Urql.UseQueryArgs<InvoiceListQueryVariables>, 'query'>) {
  return Urql.useQuery<InvoiceListQuery, InvoiceListQueryVariables>({ query: InvoiceListDocument, ...options });
};
export const InvoicePageDocument = gql`
    query InvoicePage($id: ID!) {
  invoice(id: $id) {
    ...InvoiceDetail
    payments(first: 100) {
      nodes {
        id
        effectiveOn
        amount {
          ...MoneyFields
        }
        payment {
          id
          receivedOn
          method
          reference
          reversedOn
          reversalReason
        }
      }
      totalCount
    }
    ledger {
      id
      kind
      effectiveOn
      recordedAt
      amount {
        ...MoneyFields
      }
    }
  }
}
    ${InvoiceDetailFragmentDoc}
${MoneyFieldsFragmentDoc}`;

export function useInvoicePageQuery(options: Omit<Urql.UseQueryArgs<InvoicePageQueryVariables>, 'query'>) {
  return Urql.useQuery<InvoicePageQuery, InvoicePageQueryVariables>({ query: InvoicePageDocument, ...options });
};
export const InvoiceEditDocument = gql`
    query InvoiceEdit($id: ID!) {
  invoice(id: $id) {
    ...InvoiceDraft
    company {
      ...CompanyFields
    }
  }
}
    ${InvoiceDraftFragmentDoc}
${CompanyFieldsFragmentDoc}`;

export function useInvoiceEditQuery(options: Omit<Urql.UseQueryArgs<InvoiceEditQueryVariables>, 'query'>) {
  return Urql.useQuery<InvoiceEditQuery, InvoiceEditQueryVariables>({ query: InvoiceEditDocument, ...options });
};
export const InvoiceCreateDocument = gql`
    mutation InvoiceCreate($input: InvoiceCreateInput!) {
  invoiceCreate(input: $input) {
    invoice {
      id
    }
    userErrors {
      ...UserErrorFields
    }
  }
}
    ${UserErrorFieldsFragmentDoc}`;

export function useInvoiceCreateMutation() {
  return Urql.useMutation<InvoiceCreateMutation, InvoiceCreateMutationVariables>(InvoiceCreateDocument);
};
export const InvoiceUpdateDocument = gql`
    mutation InvoiceUpdate($input: InvoiceUpdateInput!) {
  invoiceUpdate(input: $input) {
    invoice {
      id
      version
    }
    userErrors {
      ...UserErrorFields
    }
  }
}
    ${UserErrorFieldsFragmentDoc}`;

export function useInvoiceUpdateMutation() {
  return Urql.useMutation<InvoiceUpdateMutation, InvoiceUpdateMutationVariables>(InvoiceUpdateDocument);
};
export const InvoiceIssueDocument = gql`
    mutation InvoiceIssue($input: InvoiceIssueInput!) {
  invoiceIssue(input: $input) {
    invoice {
      id
      number
    }
    userErrors {
      ...UserErrorFields
    }
  }
}
    ${UserErrorFieldsFragmentDoc}`;

export function useInvoiceIssueMutation() {
  return Urql.useMutation<InvoiceIssueMutation, InvoiceIssueMutationVariables>(InvoiceIssueDocument);
};
export const InvoiceVoidDocument = gql`
    mutation InvoiceVoid($input: InvoiceVoidInput!) {
  invoiceVoid(input: $input) {
    invoice {
      id
      status
    }
    userErrors {
      ...UserErrorFields
    }
  }
}
    ${UserErrorFieldsFragmentDoc}`;

export function useInvoiceVoidMutation() {
  return Urql.useMutation<InvoiceVoidMutation, InvoiceVoidMutationVariables>(InvoiceVoidDocument);
};
export const InvoiceWriteOffDocument = gql`
    mutation InvoiceWriteOff($input: InvoiceWriteOffInput!) {
  invoiceWriteOff(input: $input) {
    invoice {
      id
      status
    }
    userErrors {
      ...UserErrorFields
    }
  }
}
    ${UserErrorFieldsFragmentDoc}`;

export function useInvoiceWriteOffMutation() {
  return Urql.useMutation<InvoiceWriteOffMutation, InvoiceWriteOffMutationVariables>(InvoiceWriteOffDocument);
};
export const InvoiceWriteOffReverseDocument = gql`
    mutation InvoiceWriteOffReverse($input: InvoiceWriteOffReverseInput!) {
  invoiceWriteOffReverse(input: $input) {
    invoice {
      id
      status
    }
    userErrors {
      ...UserErrorFields
    }
  }
}
    ${UserErrorFieldsFragmentDoc}`;

export function useInvoiceWriteOffReverseMutation() {
  return Urql.useMutation<InvoiceWriteOffReverseMutation, InvoiceWriteOffReverseMutationVariables>(InvoiceWriteOffReverseDocument);
};
export const InvoiceDueDateChangeDocument = gql`
    mutation InvoiceDueDateChange($input: InvoiceDueDateChangeInput!) {
  invoiceDueDateChange(input: $input) {
    invoice {
      id
      dueDate
    }
    userErrors {
      ...UserErrorFields
    }
  }
}
    ${UserErrorFieldsFragmentDoc}`;

export function useInvoiceDueDateChangeMutation() {
  return Urql.useMutation<InvoiceDueDateChangeMutation, InvoiceDueDateChangeMutationVariables>(InvoiceDueDateChangeDocument);
};
export const InvoiceDuplicateDocument = gql`
    mutation InvoiceDuplicate($input: InvoiceDuplicateInput!) {
  invoiceDuplicate(input: $input) {
    invoice {
      id
    }
    userErrors {
      ...UserErrorFields
    }
  }
}
    ${UserErrorFieldsFragmentDoc}`;

export function useInvoiceDuplicateMutation() {
  return Urql.useMutation<InvoiceDuplicateMutation, InvoiceDuplicateMutationVariables>(InvoiceDuplicateDocument);
};
export const InvoiceDeleteDocument = gql`
    mutation InvoiceDelete($input: InvoiceDeleteInput!) {
  invoiceDelete(input: $input) {
    deletedInvoiceId
    userErrors {
      ...UserErrorFields
    }
  }
}
    ${UserErrorFieldsFragmentDoc}`;

export function useInvoiceDeleteMutation() {
  return Urql.useMutation<InvoiceDeleteMutation, InvoiceDeleteMutationVariables>(InvoiceDeleteDocument);
};
export const ProjectChoicesDocument = gql`
    query ProjectChoices($clientId: ID!, $search: String) {
  client(id: $clientId) {
    id
    projects(first: 50, filter: {name: $search, statuses: [ACTIVE, ON_HOLD]}) {
      nodes {
        id
        name
      }
    }
  }
}
    `;

export function useProjectChoicesQuery(options: Omit<Urql.UseQueryArgs<ProjectChoicesQueryVariables>, 'query'>) {
  return Urql.useQuery<ProjectChoicesQuery, ProjectChoicesQueryVariables>({ query: ProjectChoicesDocument, ...options });
};
export const PaymentRecordDocument = gql`
    mutation PaymentRecord($input: PaymentRecordInput!) {
  paymentRecord(input: $input) {
    payment {
      id
    }
    userErrors {
      ...UserErrorFields
    }
  }
}
    ${UserErrorFieldsFragmentDoc}`;

export function usePaymentRecordMutation() {
  return Urql.useMutation<PaymentRecordMutation, PaymentRecordMutationVariables>(PaymentRecordDocument);
};
export const PaymentReverseDocument = gql`
    mutation PaymentReverse($input: PaymentReverseInput!) {
  paymentReverse(input: $input) {
    payment {
      id
      reversedOn
    }
    userErrors {
      ...UserErrorFields
    }
  }
}
    ${UserErrorFieldsFragmentDoc}`;

export function usePaymentReverseMutation() {
  return Urql.useMutation<PaymentReverseMutation, PaymentReverseMutationVariables>(PaymentReverseDocument);
};
export const SessionCreateDocument = gql`
    mutation SessionCreate($input: SessionCreateInput!) {
  sessionCreate(input: $input) {
    session {
      ...SessionFields
    }
    userErrors {
      ...UserErrorFields
    }
  }
}
    ${SessionFieldsFragmentDoc}
${UserErrorFieldsFragmentDoc}`;

export function useSessionCreateMutation() {
  return Urql.useMutation<SessionCreateMutation, SessionCreateMutationVariables>(SessionCreateDocument);
};
export const SessionRefreshDocument = gql`
    mutation SessionRefresh($input: SessionRefreshInput!) {
  sessionRefresh(input: $input) {
    session {
      ...SessionFields
    }
    userErrors {
      ...UserErrorFields
    }
  }
}
    ${SessionFieldsFragmentDoc}
${UserErrorFieldsFragmentDoc}`;

export function useSessionRefreshMutation() {
  return Urql.useMutation<SessionRefreshMutation, SessionRefreshMutationVariables>(SessionRefreshDocument);
};
export const SessionEndDocument = gql`
    mutation SessionEnd($input: SessionEndInput!) {
  sessionEnd(input: $input) {
    ended
  }
}
    `;

export function useSessionEndMutation() {
  return Urql.useMutation<SessionEndMutation, SessionEndMutationVariables>(SessionEndDocument);
};
export const ViewerDocument = gql`
    query Viewer {
  viewer {
    id
    name
    email
    memberships {
      id
      permissions
      company {
        ...CompanyFields
      }
    }
  }
}
    ${CompanyFieldsFragmentDoc}`;

export function useViewerQuery(options?: Omit<Urql.UseQueryArgs<ViewerQueryVariables>, 'query'>) {
  return Urql.useQuery<ViewerQuery, ViewerQueryVariables>({ query: ViewerDocument, ...options });
};