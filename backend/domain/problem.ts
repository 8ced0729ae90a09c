/** Every code a caller can meet in `userErrors`, with what it means. Codes are public: keep them. */
export const PROBLEM_CODES = {
  REQUIRED: 'A value is missing.',
  INVALID: 'A value does not have the right form or range.',
  TOO_LONG: 'A text is longer than allowed.',
  NOT_FOUND: 'There is no such thing, or not for you.',
  FORBIDDEN: 'Your role does not allow this.',
  DUPLICATE: 'Something with this value exists already.',
  STALE: 'Someone changed it since you read it; details tell the current version and what differs.',
  NOT_DRAFT: 'Only a draft allows this.',
  NO_LINE_ITEMS: 'An invoice needs a line item before it is issued.',
  NEGATIVE_TOTAL: 'The total of an issued invoice cannot be negative.',
  DUE_BEFORE_ISSUE: 'The due date lies before the issue date.',
  IMMUTABLE_FIELD: 'This cannot change once the invoice is issued.',
  HAS_PAYMENTS: 'Payments in force stand on the invoice; reverse them first.',
  NOTHING_DUE: 'Nothing is owed on the invoice.',
  NOT_WRITTEN_OFF: 'Only a written-off invoice allows this.',
  OVERPAYMENT: 'An allocation exceeds what the invoice still owes.',
  ALLOCATION_MISMATCH: 'The allocations do not add up to the amount of the payment.',
  WRONG_CLIENT: 'It belongs to another client.',
  CURRENCY_MISMATCH: 'It is in another currency.',
  NOT_ISSUED: 'The invoice is not issued.',
  DATE_OUT_OF_RANGE: 'The date is too early or too late.',
  ALREADY_REVERSED: 'The payment was reversed before.',
  DUPLICATE_REFERENCE: 'A payment with this method and reference exists already.',
  IDEMPOTENCY_KEY_REUSED: 'The key was used before with other input.',
  INVALID_CREDENTIALS: 'Address or password is wrong.',
  TOO_MANY_ATTEMPTS: 'Too many attempts; wait a little.',
  TOKEN_EXPIRED: 'The session is over; sign in again.',
} as const;

export type ProblemCode = keyof typeof PROBLEM_CODES;

/** Something the sender of an input can mend. `field` is the path inside the input. */
export interface Problem {
  readonly code: ProblemCode;
  readonly message: string;
  readonly field?: readonly string[];
  readonly details?: Readonly<Record<string, unknown>>;
}

/** A value, or why there is none: what a user can cause is an answer, not an exception. */
export type Result<T, P = Problem> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: P };
