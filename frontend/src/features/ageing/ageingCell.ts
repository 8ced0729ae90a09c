import type { AgeingCellQuery, AgeingCellQueryVariables } from '../../gql/generated.ts';
import type { AgeingCell, Report } from './AgeingTable.tsx';

export type AgeingRow = Report['rows']['edges'][number]['node'];
type CellRow = Pick<
  NonNullable<AgeingCellQuery['company']>['receivablesAgeing']['rows']['nodes'][number],
  'client' | 'project' | 'currencyCode'
>;

interface Place {
  readonly companyId: string;
  readonly basis: AgeingCellQueryVariables['basis'];
  readonly groupBy: AgeingCellQueryVariables['groupBy'];
  /** The cursor that the shown page starts after; null at the start, and when it was reached backwards. */
  readonly pageAfter: string | null;
}

/** A row has no id: it is the first one after the cursor of the row above it. */
export function cellVariables(
  { asOf, rows }: Report,
  { index, bucket }: AgeingCell,
  { pageAfter, ...report }: Place,
): AgeingCellQueryVariables {
  const same = { ...report, asOf, bucket };
  const above = rows.edges[index - 1];
  if (above !== undefined) return { ...same, firstRow: 1, after: above.cursor };
  // The top row of a page reached backwards: the last one before the row below it.
  const below = rows.edges[1];
  if (pageAfter === null && rows.pageInfo.hasPreviousPage && below !== undefined) {
    return { ...same, lastRow: 1, before: below.cursor };
  }
  return { ...same, firstRow: 1, after: pageAfter };
}

/** Whether the row that came is the one that was clicked: others may have moved in between. */
export const isSameRow = (clicked: AgeingRow, came: CellRow): boolean =>
  clicked.client?.id === came.client?.id &&
  clicked.project?.id === came.project?.id &&
  clicked.currencyCode === came.currencyCode;
