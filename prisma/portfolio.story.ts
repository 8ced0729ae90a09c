import { addDays, type CivilDate } from '../backend/domain/civilDate.ts';

/** The next number of a fixed sequence, 0 to below 1. */
export type Draw = () => number;

/** Something that happens to an invoice after its issue; amounts in minor units. */
export type Act =
  | {
      readonly kind: 'PAYMENT';
      readonly on: CivilDate;
      readonly amount: bigint;
      /** May be one of several invoices that a client settles at once. */
      readonly shared: boolean;
      readonly reversedOn: CivilDate | null;
    }
  | {
      readonly kind: 'VOIDED' | 'WRITTEN_OFF' | 'WRITE_OFF_REVERSED';
      readonly on: CivilDate;
      /** What is given up, or owed again. */
      readonly amount: bigint;
    }
  | { readonly kind: 'DUE_DATE_CHANGED'; readonly on: CivilDate; readonly dueDate: CivilDate };

export interface Issued {
  readonly issueDate: CivilDate;
  readonly dueDate: CivilDate;
  readonly total: bigint;
}

const between = (draw: Draw, from: number, to: number): number =>
  from + Math.floor(draw() * (to - from + 1));

/** How many days after the due date clients pay: most about then, some late, few very late. */
function daysLate(draw: Draw): number {
  const manner = draw();
  if (manner < 0.55) return between(draw, -12, 2);
  if (manner < 0.85) return between(draw, 0, 25);
  return manner < 0.97 ? between(draw, 25, 75) : between(draw, 75, 200);
}

/** Stories by how often they happen; a number from 0 to below 1 falls to one of them. */
const CHANCES = {
  void: 0.02,
  writtenOff: 0.01,
  recovered: 0.004,
  bounced: 0.015,
  instalments: 0.14,
  neverPaid: 0.004,
} as const;
type Fate = keyof typeof CHANCES | 'paid';

function fateOf(chance: number): Fate {
  let upTo = 0;
  for (const [fate, share] of Object.entries(CHANCES) as [keyof typeof CHANCES, number][]) {
    upTo += share;
    if (chance < upTo) return fate;
  }
  return 'paid';
}

const payment = (
  on: CivilDate,
  amount: bigint,
  { shared = false, reversedOn = null }: { shared?: boolean; reversedOn?: CivilDate | null } = {},
): Act => ({ kind: 'PAYMENT', on, amount, shared, reversedOn });

function afterIssue(draw: Draw, fate: Fate, { issueDate, dueDate, total }: Issued): Act[] {
  const fromDue = (days: number) => {
    const date = addDays(dueDate, days);
    return date < issueDate ? issueDate : date;
  };
  switch (fate) {
    case 'void':
      return [{ kind: 'VOIDED', on: addDays(issueDate, between(draw, 1, 9)), amount: total }];
    case 'writtenOff': {
      const part = draw() < 0.4 ? total / 4n : 0n;
      return [
        ...(part > 0n ? [payment(fromDue(between(draw, 5, 60)), part)] : []),
        { kind: 'WRITTEN_OFF', on: fromDue(between(draw, 90, 220)), amount: total - part },
      ];
    }
    case 'recovered': {
      const givenUp = between(draw, 90, 150);
      const back = givenUp + between(draw, 20, 60);
      return [
        { kind: 'WRITTEN_OFF', on: fromDue(givenUp), amount: total },
        { kind: 'WRITE_OFF_REVERSED', on: fromDue(back), amount: total },
        ...(draw() < 0.7 ? [payment(fromDue(back + between(draw, 5, 40)), total)] : []),
      ];
    }
    case 'bounced': {
      const on = fromDue(daysLate(draw));
      const reversedOn = addDays(on, between(draw, 4, 9));
      return [
        payment(on, total, { reversedOn }),
        ...(draw() < 0.75 ? [payment(addDays(reversedOn, between(draw, 5, 25)), total)] : []),
      ];
    }
    case 'instalments': {
      const first = (total * BigInt(between(draw, 25, 60))) / 100n;
      const begin = addDays(issueDate, between(draw, 4, 20));
      if (first === 0n) return [payment(begin, total)];
      const end = fromDue(Math.max(daysLate(draw), 0));
      return [
        payment(begin, first),
        payment(end > begin ? end : addDays(begin, 10), total - first, { shared: true }),
      ];
    }
    case 'neverPaid':
      return [];
    case 'paid':
      return [payment(fromDue(daysLate(draw)), total, { shared: draw() < 0.4 })];
  }
}

/**
 * What happened to an invoice until a day; everything in it a person could have done.
 * @param chance from 0 to below 1, decides which story it is; evenly spread chances make every
 * story occur among a few hundred invoices.
 */
export function storyOf(draw: Draw, chance: number, issued: Issued, lastDay: CivilDate): Act[] {
  // Nothing is owed, so nothing is paid, taken back or given up.
  if (issued.total === 0n) return [];
  const fate = fateOf(chance);
  const { issueDate, dueDate } = issued;
  const moved: Act[] = [];
  if (fate !== 'void' && draw() < 0.03) {
    const on = addDays(dueDate, -between(draw, 1, 8));
    moved.push({
      kind: 'DUE_DATE_CHANGED',
      on: on < issueDate ? issueDate : on,
      dueDate: addDays(dueDate, draw() < 0.5 ? 14 : 30),
    });
  }
  const due = moved[0]?.kind === 'DUE_DATE_CHANGED' ? moved[0].dueDate : dueDate;
  return [...moved, ...afterIssue(draw, fate, { ...issued, dueDate: due })]
    .filter((act) => act.on <= lastDay)
    .map((act) =>
      act.kind === 'PAYMENT' && act.reversedOn !== null && act.reversedOn > lastDay
        ? { ...act, reversedOn: null }
        : act,
    );
}
