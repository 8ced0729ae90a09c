/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import { gql } from 'urql';
import * as Urql from 'urql';
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type AgeingBasis =
  | 'DUE_DATE'
  | 'ISSUE_DATE';

export type AgeingGroup =
  | 'CLIENT'
  | 'PROJECT';

export type InvoiceActionName =
  | 'CHANGE_DUE_DATE'
  | 'DELETE'
  | 'DUPLICATE'
  | 'EDIT'
  | 'ISSUE'
  | 'RECORD_PAYMENT'
  | 'VOID'
  | 'WRITE_OFF'
  | 'WRITE_OFF_REVERSE';

export type InvoiceCreateInput = {
  clientId: string;
  companyId: string;
  currencyCode?: string | null | undefined;
  discountAmount?: string | null | undefined;
  discountPercent?: string | null | undefined;
  dueDate?: string | null | undefined;
  idempotencyKey?: string | null | undefined;
  issueDate?: string | null | undefined;
  lineItems?: Array<InvoiceLineItemInput> | null | undefined;
  memo?: string | null | undefined;
  pricesIncludeTax?: boolean | null | undefined;
  projectId?: string | null | undefined;
  purchaseOrderNumber?: string | null | undefined;
};

export type InvoiceDeleteInput = {
  expectedVersion: number;
  id: string;
};

export type InvoiceDueDateChangeInput = {
  dueDate: string;
  expectedVersion: number;
  id: string;
};

export type InvoiceDuplicateInput = {
  id: string;
  idempotencyKey?: string | null | undefined;
};

export type InvoiceFilter = {
  clientId?: string | null | undefined;
  currencyCode?: string | null | undefined;
  dueFrom?: string | null | undefined;
  dueTo?: string | null | undefined;
  issuedFrom?: string | null | undefined;
  issuedTo?: string | null | undefined;
  number?: string | null | undefined;
  overdue?: boolean | null | undefined;
  projectId?: string | null | undefined;
  search?: string | null | undefined;
  statuses?: Array<InvoiceStatus> | null | undefined;
  totalMax?: string | null | undefined;
  totalMin?: string | null | undefined;
};

export type InvoiceIssueInput = {
  dueDate?: string | null | undefined;
  expectedVersion: number;
  id: string;
  idempotencyKey: string;
  issueDate?: string | null | undefined;
};

export type InvoiceLineItemInput = {
  description: string;
  discountPercent?: string | null | undefined;
  id?: string | null | undefined;
  quantity: string;
  taxRate?: string | null | undefined;
  unit?: string | null | undefined;
  unitPrice: string;
};

export type InvoiceOrder = {
  direction: OrderDirection;
  field: InvoiceOrderField;
};

export type InvoiceOrderField =
  | 'BALANCE'
  | 'DUE_DATE'
  | 'ISSUE_DATE'
  | 'NUMBER'
  | 'TOTAL';

export type InvoiceStatus =
  | 'DRAFT'
  | 'ISSUED'
  | 'OVERDUE'
  | 'PAID'
  | 'PARTIALLY_PAID'
  | 'VOID'
  | 'WRITTEN_OFF';

export type InvoiceUpdateInput = {
  clientId?: string | null | undefined;
  currencyCode?: string | null | undefined;
  discountAmount?: string | null | undefined;
  discountPercent?: string | null | undefined;
  dueDate?: string | null | undefined;
  expectedVersion: number;
  id: string;
  issueDate?: string | null | undefined;
  lineItems?: Array<InvoiceLineItemInput> | null | undefined;
  memo?: string | null | undefined;
  pricesIncludeTax?: boolean | null | undefined;
  projectId?: string | null | undefined;
  purchaseOrderNumber?: string | null | undefined;
};

export type InvoiceVoidInput = {
  date?: string | null | undefined;
  expectedVersion: number;
  id: string;
  reason?: string | null | undefined;
};

export type InvoiceWriteOffInput = {
  date?: string | null | undefined;
  expectedVersion: number;
  id: string;
  reason?: string | null | undefined;
};

export type InvoiceWriteOffReverseInput = {
  date?: string | null | undefined;
  expectedVersion: number;
  id: string;
  reason?: string | null | undefined;
};

export type OrderDirection =
  | 'ASC'
  | 'DESC';

export type PaymentAllocationInput = {
  amount: string;
  invoiceId: string;
};

