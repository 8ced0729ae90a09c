import type { CivilDate } from './civilDate.ts';

export type ReceivableKind =
  | 'ISSUED'
  | 'PAYMENT'
  | 'PAYMENT_REVERSED'
  | 'VOIDED'
  | 'WRITTEN_OFF'
  | 'WRITE_OFF_REVERSED';

/** One movement of what an invoice owes; signed minor units. */
export interface LedgerEntry {
  readonly kind: ReceivableKind;
  readonly amountMinor: bigint;
  readonly effectiveOn: CivilDate;
  readonly recordedAt: Date;
}

/** What is owed on a date, as it was known at an instant: the sum of what had taken effect. */
export function balanceAsOf(
  entries: readonly LedgerEntry[],
  asOf: CivilDate,
  knownAt: Date | null = null,
): bigint {
  return entries
    .filter(
      (entry) => entry.effectiveOn <= asOf && (knownAt === null || entry.recordedAt <= knownAt),
    )
    .reduce((sum, entry) => sum + entry.amountMinor, 0n);
}

export interface DueDateChange {
  readonly previousDueDate: CivilDate;
  readonly effectiveOn: CivilDate;
  readonly recordedAt: Date;
}

/** The due date in force on a date: what the first change that had not happened yet replaced. */
export function dueDateAsOf(
  current: CivilDate,
  changesInOrder: readonly DueDateChange[],
  asOf: CivilDate,
  knownAt: Date | null = null,
): CivilDate {
  const later = changesInOrder.find(
    (change) => change.effectiveOn > asOf || (knownAt !== null && change.recordedAt > knownAt),
  );
  return later?.previousDueDate ?? current;
}

/** Money received before the invoice was issued counts from the issue. */
export const allocationEffectiveOn = (receivedOn: CivilDate, issueDate: CivilDate): CivilDate =>
  receivedOn > issueDate ? receivedOn : issueDate;
