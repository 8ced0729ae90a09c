import { addDays, type CivilDate } from '../backend/domain/civilDate.ts';
import { allocationEffectiveOn, type ReceivableKind } from '../backend/domain/ledger.ts';
import type { PortfolioClient, PortfolioInvoice } from './portfolio.documents.ts';
import type { Draw } from './portfolio.story.ts';

/** Money that came in, with the invoices it settles. */
export interface PortfolioPayment {
  readonly client: PortfolioClient;
  readonly currencyCode: string;
  readonly receivedOn: CivilDate;
  readonly recordedAt: Date;
  readonly reversedOn: CivilDate | null;
  readonly parts: readonly {
    readonly invoice: PortfolioInvoice;
    readonly amount: bigint;
    readonly effectiveOn: CivilDate;
  }[];
}

/** A movement of what an invoice owes. */
export interface Movement {
  readonly kind: ReceivableKind;
  readonly amountMinor: bigint;
  readonly effectiveOn: CivilDate;
  readonly recordedAt: Date;
  readonly payment: PortfolioPayment | null;
}

/** A time of day for what was done on a date. */
export type Clock = (date: CivilDate, hour: number) => Date;

const MAX_SHARED = 12;
/** Hours in UTC: the same day in every zone of America, in the order in which a day goes. */
export const HOURS = {
  draft: 12,
  issue: 13,
  change: 14,
  payment: 15,
  reversal: 17,
  close: 18,
} as const;

/** The instant of each act; nothing is recorded after the last day. */
export function clockUntil(lastDay: CivilDate, draw: Draw): Clock {
  return (date, hour) => {
    const minute = String(Math.floor(draw() * 60)).padStart(2, '0');
    return new Date(`${date < lastDay ? date : lastDay}T${hour}:${minute}:00.000Z`);
  };
}

interface Planned {
  readonly client: PortfolioClient;
  readonly currencyCode: string;
  receivedOn: CivilDate;
  readonly reversedOn: CivilDate | null;
  readonly parts: { readonly invoice: PortfolioInvoice; readonly amount: bigint }[];
}

/** The payments of the stories; what a client shares of one month and currency comes together. */
function plannedPayments(invoices: readonly PortfolioInvoice[]): Planned[] {
  const payments: Planned[] = [];
  const shared = new Map<string, Planned>();
  for (const invoice of invoices) {
    const { client, currencyCode } = invoice;
    for (const act of invoice.story) {
      if (act.kind !== 'PAYMENT') continue;
      const part = { invoice, amount: act.amount };
      const key = `${client.index} ${currencyCode} ${act.on.slice(0, 7)}`;
      const open = act.shared ? shared.get(key) : undefined;
      if (open !== undefined && open.parts.length < MAX_SHARED) {
        open.parts.push(part);
        if (act.on > open.receivedOn) open.receivedOn = act.on;
        continue;
      }
      const { on: receivedOn, reversedOn } = act;
      const payment: Planned = { client, currencyCode, receivedOn, reversedOn, parts: [part] };
      payments.push(payment);
      if (act.shared) shared.set(key, payment);
    }
  }
  return payments.sort((a, b) =>
    a.receivedOn < b.receivedOn ? -1 : a.receivedOn > b.receivedOn ? 1 : 0,
  );
}

export function paymentsOf(
  invoices: readonly PortfolioInvoice[],
  clock: Clock,
  draw: Draw,
): PortfolioPayment[] {
  return plannedPayments(invoices).map((planned) => ({
    ...planned,
    // Bank statements are read some days later.
    recordedAt: clock(addDays(planned.receivedOn, Math.floor(draw() * 4)), HOURS.payment),
    parts: planned.parts.map((part) => ({
      ...part,
      effectiveOn: allocationEffectiveOn(
        planned.receivedOn,
        part.invoice.issueDate ?? planned.receivedOn,
      ),
    })),
  }));
}

/** The ledger of each issued invoice, in the order in which it was recorded. */
export function movementsOf(
  invoices: readonly PortfolioInvoice[],
  payments: readonly PortfolioPayment[],
  clock: Clock,
): Map<PortfolioInvoice, Movement[]> {
  const ledger = new Map<PortfolioInvoice, Movement[]>();
  for (const invoice of invoices) {
    const { issueDate, sequence, totals, story } = invoice;
    if (issueDate === null || sequence === null) continue;
    const issued: Movement = {
      kind: 'ISSUED',
      amountMinor: totals.total,
      effectiveOn: issueDate,
      recordedAt: clock(issueDate, HOURS.issue),
      payment: null,
    };
    const closings = story.flatMap((act): Movement[] => {
      if (act.kind === 'PAYMENT' || act.kind === 'DUE_DATE_CHANGED') return [];
      const amountMinor = act.kind === 'WRITE_OFF_REVERSED' ? act.amount : -act.amount;
      const recordedAt = clock(act.on, HOURS.close);
      return [{ kind: act.kind, amountMinor, effectiveOn: act.on, recordedAt, payment: null }];
    });
    ledger.set(invoice, [issued, ...closings]);
  }
  for (const payment of payments) {
    const { recordedAt, reversedOn } = payment;
    const reversedAt = reversedOn === null ? null : clock(reversedOn, HOURS.reversal);
    for (const { invoice, amount, effectiveOn } of payment.parts) {
      const movements = ledger.get(invoice) ?? [];
      movements.push({ kind: 'PAYMENT', amountMinor: -amount, effectiveOn, recordedAt, payment });
      if (reversedOn === null || reversedAt === null) continue;
      movements.push({
        kind: 'PAYMENT_REVERSED',
        amountMinor: amount,
        effectiveOn: reversedOn,
        recordedAt: reversedAt,
        payment,
      });
    }
  }
  for (const movements of ledger.values()) {
    movements.sort((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime());
  }
  return ledger;
}