export type PaymentMethod =
  | 'BANK_TRANSFER'
  | 'CARD'
  | 'CASH'
  | 'CHECK'
  | 'DIRECT_DEBIT'
  | 'OTHER';

export type PaymentRecordInput = {
  allocations: Array<PaymentAllocationInput>;
  allowDuplicateReference?: boolean | null | undefined;
  amount: string;
  clientId: string;
  companyId: string;
  currencyCode: string;
  idempotencyKey: string;
  method: PaymentMethod;
  receivedOn: string;
  reference?: string | null | undefined;
};

export type PaymentReverseInput = {
  id: string;
  idempotencyKey: string;
  reason?: string | null | undefined;
  reversedOn?: string | null | undefined;
};

export type ReceivableKind =
  | 'ISSUED'
  | 'PAYMENT'
  | 'PAYMENT_REVERSED'
  | 'VOIDED'
  | 'WRITE_OFF_REVERSED'
  | 'WRITTEN_OFF';

export type Role =
  | 'ADMIN'
  | 'BOOKKEEPER'
  | 'OWNER'
  | 'PROJECT_MANAGER'
  | 'VIEWER';

export type SessionCreateInput = {
  email: string;
  password: string;
};

export type SessionEndInput = {
  refreshToken?: string | null | undefined;
};

export type SessionRefreshInput = {
  refreshToken?: string | null | undefined;
};

export type UserErrorCode =
  | 'ALLOCATION_MISMATCH'
  | 'ALREADY_REVERSED'
  | 'CURRENCY_MISMATCH'
  | 'DATE_OUT_OF_RANGE'
  | 'DUE_BEFORE_ISSUE'
  | 'DUPLICATE'
  | 'DUPLICATE_REFERENCE'
  | 'FORBIDDEN'
  | 'HAS_PAYMENTS'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'IMMUTABLE_FIELD'
  | 'INVALID'
  | 'INVALID_CREDENTIALS'
  | 'NEGATIVE_TOTAL'
  | 'NOTHING_DUE'
  | 'NOT_DRAFT'
  | 'NOT_FOUND'
  | 'NOT_ISSUED'
  | 'NOT_WRITTEN_OFF'
  | 'NO_LINE_ITEMS'
  | 'OVERPAYMENT'
  | 'REQUIRED'
  | 'STALE'
  | 'TOKEN_EXPIRED'
  | 'TOO_LONG'
  | 'TOO_MANY_ATTEMPTS'
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


