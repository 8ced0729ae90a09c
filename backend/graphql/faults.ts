import { GraphQLError } from 'graphql';

export type FaultCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'QUERY_TOO_COMPLEX'
  | 'RATE_LIMITED'
  | 'TIMEOUT'
  | 'INTERNAL';

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
