import { Worker } from 'node:worker_threads';

type Rows = Record<string, unknown>[];
type Answer = { id: number; rows?: Rows; error?: string };
interface Pending {
  resolve(rows: Rows): void;
  reject(error: Error): void;
  readonly deadline: NodeJS.Timeout;
}

/**
 * One read-only connection in a thread of its own, for SQL of ours. Statements wait their turn
 * there while the event loop stays free. A thread that dies, or a statement that runs too long,
 * fails what waits for it; the next statement starts a new thread.
 */
export class SqliteReader {
  #worker: Worker | null = null;
  #next = 0;
  readonly #pending = new Map<number, Pending>();

  constructor(
    private readonly file: string,
    private readonly timeoutMs: number,
  ) {}

  #start(): Worker {
    const worker = new Worker(new URL('./sqliteReader.worker.mjs', import.meta.url), {
      workerData: { file: this.file },
      execArgv: [],
    });
    worker.unref();
    worker.on('message', ({ id, rows, error }: Answer) => {
      const waiting = this.#take(id);
      if (error === undefined) waiting?.resolve(rows ?? []);
      else waiting?.reject(new Error(error));
    });
    worker.on('error', (error: Error) => this.#abandon(worker, error));
    worker.on('exit', () => this.#abandon(worker, new Error('the reading thread ended')));
    return worker;
  }

  #take(id: number): Pending | undefined {
    const waiting = this.#pending.get(id);
    this.#pending.delete(id);
    clearTimeout(waiting?.deadline);
    return waiting;
  }

  #abandon(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    for (const id of [...this.#pending.keys()]) this.#take(id)?.reject(error);
  }

  all(sql: string, values: readonly unknown[]): Promise<Rows> {
    this.#worker ??= this.#start();
    const worker = this.#worker;
    this.#next += 1;
    const id = this.#next;
    return new Promise((resolve, reject) => {
      const deadline = setTimeout(() => {
        this.#abandon(worker, new Error(`a statement ran longer than ${this.timeoutMs} ms`));
        void worker.terminate();
      }, this.timeoutMs);
      this.#pending.set(id, { resolve, reject, deadline });
      worker.postMessage({ id, sql, values });
    });
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }
}