export type AgeingCellQuery = { company: { id: string, receivablesAgeing: { rows: { nodes: Array<{ invoices: { totalCount: number, nodes: Array<{ id: string, number: string | null, client: { id: string, name: string }, positionAsOf: { dueDate: string | null, daysPastDue: number | null, balanceDue: { amount: string, currencyCode: string } } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } }> } } } | null };

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

export type InvoiceDraftFragment = { id: string, version: number, number: string | null, status: InvoiceStatus, currencyCode: string, pricesIncludeTax: boolean, issueDate: string | null, dueDate: string | null, memo: string | null, purchaseOrderNumber: string | null, discountPercent: string | null, discountAmount: { amount: string, currencyCode: string } | null, client: { id: string, name: string }, project: { id: string, name: string } | null, lineItems: Array<{ id: string, position: number, description: string, quantity: string, unit: string | null, unitPrice: string, discountPercent: string | null, taxRate: string, net: { amount: string, currencyCode: string }, tax: { amount: string, currencyCode: string } }> };

export type InvoiceDetailFragment = { daysPastDue: number | null, updatedAt: string, id: string, version: number, number: string | null, status: InvoiceStatus, currencyCode: string, pricesIncludeTax: boolean, issueDate: string | null, dueDate: string | null, memo: string | null, purchaseOrderNumber: string | null, discountPercent: string | null, company: { id: string, name: string, currencyCode: string, timeZone: string }, client: { id: string, name: string, email: string | null }, subtotal: { amount: string, currencyCode: string }, discountTotal: { amount: string, currencyCode: string }, taxTotal: { amount: string, currencyCode: string }, total: { amount: string, currencyCode: string }, paidTotal: { amount: string, currencyCode: string }, balanceDue: { amount: string, currencyCode: string }, taxes: Array<{ rate: string, taxable: { amount: string, currencyCode: string }, amount: { amount: string, currencyCode: string } }>, availableActions: Array<{ action: InvoiceActionName, allowed: boolean, code: UserErrorCode | null, reason: string | null }>, discountAmount: { amount: string, currencyCode: string } | null, project: { id: string, name: string } | null, lineItems: Array<{ id: string, position: number, description: string, quantity: string, unit: string | null, unitPrice: string, discountPercent: string | null, taxRate: string, net: { amount: string, currencyCode: string }, tax: { amount: string, currencyCode: string } }> };

export type InvoicePageQueryVariables = Exact<{
  id: string;
}>;


export type InvoicePageQuery = { invoice: { daysPastDue: number | null, updatedAt: string, id: string, version: number, number: string | null, status: InvoiceStatus, currencyCode: string, pricesIncludeTax: boolean, issueDate: string | null, dueDate: string | null, memo: string | null, purchaseOrderNumber: string | null, discountPercent: string | null, payments: { totalCount: number, nodes: Array<{ id: string, effectiveOn: string, amount: { amount: string, currencyCode: string }, payment: { id: string, receivedOn: string, method: PaymentMethod, reference: string | null, reversedOn: string | null } }> }, ledger: Array<{ id: string, kind: ReceivableKind, effectiveOn: string, recordedAt: string, amount: { amount: string, currencyCode: string } }>, company: { id: string, name: string, currencyCode: string, timeZone: string }, client: { id: string, name: string, email: string | null }, subtotal: { amount: string, currencyCode: string }, discountTotal: { amount: string, currencyCode: string }, taxTotal: { amount: string, currencyCode: string }, total: { amount: string, currencyCode: string }, paidTotal: { amount: string, currencyCode: string }, balanceDue: { amount: string, currencyCode: string }, taxes: Array<{ rate: string, taxable: { amount: string, currencyCode: string }, amount: { amount: string, currencyCode: string } }>, availableActions: Array<{ action: InvoiceActionName, allowed: boolean, code: UserErrorCode | null, reason: string | null }>, discountAmount: { amount: string, currencyCode: string } | null, project: { id: string, name: string } | null, lineItems: Array<{ id: string, position: number, description: string, quantity: string, unit: string | null, unitPrice: string, discountPercent: string | null, taxRate: string, net: { amount: string, currencyCode: string }, tax: { amount: string, currencyCode: string } }> } | null };

export type InvoiceEditQueryVariables = Exact<{
  id: string;
}>;


export type InvoiceEditQuery = { invoice: { id: string, version: number, number: string | null, status: InvoiceStatus, currencyCode: string, pricesIncludeTax: boolean, issueDate: string | null, dueDate: string | null, memo: string | null, purchaseOrderNumber: string | null, discountPercent: string | null, company: { id: string, name: string, currencyCode: string, timeZone: string }, discountAmount: { amount: string, currencyCode: string } | null, client: { id: string, name: string }, project: { id: string, name: string } | null, lineItems: Array<{ id: string, position: number, description: string, quantity: string, unit: string | null, unitPrice: string, discountPercent: string | null, taxRate: string, net: { amount: string, currencyCode: string }, tax: { amount: string, currencyCode: string } }> } | null };

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

export type ClientChoicesQueryVariables = Exact<{
  companyId: string;
  search?: string | null | undefined;
}>;


export type ClientChoicesQuery = { company: { id: string, clients: { nodes: Array<{ id: string, name: string }> } } | null };

export type ProjectChoicesQueryVariables = Exact<{
  companyId: string;
  clientId: string;
}>;


export type ProjectChoicesQuery = { company: { id: string, projects: { nodes: Array<{ id: string, name: string }> } } | null };

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


export type SessionEndMutation = { sessionEnd: { ended: boolean } };

export type CompanyFieldsFragment = { id: string, name: string, currencyCode: string, timeZone: string };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { id: string, name: string, email: string, memberships: Array<{ id: string, role: Role, company: { id: string, name: string, currencyCode: string, timeZone: string } }> } | null };

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
  discountTotal {
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
          invoices(bucket: $bucket, first: 50, after: $invoicesAfter) {
            nodes {
              id
              number
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
    payments(first: 50) {
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
export const ClientChoicesDocument = gql`
    query ClientChoices($companyId: ID!, $search: String) {
  company(id: $companyId) {
    id
    clients(first: 50, filter: {search: $search}) {
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
export const ProjectChoicesDocument = gql`
    query ProjectChoices($companyId: ID!, $clientId: ID!) {
  company(id: $companyId) {
    id
    projects(first: 100, filter: {clientId: $clientId}) {
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
      role
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