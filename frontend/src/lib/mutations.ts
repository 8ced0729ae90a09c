import type { CombinedError } from 'urql';
import type { UserErrorFieldsFragment } from '../gql/generated.ts';

export type UserError = UserErrorFieldsFragment;

const NOT_THERE = 'There is no such thing, or not for you.';

/**
 * What a fault (no answer, or not for you) says to a person. Machine codes stay in the API.
 * @param error undefined when the answer came without what was asked for.
 */
export function faultMessage(error: CombinedError | undefined): string {
  if (error === undefined) return NOT_THERE;
  if (error.networkError !== undefined) {
    return 'The server cannot be reached. Check your connection and try again.';
  }
  const [first] = error.graphQLErrors;
  const requestId = first?.extensions.requestId;
  switch (first?.extensions.code) {
    case 'UNAUTHENTICATED':
      return 'You are signed out. Sign in again to go on.';
    case 'FORBIDDEN':
      return 'Your role does not allow this.';
    case 'NOT_FOUND':
      return NOT_THERE;
    case 'RATE_LIMITED':
      return 'Too many requests. Wait a little and try again.';
    case 'BAD_USER_INPUT':
      return first.message;
    default:
      return typeof requestId === 'string'
        ? `Something went wrong. Tell support this number: ${requestId}`
        : 'Something went wrong. Try again.';
  }
}

/** A problem in words, for a person who knows nothing of keys and versions. */
export const userErrorMessage = ({ code, message }: UserError): string =>
  code === 'IDEMPOTENCY_KEY_REUSED'
    ? 'An earlier try went through after all. Close this and look before you send it again.'
    : message;

/** The problems of a mutation as one text, or null when it succeeded. */
export function problemText(
  error: CombinedError | undefined,
  userErrors: readonly UserError[] | undefined,
): string | null {
  if (error !== undefined) return faultMessage(error);
  if (userErrors === undefined || userErrors.length === 0) return null;
  return userErrors.map(userErrorMessage).join(' ');
}
