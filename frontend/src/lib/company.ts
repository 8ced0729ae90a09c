import { createContext, use } from 'react';
import type { CompanyFieldsFragment } from '../gql/generated.ts';

/** What the dashboard asks about; the API has a few more, for acts that have no page. */
export type Permission =
  | 'clients:write'
  | 'invoices:write'
  | 'invoices:issue'
  | 'invoices:close'
  | 'payments:record'
  | 'payments:reverse';

export interface CompanyChoice {
  readonly company: CompanyFieldsFragment;
  /**
   * Whether the server would let the user do this; what it would refuse is not offered.
   * @param companyId of what is shown: a link may lead to another company's invoice.
   */
  readonly may: (permission: Permission, companyId: string) => boolean;
}

export const CompanyContext = createContext<CompanyChoice | null>(null);

/** The company the user works in; only below the shell, which has chosen one. */
export function useCompany(): CompanyChoice {
  const choice = use(CompanyContext);
  if (choice === null) throw new Error('useCompany needs the shell around it');
  return choice;
}
