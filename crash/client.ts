import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { type Act, type Desk, type Known, nextAct, paidOf } from './act.ts';
import { type Api, LostAnswer } from './api.ts';

const money = z.object({ amount: z.string() }).transform(({ amount }) => amount);
const invoice = z.object({
  status: z.string(),
  number: z.string().nullable(),
  version: z.number(),
  dueDate: z.string().nullable(),
  total: money,
  paidTotal: money,
  balanceDue: money,
  ledger: z.array(z.unknown()),
  payments: z.object({
    nodes: z.array(
      z.object({ payment: z.object({ id: z.string(), reversedOn: z.string().nullable() }) }),
    ),
  }),
});
const thing = z.object({ id: z.string() });

const INVOICE = `query ($id: ID!) { node(id: $id) { ... on Invoice {
  status number version dueDate total { amount } paidTotal { amount } balanceDue { amount }
  ledger { kind } payments(first: 100) { nodes { payment { id reversedOn } } } } } }`;

/** What the API shows of an invoice, as far as an act changes it. */
async function shown(api: Api, id: string) {
  const { node } = await api.query(INVOICE, { id });
  const { status, number, payments, ledger, ...rest } = invoice.parse(node);
  return {
    ...rest,
    state: ['DRAFT', 'VOID'].includes(status) ? status : 'ISSUED',
    numbered: number !== null,
    entries: ledger.length,
    payments: payments.nodes
      .map(({ payment }) => `${payment.id} ${payment.reversedOn !== null}`)
      .sort(),
  };
}

/** What it must show of what the client knows. */
function expected(known: Known): Awaited<ReturnType<typeof shown>> {
  const text = (cents: number) => (cents / 100).toFixed(2);
  const paid = paidOf(known);
  const reversed = known.payments.filter((one) => one.reversed).length;
  const issued = known.state !== 'DRAFT';
  return {
    version: known.version,
    dueDate: known.dueDate,
    total: text(known.total),
    paidTotal: text(paid),
    balanceDue: text(known.state === 'ISSUED' ? known.total - paid : 0),
    state: known.state,
    numbered: issued,
    entries: (issued ? 1 : 0) + known.payments.length + reversed + (known.state === 'VOID' ? 1 : 0),
    payments: known.payments.map((one) => `${one.id} ${one.reversed}`).sort(),
  };
}

const COUNTS = `query ($id: ID!) { client(id: $id) {
  invoices(first: 1) { totalCount } payments(first: 1) { totalCount } } }`;
const total = z.object({ totalCount: z.number() }).transform(({ totalCount }) => totalCount);
const counts = z.object({ client: z.object({ invoices: total, payments: total }) });

/** What had come of an act whose answer was lost. */
export type Outcome = 'nothing was under way' | 'it had happened' | 'it had not happened';

/** Works on one invoice after another, one act at a time, and remembers what was acknowledged. */
export class Client {
  /** Everything that was acknowledged, by invoice. */
  readonly #known = new Map<string, Known>();
  #current: Known | null = null;
  #pending: Act | null = null;
  acknowledged = 0;

  constructor(private readonly desk: Desk) {}

  #keep(known: Known): void {
    this.#known.set(known.id, known);
    this.#current = known;
    this.#pending = null;
  }

  /** Acts until the server is gone, and tells of each act that was acknowledged. */
  async work(api: Api, onAcknowledged: () => void): Promise<void> {
    try {
      for (;;) {
        const act = nextAct(this.#current, this.desk);
        this.#pending = act;
        const answer = await api.mutate(act.mutation, `${act.thing} { id }`, act.input);
        if (!answer.ok) throw new Error(`${act.mutation} was refused: ${answer.codes.join()}`);
        this.#keep(act.done(thing.parse(answer.payload[act.thing]).id));
        this.acknowledged += 1;
        onAcknowledged();
      }
    } catch (error) {
      if (!(error instanceof LostAnswer)) throw error;
    }
  }

  async #demand(api: Api, known: Known): Promise<void> {
    const [is, must] = [await shown(api, known.id), expected(known)];
    if (isDeepStrictEqual(is, must)) return;
    throw new Error(`An invoice is ${JSON.stringify(is)}, and should be ${JSON.stringify(must)}`);
  }

  async #demandCounts(api: Api): Promise<void> {
    const { client } = counts.parse(await api.query(COUNTS, { id: this.desk.clientId }));
    const known = [...this.#known.values()];
    const payments = known.reduce((sum, one) => sum + one.payments.length, 0);
    if (client.invoices === known.length && client.payments === payments) return;
    throw new Error(
      `There are ${client.invoices} invoices and ${client.payments} payments, and should be ${known.length} and ${payments}`,
    );
  }

  /** Sends an act again; the id of its thing, and whether this repetition did nothing. */
  async #repeat(api: Api, { mutation, thing: name, input, keyed }: Act) {
    const answer = await api.mutate(mutation, `${name} { id }`, input);
    if (answer.ok) return { id: thing.parse(answer.payload[name]).id, refused: false };
    if (!keyed && answer.codes.join() === 'STALE') return { id: String(input.id), refused: true };
    throw new Error(`${mutation}, repeated, was refused: ${answer.codes.join()}`);
  }

  /**
   * Demands that everything acknowledged is there, and that the act whose answer was lost happened
   * whole or not at all; then repeats that act, twice, and demands its one effect.
   */
  async settle(api: Api): Promise<Outcome> {
    const act = this.#pending;
    for (const known of this.#known.values()) {
      if (act === null || known.id !== this.#current?.id) await this.#demand(api, known);
    }
    if (act === null) return 'nothing was under way';
    const before = this.#current;
    const creates = act.mutation === 'invoiceCreate';
    const found = before === null || creates ? null : await shown(api, before.id);
    const { client } = counts.parse(await api.query(COUNTS, { id: this.desk.clientId }));
    const happened =
      found === null || before === null
        ? client.invoices > this.#known.size
        : !isDeepStrictEqual(found, expected(before));

    const first = await this.#repeat(api, act);
    const second = await this.#repeat(api, act);
    if (first.id !== second.id) throw new Error(`${act.mutation}, repeated, did another thing`);
    if (!act.keyed && (first.refused !== happened || !second.refused)) {
      throw new Error(`${act.mutation} was done twice with one version`);
    }
    const after = act.done(first.id);
    if (happened && found !== null && !isDeepStrictEqual(found, expected(after))) {
      throw new Error(`${act.mutation} was done by half: ${JSON.stringify(found)}`);
    }
    this.#keep(after);
    await this.#demand(api, after);
    if (creates && before !== null) await this.#demand(api, before);
    await this.#demandCounts(api);
    return happened ? 'it had happened' : 'it had not happened';
  }
}
