import { z } from 'zod';
import { formatNumber } from '../domain/documentNumber.ts';
import type { Database } from './database.ts';
import { Prisma } from './generated/sqlite/client.ts';
import type { Difference } from './verify.ts';

export const NUMBERS = 'numbers run from 1 to the last one given, each used once';

const series = z.object({
  company: z.coerce.number(),
  format: z.string(),
  next: z.coerce.number(),
});

/** Literal text of a format, a token, or the sequence. */
const PART = /\{SEQ(?::(\d))?\}|\{YYYY\}|\{MM\}|\{PROJECT\}|[^{]+/g;

/** What a number of this format looks like, with its sequence as the one group; null: unclear. */
function patternOf(format: string): RegExp | null {
  // Where the digits of a project's code end and those of the sequence begin, nobody can tell.
  if (/\{PROJECT\}(\{\w+\}|\d)*\{SEQ|\{SEQ(:\d)?\}(\{\w+\}|\d)*\{PROJECT\}/.test(format))
    return null;
  const pattern = format.replace(PART, (part, width?: string) => {
    if (part.startsWith('{SEQ')) return `(\\d{${width ?? 1},})`;
    if (part === '{YYYY}') return '\\d{4}';
    if (part === '{MM}') return '\\d{2}';
    if (part === '{PROJECT}') return '.*';
    return part.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${pattern}$`);
}

/** Notes the numbers of one company as they come by. */
class Series {
  readonly #pattern: RegExp | null;
  /** How often each sequence from 1 was met. */
  readonly #met: Uint8Array;
  readonly #beyond = new Map<number, string>();
  #unreadable = 0;

  constructor(
    private readonly format: string,
    /** The next sequence when the reading began. */
    private readonly next: number,
  ) {
    this.#pattern = patternOf(format);
    this.#met = new Uint8Array(next);
  }

  note(number: string, issueDate: string): void {
    const sequence = Number(this.#pattern?.exec(number)?.[1] ?? 0);
    const written =
      this.format.includes('{PROJECT}') ||
      formatNumber(this.format, { sequence, issueDate, projectCode: null }) === number;
    // A number of an earlier format is only counted.
    if (sequence === 0 || !written) this.#unreadable += 1;
    else if (sequence >= this.next) this.#beyond.set(sequence, number);
    else this.#met[sequence] = Math.min(255, (this.#met[sequence] ?? 0) + 1);
  }

  /** @param next the next sequence now: numbers may have been given meanwhile. */
  *differences(next: number): Generator<Pick<Difference, 'record' | 'expected' | 'actual'>> {
    let missing = 0;
    for (let sequence = 1; sequence < this.next; sequence += 1) {
      const times = this.#met[sequence] ?? 0;
      if (times === 0) missing += 1;
      if (times === 1 || (times === 0 && this.#unreadable > 0)) continue;
      const record = `sequence ${sequence} of ${this.format}`;
      yield { record, expected: 'one invoice', actual: times === 0 ? 'none' : `${times} invoices` };
    }
    if (this.#unreadable > 0 && missing > this.#unreadable) {
      const record = `numbers in a format before ${this.format}`;
      yield { record, expected: `${missing}`, actual: `${this.#unreadable}` };
    }
    for (const [sequence, number] of this.#beyond) {
      if (sequence < next) continue;
      yield { record: `invoice ${number}`, expected: `up to ${next - 1}`, actual: `${sequence}` };
    }
  }
}

const readSeries = (db: Database) =>
  db.report(
    Prisma.sql`SELECT o.id AS company, o.invoice_number_format AS format, COALESCE(c.next, 1) AS next
      FROM companies o LEFT JOIN document_counters c ON c.company_id = o.id AND c.series = 'INVOICE'`,
    series,
  );

/**
 * Proves that the numbers of each company run from 1 to the last one given, each used once. Reads
 * the counters twice, so that invoices issued meanwhile make no difference.
 */
export class NumberCheck {
  readonly #series: ReadonlyMap<number, Series>;

  private constructor(
    private readonly db: Database,
    found: readonly z.infer<typeof series>[],
  ) {
    this.#series = new Map(found.map((one) => [one.company, new Series(one.format, one.next)]));
  }

  static async begin(db: Database): Promise<NumberCheck> {
    return new NumberCheck(db, await readSeries(db));
  }

  note(company: number, number: string, issueDate: string): void {
    this.#series.get(company)?.note(number, issueDate);
  }

  async *differences(): AsyncGenerator<Difference> {
    for (const { company, next } of await readSeries(this.db)) {
      for (const one of this.#series.get(company)?.differences(next) ?? []) {
        yield { check: NUMBERS, company, ...one };
      }
    }
  }
}
