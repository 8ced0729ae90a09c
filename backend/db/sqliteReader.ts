import { Worker } from 'node:worker_threads';

type Answer = { id: number; rows?: Record<string, unknown>[]; error?: string };
type Pending = { resolve(rows: Record<string, unknown>[]): void; reject(error: Error): void };

/** Two, so that a page does not wait behind a report. */
const THREADS = 2;

/** SQL of our own on SQLite, read in worker threads so that the event loop stays free. */
export class SqliteReader {
  readonly #threads: { worker: Worker; pending: Map<number, Pending> }[];
  #next = 0;

  constructor(file: string) {
    this.#threads = Array.from({ length: THREADS }, () => {
      const pending = new Map<number, Pending>();
      const worker = new Worker(new URL('./sqliteReader.worker.mjs', import.meta.url), {
        workerData: { file },
        execArgv: [],
      });
      worker.unref();
      worker.on('message', ({ id, rows, error }: Answer) => {
        const waiting = pending.get(id);
        pending.delete(id);
        if (error === undefined) waiting?.resolve(rows ?? []);
        else waiting?.reject(new Error(error));
      });
      worker.on('error', (error: Error) => {
        for (const waiting of pending.values()) waiting.reject(error);
        pending.clear();
      });
      return { worker, pending };
    });
  }

  all(sql: string, values: readonly unknown[]): Promise<Record<string, unknown>[]> {
    this.#next += 1;
    const id = this.#next;
    const idle = [...this.#threads].sort((a, b) => a.pending.size - b.pending.size)[0];
    if (idle === undefined) return Promise.reject(new Error('the reader is closed'));
    return new Promise((resolve, reject) => {
      idle.pending.set(id, { resolve, reject });
      idle.worker.postMessage({ id, sql, values });
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.splice(0).map(({ worker }) => worker.terminate()));
  }
}
