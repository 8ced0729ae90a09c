// One read-only connection in a thread of its own: better-sqlite3 is synchronous, and a report of
// a second must not keep other requests waiting. Plain JavaScript, so that it runs the same from
// source, under tests and beside the bundled server.
import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';

function open(file) {
  try {
    return new Database(file, { readonly: true, timeout: 5000 });
  } catch (error) {
    // An error class of the driver would lose its message on the way to the other thread.
    throw new Error(error.message);
  }
}

// On Linux this is the priority of the calling thread, elsewhere it would be the whole server's.
if (workerData.yielding && process.platform === 'linux') setPriority(10);

const database = open(workerData.file);
database.defaultSafeIntegers(true);
database.pragma('query_only = ON');
// 64 MB of pages: counting and sifting a million rows takes half the time of the default 16 MB.
database.pragma('cache_size = -65536');
// SQLite's own LOWER knows ASCII only; PostgreSQL has a function of this name, see its migration.
database.function('fold', { deterministic: true }, (text) => String(text).toLowerCase());
const statements = new Map();

function prepared(sql) {
  const known = statements.get(sql);
  if (known !== undefined) return known;
  // The text grows with filters and parents; a bound keeps a long-lived process small.
  if (statements.size >= 200) statements.clear();
  const statement = database.prepare(sql);
  statements.set(sql, statement);
  return statement;
}

parentPort.on('message', ({ id, sql, values }) => {
  try {
    parentPort.postMessage({ id, rows: prepared(sql).all(...values) });
  } catch (error) {
    parentPort.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
