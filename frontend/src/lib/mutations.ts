import type { CombinedError } from 'urql';
import type { UserErrorFieldsFragment } from '../gql/generated.ts';

export type UserError = UserErrorFieldsFragment;

/** What a fault (no answer, or not for you) says to a person. Machine codes stay in the API. */
export function faultMessage(error: CombinedError): string {
  if (error.networkError !== undefined) {
    return 'The server cannot be reached. Check your connection and try again.';
  }
  const [first] = error.graphQLErrors;
  const requestId = first?.extensions.requestId;
  switch (first?.extensions.code) {
    case 'FORBIDDEN':
      return 'Your role does not allow this.';
    case 'NOT_FOUND':
      return 'There is no such thing, or not for you.';
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

/** The problems of a mutation as one text, or null when it succeeded. */
export function problemText(
  error: CombinedError | undefined,
  userErrors: readonly UserError[] | undefined,
): string | null {
  if (error !== undefined) return faultMessage(error);
  if (userErrors === undefined || userErrors.length === 0) return null;
  return userErrors.map((one) => one.message).join(' ');
}
