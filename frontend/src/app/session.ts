import { authExchange } from '@urql/exchange-auth';
import type {
  SessionFieldsFragment,
  SessionRefreshMutation,
  SessionRefreshMutationVariables,
} from '../gql/generated.ts';
import { SessionRefreshDocument } from '../gql/generated.ts';
import { SESSION_URL } from '../lib/session.ts';

const EXPIRY_MARGIN_MS = 30_000;

type State =
  // After a reload only the cookie knows; the first request asks.
  | { readonly kind: 'unknown' }
  | { readonly kind: 'out' }
  // The server ended what this page believed in: another tab signed out, or too long a pause.
  | { readonly kind: 'lost' }
  | { readonly kind: 'in'; readonly accessToken: string; readonly expiresAt: number };

// The token lives in memory only: nothing in the page's storage is worth stealing.
let state: State = { kind: 'unknown' };
const listeners = new Set<() => void>();

function become(next: State): void {
  state = next;
  for (const listener of listeners) listener();
}

/** For `useSyncExternalStore`. */
export function subscribeToSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const isSessionLost = (): boolean => state.kind === 'lost';

export const rememberSession = ({ accessToken, expiresAt }: SessionFieldsFragment): void =>
  become({ kind: 'in', accessToken, expiresAt: Date.parse(expiresAt) });

export const forgetSession = (): void => become({ kind: 'out' });

/** Tabs share one rotating cookie: they refresh one after the other, never with the same token. */
async function oneTabAtATime(work: () => Promise<void>): Promise<void> {
  if ('locks' in navigator) await navigator.locks.request('plumb-session', work);
  // Only secure origins have locks; the server forgives a token used twice within seconds.
  else await work();
}

export const sessionExchange = authExchange(async (utilities) => ({
  addAuthToOperation: (operation) =>
    state.kind === 'in' && operation.context.url !== SESSION_URL
      ? utilities.appendHeaders(operation, { authorization: `Bearer ${state.accessToken}` })
      : operation,
  willAuthError: (operation) => {
    if (operation.context.url === SESSION_URL) return false;
    return (
      state.kind === 'unknown' ||
      (state.kind === 'in' && state.expiresAt - EXPIRY_MARGIN_MS < Date.now())
    );
  },
  didAuthError: (error, operation) =>
    operation.context.url !== SESSION_URL &&
    state.kind === 'in' &&
    error.graphQLErrors.some((one) => one.extensions.code === 'UNAUTHENTICATED'),
  // The exchange itself holds all other operations until this is done: single flight in a tab.
  refreshAuth: () =>
    oneTabAtATime(async () => {
      const result = await utilities.mutate<
        SessionRefreshMutation,
        SessionRefreshMutationVariables
      >(SessionRefreshDocument, { input: {} }, { url: SESSION_URL });
      // Without an answer the session may well be alive; only the server's refusal ends it.
      if (result.error?.networkError !== undefined) return;
      const session = result.data?.sessionRefresh.session;
      if (session) rememberSession(session);
      else become({ kind: state.kind === 'in' ? 'lost' : 'out' });
    }),
}));
