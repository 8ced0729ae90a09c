import { accessSync, closeSync, constants, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import pg from 'pg';
import { sqliteFile } from '../backend/db/database.ts';

const CONNECT_TIMEOUT_MS = 5_000;
const MAGIC = 'SQLite format 3\0';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** What is wrong with an address, and what to do about it. */
function refusal(error: unknown, { host, port, user, database }: pg.Client): string {
  const at = `${host}:${port}`;
  switch (codeOf(error)) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `There is no host called ${host}. Correct DATABASE_URL.`;
    case '3D000':
      return `PostgreSQL at ${at} has no database "${database}". Create it: createdb -h ${host} -p ${port} -U ${user} ${database}`;
    case '28P01':
    case '28000':
      return `PostgreSQL at ${at} does not let ${user} in. Correct the user or the password in DATABASE_URL.`;
    case 'ECONNREFUSED':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
      return `No PostgreSQL answers at ${at}. Start it, or correct DATABASE_URL.`;
    default:
      return `PostgreSQL at ${at}: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** @throws Error that says in a sentence why the database cannot be reached. */
export async function connectPostgresql(url: string): Promise<pg.Client> {
  if (!URL.canParse(url)) {
    throw new Error('DATABASE_URL is no address. Write postgresql://user:password@host:5432/name');
  }
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    throw new Error(refusal(error, client));
  }
}

/** The first bytes of a file; null where there is none. */
function beginningOf(file: string): string | null {
  let descriptor: number;
  try {
    if (statSync(file).isDirectory()) throw new Error(`${file} is a folder, not a database.`);
    descriptor = openSync(file, 'r');
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null;
    throw error;
  }
  const bytes = Buffer.alloc(MAGIC.length);
  const length = readSync(descriptor, bytes);
  closeSync(descriptor);
  return bytes.toString('latin1', 0, length);
}

/**
 * Makes sure that a SQLite file can be worked on.
 * @param mayBeNew whether it may still have to be made; then its folder is.
 * @returns whether it is there already.
 * @throws Error that says in a sentence why not.
 */
export function checkSqliteFile(url: string, mayBeNew: boolean): boolean {
  const file = sqliteFile(url);
  const beginning = beginningOf(file);
  if (beginning === null && !mayBeNew) {
    throw new Error(`There is no database at ${file}. Make it: npm run db:migrate`);
  }
  if (beginning !== null && beginning !== '' && beginning !== MAGIC) {
    throw new Error(
      `${file} is something else than a SQLite database. Correct DATABASE_URL, or move it away.`,
    );
  }
  try {
    if (beginning === null) mkdirSync(dirname(file), { recursive: true });
    accessSync(dirname(file), constants.W_OK);
    if (beginning !== null) accessSync(file, constants.W_OK);
  } catch (error) {
    throw new Error(
      beginning === null
        ? `The folder ${dirname(file)} cannot be made or written to (${codeOf(error)}). Correct DATABASE_URL, or the rights on it.`
        : `${file} cannot be written to (${codeOf(error)}). Correct the rights on it and its folder.`,
    );
  }
  return beginning !== null;
}
