import { createContext, use } from 'react';
import type { CompanyFieldsFragment } from '../gql/generated.ts';

export interface CompanyChoice {
  readonly company: CompanyFieldsFragment;
  /** False for a viewer, whom the server would refuse; the button is then not offered. */
  readonly mayWrite: boolean;
}

export const CompanyContext = createContext<CompanyChoice | null>(null);

/** The company the user works in; only below the shell, which has chosen one. */
export function useCompany(): CompanyChoice {
  const choice = use(CompanyContext);
  if (choice === null) throw new Error('useCompany needs the shell around it');
  return choice;
}
