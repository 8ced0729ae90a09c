#!/usr/bin/env node
// Stands in for the schema-engine binary that Prisma's command line would download: it speaks the
// same JSON-RPC over stdio and hands each call to the official WebAssembly build of the engine,
// which reaches the database through a driver adapter. See docs/decisions/002-schema-engine.md.
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { fileURLToPath } from 'node:url';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  DriverAdapterError,
} from '@prisma/driver-adapter-utils';

const argv = process.argv.slice(2);
if (argv[0] === '--version') {
  console.log('schema-engine-cli wasm');
  process.exit(0);
}
const datasource = JSON.parse(argv[argv.indexOf('--datasource') + 1] ?? '{}');
const url = datasource.url ?? process.env.DATABASE_URL ?? '';
const postgresql = /^postgres/.test(url);
/** What closes and removes that the engine has not given back when it ends. */
const leftovers = new Set();

/** The engine's package has no entry for Node: its glue is bound to the module by hand. */
async function loadEngine() {
  const entry = import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const glue = await import(entry);
  const code = await WebAssembly.compile(
    fs.readFileSync(fileURLToPath(new URL('schema_engine_bg.wasm', entry))),
  );
  const instance = await WebAssembly.instantiate(code, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start?.();
  return glue.SchemaEngine;
}

const CHAR_OID = 18;
const BPCHAR_OID = 1042;

/** adapter-pg does not know the type "char" of the catalogues; the engine reads it as a character. */
function teachCharType(adapter) {
  const { queryRaw, performIO } = adapter;
  adapter.queryRaw = async (query) => {
    const characters = [];
    const knowing = Object.create(adapter, {
      performIO: {
        value: async (asked) => {
          const result = await performIO.call(adapter, asked);
          for (const [index, field] of (result.fields ?? []).entries()) {
            if (field.dataTypeID !== CHAR_OID) continue;
            field.dataTypeID = BPCHAR_OID;
            characters.push(index);
          }
          return result;
        },
      },
    });
    const answer = await queryRaw.call(knowing, query);
    for (const index of characters) answer.columnTypes[index] = ColumnTypeEnum.Character;
    return answer;
  };
}

/** The host of an address for comparing two schemas, where all that is asked is the version. */
const OFFLINE = 'offline.invalid';
const VERSION = {
  columnNames: ['exists', 'version', 'numeric_version'],
  columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
  rows: [[true, 'PostgreSQL 15', 150_000]],
};

async function postgresqlFactory() {
  const { PrismaPg } = await import('@prisma/adapter-pg');
  const target = new URL(url);
  const sslmode = target.searchParams.get('sslmode');
  // Fields instead of a connection string: pg lets a connection string override `database`, so the
  // shadow database would silently be the main one.
  const connect = async (database) => {
    const adapter = await new PrismaPg({
      host: target.hostname,
      port: Number(target.port || 5432),
      user: decodeURIComponent(target.username),
      password: target.password ? decodeURIComponent(target.password) : undefined,
      database,
      ssl:
        sslmode && sslmode !== 'disable'
          ? { rejectUnauthorized: sslmode === 'verify-full' }
          : undefined,
    }).connect();
    if (target.hostname === OFFLINE) adapter.queryRaw = async () => VERSION;
    else teachCharType(adapter);
    // adapter-pg cuts scripts at every semicolon, also inside a function's body; sent whole, a
    // script is one simple query, and so one transaction.
    adapter.executeScript = async (script) => {
      try {
        await adapter.underlyingDriver().query(script);
      } catch (error) {
        // As the server says it: adapter-pg's own words leave out the column, the row, the table.
        const { code = '', severity = 'ERROR', message, detail, column, hint } = error;
        const cause = { kind: 'postgres', code, severity, message, detail, column, hint };
        throw new DriverAdapterError(cause);
      }
    };
    return adapter;
  };
  const name = target.pathname.slice(1);
  return {
    provider: 'postgres',
    adapterName: 'plumb-schema-engine',
    connect: () => connect(name),
    connectToShadowDb: async () => {
      const main = await connect(name);
      const shadow = `prisma_migrate_shadow_db_${randomUUID()}`;
      await main.executeScript(`CREATE DATABASE "${shadow}"`);
      const adapter = await connect(shadow);
      const { dispose } = adapter;
      // adapter-pg would drop it while still connected to it, which PostgreSQL refuses.
      const drop = async () => {
        if (!leftovers.delete(drop)) return;
        await dispose.call(adapter);
        await main.executeScript(`DROP DATABASE "${shadow}"`);
        await main.dispose();
      };
      leftovers.add(drop);
      adapter.dispose = drop;
      return adapter;
    },
  };
}

const MIGRATIONS_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME,
  "migration_name" TEXT NOT NULL, "logs" TEXT, "rolled_back_at" DATETIME,
  "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`;

/** The engine asks for indexes with "…" around a text, which better-sqlite3 takes for a column. */
const quoteText = (sql) => sql.replace(/(\bname = )"((?:[^"]|"")*)"/, "$1'$2'");

const statement = (sql) => ({ sql, args: [], argTypes: [] });

/**
 * Runs a migration whole or not at all, as PostgreSQL does. A table is changed by making a new one
 * in its place, so foreign keys wait until the end: dropping the old one must not delete what
 * refers to it.
 */
