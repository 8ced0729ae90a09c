import { GraphQLError } from 'graphql';

/** Every code a fault can have. Codes are public: keep them. */
const FAULT_CODES = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'QUERY_TOO_COMPLEX',
  'RATE_LIMITED',
  'TIMEOUT',
  'INTERNAL',
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

export const isFaultCode = (code: unknown): code is FaultCode =>
  FAULT_CODES.some((known) => known === code);

/** A fault: a top-level error with a stable `extensions.code`. */
export function fault(
  code: FaultCode,
  message: string,
  extensions: Record<string, unknown> = {},
): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...extensions } });
}

export const unauthenticated = () => fault('UNAUTHENTICATED', 'Sign in to do this.');
export const forbidden = () => fault('FORBIDDEN', 'Your role does not allow this.');
