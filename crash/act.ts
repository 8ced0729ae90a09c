/** What a client knows of an invoice it works on; amounts in cents. */
export interface Known {
  readonly id: string;
  readonly state: 'DRAFT' | 'ISSUED' | 'VOID';
  readonly version: number;
  readonly total: number;
  readonly dueDate: string | null;
  readonly payments: readonly { readonly id: string; readonly amount: number; reversed: boolean }[];
}

export const paidOf = ({ payments }: Known): number =>
  payments.reduce((sum, one) => sum + (one.reversed ? 0 : one.amount), 0);

/** One mutation: what is sent, and what must be true once it is done. */
export interface Act {
  readonly mutation: string;
  /** What is asked of the answer: the id of the thing. */
  readonly thing: 'invoice' | 'payment';
  readonly input: Readonly<Record<string, unknown>>;
  /** Whether it has an idempotency key; otherwise its version keeps it from happening twice. */
  readonly keyed: boolean;
  /** @param id of the thing in the answer. */
  done(id: string): Known;
}

export const DAY = '2026-03-02';
const DUE_DATES = ['2026-04-01', '2026-04-15', '2026-05-01', '2026-06-01'];
const text = (cents: number): string => (cents / 100).toFixed(2);

export interface Desk {
  readonly companyId: string;
  readonly clientId: string;
  /** A number from 0 up to 1, from the seed of the run. */
  random(): number;
  /** A key that was never used. */
  key(): string;
}

function create({ companyId, clientId, random, key }: Desk): Act {
  const total = 100 * (1 + Math.floor(random() * 1_000));
  return {
    mutation: 'invoiceCreate',
    thing: 'invoice',
    keyed: true,
    input: {
      ...{ companyId, clientId, idempotencyKey: key() },
      lineItems: [{ description: 'Work', quantity: '4', unitPrice: text(total / 4) }],
    },
    done: (id) => ({ id, state: 'DRAFT', version: 1, total, dueDate: null, payments: [] }),
  };
}

function issue(known: Known, { key }: Desk): Act {
  const dueDate = '2026-04-01';
  const { id, version } = known;
  return {
    mutation: 'invoiceIssue',
    thing: 'invoice',
    keyed: true,
    input: { id, expectedVersion: version, issueDate: DAY, dueDate, idempotencyKey: key() },
    done: () => ({ ...known, state: 'ISSUED', version: version + 1, dueDate }),
  };
}

function pay(known: Known, { companyId, clientId, random, key }: Desk): Act {
  const owed = known.total - paidOf(known);
  const amount = random() < 0.3 ? owed : 1 + Math.floor(random() * owed);
  return {
    mutation: 'paymentRecord',
    thing: 'payment',
    keyed: true,
    input: {
      ...{ companyId, clientId, amount: text(amount), currencyCode: 'USD', idempotencyKey: key() },
      ...{ receivedOn: '2026-03-10', method: 'CASH' },
      allocations: [{ invoiceId: known.id, amount: text(amount) }],
    },
    done: (id) => ({
      ...known,
      version: known.version + 1,
      payments: [...known.payments, { id, amount, reversed: false }],
    }),
  };
}

function reverse(known: Known, payment: string, { key }: Desk): Act {
  return {
    mutation: 'paymentReverse',
    thing: 'payment',
    keyed: true,
    input: { id: payment, reversedOn: '2026-03-20', idempotencyKey: key() },
    done: () => ({
      ...known,
      version: known.version + 1,
      payments: known.payments.map((one) =>
        one.id === payment ? { ...one, reversed: true } : one,
      ),
    }),
  };
}

function moveDueDate(known: Known, { random }: Desk): Act {
  const others = DUE_DATES.filter((one) => one !== known.dueDate);
  const dueDate = others[Math.floor(random() * others.length)] ?? DAY;
  const { id, version } = known;
  return {
    mutation: 'invoiceDueDateChange',
    thing: 'invoice',
    keyed: false,
    input: { id, expectedVersion: version, dueDate },
    done: () => ({ ...known, version: version + 1, dueDate }),
  };
}

function voidIt(known: Known): Act {
  const { id, version } = known;
  return {
    mutation: 'invoiceVoid',
    thing: 'invoice',
    keyed: false,
    input: { id, expectedVersion: version, date: '2026-03-21', reason: 'crash test' },
    done: () => ({ ...known, state: 'VOID', version: version + 1 }),
  };
}

/** Something that the lifecycle allows now. */
export function nextAct(known: Known | null, desk: Desk): Act {
  if (known === null || known.state === 'VOID') return create(desk);
  if (known.state === 'DRAFT') return issue(known, desk);
  const paid = paidOf(known);
  const standing = known.payments.find((one) => !one.reversed);
  const draw = desk.random();
  if (standing !== undefined && draw < 0.25) return reverse(known, standing.id, desk);
  if (draw < 0.4) return moveDueDate(known, desk);
  if (paid === 0 && draw < 0.5) return voidIt(known);
  return paid === known.total ? create(desk) : pay(known, desk);
}
