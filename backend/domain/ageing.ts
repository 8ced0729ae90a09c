import { addDays, type CivilDate } from './civilDate.ts';

/** Last days of each bucket but the open-ended one. */
export const DEFAULT_CUT_POINTS = [30, 60, 90] as const;

export interface Bucket {
  readonly label: string;
  /** First day past due, null for CURRENT, which has no beginning. */
  readonly fromDays: number | null;
  /** Last day past due, null for the last bucket, which has no end. */
  readonly toDays: number | null;
}

/** Cut points make gapless buckets only when they ascend from at least 1. */
export const areCutPoints = (points: readonly number[]): boolean =>
  points.length > 0 &&
  points.length <= 12 &&
  points.every(
    (point, index) => Number.isInteger(point) && point <= 3650 && point > (points[index - 1] ?? 0),
  );

/** CURRENT (0 days past due or fewer), then one bucket up to each cut point, then the rest. */
export function buckets(cutPoints: readonly number[]): Bucket[] {
  const last = cutPoints.at(-1) ?? 0;
  return [
    { label: 'CURRENT', fromDays: null, toDays: 0 },
    ...cutPoints.map((toDays, index) => {
      const fromDays = (cutPoints[index - 1] ?? 0) + 1;
      return { label: `${fromDays}–${toDays}`, fromDays, toDays };
    }),
    { label: `${last}+`, fromDays: last + 1, toDays: null },
  ];
}

/** Which bucket so many days past due fall into; day 0 is CURRENT. */
export function bucketIndex(daysPastDue: number, cutPoints: readonly number[]): number {
  if (daysPastDue <= 0) return 0;
  const index = cutPoints.findIndex((point) => daysPastDue <= point);
  return index === -1 ? cutPoints.length + 1 : index + 1;
}

/**
 * The earliest date of every bucket but the last, newest first, so that SQL compares dates as
 * text: a date on or after the i-th boundary (and before the one before it) is in bucket i.
 */
export const boundaries = (asOf: CivilDate, cutPoints: readonly number[]): CivilDate[] =>
  [0, ...cutPoints].map((days) => addDays(asOf, -days));
