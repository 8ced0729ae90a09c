import { createContext, use } from 'react';
import type { SessionFieldsFragment } from '../../gql/generated.ts';

interface SessionActs {
  /** The server ended the session under an open page. */
  readonly lost: boolean;
  readonly signedIn: (session: SessionFieldsFragment) => void;
  readonly signedOut: () => void;
}

export const SessionContext = createContext<SessionActs | null>(null);

export function useSession(): SessionActs {
  const acts = use(SessionContext);
  if (acts === null) throw new Error('useSession needs the app around it');
  return acts;
}
