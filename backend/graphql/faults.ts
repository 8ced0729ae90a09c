import { GraphQLError } from 'graphql';

/** Every code a fault can have, and the HTTP status it goes with. Codes are public: keep them. */
export const HTTP_STATUS = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  QUERY_TOO_COMPLEX: 400,
  RATE_LIMITED: 429,
  TIMEOUT: 504,
  INTERNAL: 500,
} as const;
export type FaultCode = keyof typeof HTTP_STATUS;

export const isFaultCode = (code: unknown): code is FaultCode =>
  typeof code === 'string' && Object.hasOwn(HTTP_STATUS, code);

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