async function runWhole(adapter, executeScript, script) {
  await executeScript('PRAGMA foreign_keys=OFF');
  try {
    await executeScript('BEGIN IMMEDIATE');
    await executeScript(script);
    const { rows } = await adapter.queryRaw(statement('PRAGMA foreign_key_check'));
    if (rows.length > 0) {
      throw new Error(
        `${rows.length} rows refer to rows that are gone, the first in ${rows[0][0]}`,
      );
    }
    await executeScript('COMMIT');
  } catch (error) {
    await executeScript('ROLLBACK').catch(() => {});
    throw error;
  } finally {
    await executeScript('PRAGMA foreign_keys=ON');
  }
}

async function sqliteFactory() {
  const { PrismaBetterSqlite3 } = await import('@prisma/adapter-better-sqlite3');
  if (url) fs.mkdirSync(path.dirname(path.resolve(url.replace(/^file:/, ''))), { recursive: true });
  const factory = new PrismaBetterSqlite3({ url: url || 'file::memory:' });
  for (const method of ['connect', 'connectToShadowDb']) {
    const connect = factory[method].bind(factory);
    factory[method] = async (...args) => {
      const adapter = await connect(...args);
      // Left open, a journal would stay beside the file.
      leftovers.add(() => adapter.dispose());
      const { executeRaw, executeScript, queryRaw } = adapter;
      adapter.queryRaw = (query) => queryRaw.call(adapter, { ...query, sql: quoteText(query.sql) });
      adapter.executeScript = (script) =>
        runWhole(adapter, async (sql) => executeScript.call(adapter, sql), script);
      // The engine sends whole scripts through executeRaw for the shadow database, which
      // better-sqlite3's prepare() refuses.
      adapter.executeRaw = async (query) => {
        if (query.args.length > 0 || !/;\s*\S/.test(query.sql)) {
          return executeRaw.call(adapter, query);
        }
        await adapter.executeScript(query.sql);
        return 0;
      };
      return adapter;
    };
  }
  if (url && !argv.includes('cli')) {
    // On a fresh file the engine reads this table before it makes it.
    const { default: Database } = await import('better-sqlite3');
    const file = url.replace(/^file:/, '');
    const database = new Database(file);
    database.exec(MIGRATIONS_TABLE);
    database.close();
  }
  return factory;
}

/** What the engine panics with goes here; without this place it would die of its own report. */
let panic = '';
globalThis.PRISMA_WASM_PANIC_REGISTRY = {
  set_message: (message) => {
    panic = message;
  },
};
const SchemaEngine = await loadEngine();
const factory = bindMigrationAwareSqlAdapterFactory(
  await (postgresql ? postgresqlFactory() : sqliteFactory()),
);
const emptySchema = [
  ['schema.prisma', `datasource db {\n provider = "${postgresql ? 'postgresql' : 'sqlite'}"\n}`],
];
const engineFor = (files) => SchemaEngine.new({ datamodels: files }, () => {}, factory);
const send = (message) =>
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);

/** The error as the engine had it: from a driver it knows only a number. */
function messageOf(error) {
  const [, id] = /External error id#(\d+)/.exec(String(error.message)) ?? [];
  const cause = id === undefined ? undefined : factory.errorRegistry.consumeError(Number(id));
  return panic || String(cause?.error?.message ?? cause?.error ?? error.message ?? error);
}

if (argv.includes('cli')) {
  try {
    const engine = await engineFor(emptySchema);
    await engine.ensureConnectionValidity({ datasource: { tag: 'ConnectionString', url } });
    process.exit(0);
  } catch (error) {
    const fields = { message: messageOf(error), error_code: error.code ?? 'P1001' };
    process.stderr.write(
      `${JSON.stringify({ level: 'ERROR', target: 'schema_engine::logger', fields })}\n`,
    );
    process.exit(1);
  }
}

function filesOf(params) {
  const files = params?.schema?.files ?? params?.to?.files ?? params?.from?.files;
  return files ? files.map((file) => [file.path, file.content]) : emptySchema;
}

function sendError(id, error) {
  const data = {
    is_panic: panic !== '',
    message: messageOf(error),
    error_code: error.code ?? '',
    meta: {},
  };
  const message = 'An error happened. Check the data field for details.';
  send({ id, error: { code: 4466, message, data } });
}

async function end(code) {
  for (const remove of leftovers) await remove().catch(() => {});
  process.exit(code);
}

let engine;
let current;
// A panic in the engine's own callbacks reaches no catch below.
process.once('uncaughtException', async (error) => {
  sendError(current, error);
  await end(1);
});
// So does Prisma end it when it has all its answers.
process.once('SIGTERM', () => end(0));
for await (const line of readline.createInterface({ input: process.stdin })) {
  if (!line.trim()) continue;
  const { id, method, params } = JSON.parse(line);
  current = id;
  try {
    engine ??= await engineFor(filesOf(params));
    const result = await engine[method === 'getDatabaseVersion' ? 'version' : method](params);
    if (method === 'diff' && result.stdout != null) {
      send({ method: 'print', id: 1_000_000, params: { content: result.stdout } });
    }
    send({ id, result: result ?? null });
  } catch (error) {
    sendError(id, error);
  }
}
await end(0);
