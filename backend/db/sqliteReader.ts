import { Worker } from 'node:worker_threads';

type Rows = Record<string, unknown>[];
type Answer = { id: number; rows?: Rows; error?: string };
interface Asked {
  readonly sql: string;
  readonly values: readonly unknown[];
  resolve(rows: Rows): void;
  reject(error: Error): void;
}

/** Threads that were given up on end with their statement: SQLite in them cannot be interrupted. */
const MAX_LINGERING = 2;

/**
 * One read-only connection in a thread of its own, for SQL of ours. Statements wait their turn
 * there while the event loop stays free. A statement that runs too long, or whose thread dies,
 * fails alone: those behind it go to a new thread.
 */
export class SqliteReader {
  #worker: Worker | null = null;
  #lastId = 0;
  #lingering = 0;
  #closed = false;
  #deadline: NodeJS.Timeout | undefined;
  /** In the order of asking: the first is running. */
  readonly #asked = new Map<number, Asked>();

  constructor(
    private readonly file: string,
    private readonly timeoutMs: number,
    /** Whether it gives way to everything else that wants a processor. */
    private readonly yielding = false,
  ) {}

  #start(): Worker {
    if (this.#closed) throw new Error('the database was closed');
    if (this.#lingering >= MAX_LINGERING) throw new Error('too many statements ran too long');
    const worker = new Worker(new URL('./sqliteReader.worker.mjs', import.meta.url), {
      workerData: { file: this.file, yielding: this.yielding },
      execArgv: [],
    });
    worker.unref();
    worker.on('message', ({ id, rows, error }: Answer) => {
      const asked = this.#take(id);
      if (error === undefined) asked?.resolve(rows ?? []);
      else asked?.reject(new Error(error));
    });
    worker.on('error', (error: Error) => this.#lose(worker, error));
    worker.on('exit', () => this.#lose(worker, new Error('the reading thread ended')));
    return worker;
  }

  #take(id: number): Asked | undefined {
    const asked = this.#asked.get(id);
    if (asked === undefined) return undefined;
    this.#asked.delete(id);
    clearTimeout(this.#deadline);
    if (this.#asked.size > 0) this.#startClock();
    return asked;
  }

  /** For the statement that is running now. */
  #startClock(): void {
    const worker = this.#worker;
    if (worker === null) return;
    this.#deadline = setTimeout(() => {
      this.#lingering += 1;
      void worker.terminate().finally(() => {
        this.#lingering -= 1;
      });
      this.#lose(worker, new Error(`a statement ran longer than ${this.timeoutMs} ms`));
    }, this.timeoutMs);
  }

  /** Fails what was running and hands on what was waiting. */
  #lose(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    const [running] = this.#asked.keys();
    if (running === undefined) return;
    this.#take(running)?.reject(error);
    if (this.#asked.size > 0) this.#send([...this.#asked]);
  }

  #send(asked: readonly (readonly [number, Asked])[]): void {
    try {
      this.#worker ??= this.#start();
      for (const [id, { sql, values }] of asked) this.#worker.postMessage({ id, sql, values });
      if (this.#asked.size === asked.length) this.#startClock();
    } catch (error) {
      for (const [id, { reject }] of asked) {
        this.#asked.delete(id);
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    }
  }

  all(sql: string, values: readonly unknown[]): Promise<Rows> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      const asked = { sql, values, resolve, reject };
      this.#asked.set(id, asked);
      this.#send([[id, asked]]);
    });
  }

  /** How many statements run or wait here. */
  get load(): number {
    return this.#asked.size;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#worker?.terminate();
  }
}
