import { isCivilDate } from '../../../../backend/domain/civilDate.ts';
import type { AgeingBasis, AgeingGroup } from '../../gql/generated.ts';

export interface AgeingParams {
  /** Null: today, as the company's zone has it. */
  readonly asOf: string | null;
  readonly basis: AgeingBasis;
  readonly groupBy: AgeingGroup;
}

/** The report's parameters, all in the URL, so that a report can be sent as a link. */
export function ageingParams(params: URLSearchParams): AgeingParams {
  const asOf = params.get('asOf');
  return {
    asOf: asOf !== null && isCivilDate(asOf) ? asOf : null,
    basis: params.get('basis') === 'ISSUE_DATE' ? 'ISSUE_DATE' : 'DUE_DATE',
    groupBy: params.get('groupBy') === 'PROJECT' ? 'PROJECT' : 'CLIENT',
  };
}
