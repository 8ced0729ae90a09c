#!/usr/bin/env node
// Stands in for the schema-engine binary that Prisma's command line would download: it speaks the
// same JSON-RPC over stdio and hands each call to the official WebAssembly build of the engine,
// which reaches the database through a driver adapter. See docs/decisions/002-schema-engine.md.
import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { fileURLToPath } from 'node:url';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';

const argv = process.argv.slice(2);
if (argv[0] === '--version') {
  console.log('schema-engine-cli wasm');
  process.exit(0);
}
const datasource = JSON.parse(argv[argv.indexOf('--datasource') + 1] ?? '{}');
const url = datasource.url ?? process.env.DATABASE_URL ?? '';
const postgresql = /^postgres/.test(url);

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

/** adapter-pg does not know the "char" type (OID 18) of the catalogues; it reads as CHAR (1042). */
function teachCharType(pg) {
  for (const prototype of [pg.Client.prototype, Object.getPrototypeOf(pg.Pool.prototype)]) {
    const query = prototype.query;
    prototype.query = function patched(...args) {
      const running = query.apply(this, args);
      if (typeof running?.then !== 'function') return running;
      return running.then((result) => {
        for (const field of result?.fields ?? [])
          if (field.dataTypeID === 18) field.dataTypeID = 1042;
        return result;
      });
    };
  }
}

async function postgresqlFactory() {
  const { PrismaPg } = await import('@prisma/adapter-pg');
  const { default: pg } = await import('pg');
  teachCharType(pg);
  const target = new URL(url);
  const sslmode = target.searchParams.get('sslmode');
  // Fields instead of a connection string: pg lets a connection string override `database`, so the
  // shadow database would silently be the main one.
  const factory = new PrismaPg({
    host: target.hostname,
    port: Number(target.port || 5432),
    user: decodeURIComponent(target.username),
    password: target.password ? decodeURIComponent(target.password) : undefined,
    database: target.pathname.slice(1),
    ssl:
      sslmode && sslmode !== 'disable'
        ? { rejectUnauthorized: sslmode === 'verify-full' }
        : undefined,
  });
  for (const method of ['connect', 'connectToShadowDb']) {
    const connect = factory[method].bind(factory);
    factory[method] = async (...args) => {
      const adapter = await connect(...args);
      // adapter-pg cuts scripts at every semicolon, also inside a function's body; sent whole, a
      // script is one simple query, and so one transaction.
      adapter.executeScript = async (script) => {
        await adapter.underlyingDriver().query(script);
      };
      return adapter;
    };
  }
  return factory;
}

const MIGRATIONS_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME,
  "migration_name" TEXT NOT NULL, "logs" TEXT, "rolled_back_at" DATETIME,
  "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`;

async function sqliteFactory() {
  const { PrismaBetterSqlite3 } = await import('@prisma/adapter-better-sqlite3');
  if (url) fs.mkdirSync(path.dirname(path.resolve(url.replace(/^file:/, ''))), { recursive: true });
  const factory = new PrismaBetterSqlite3({ url: url || 'file::memory:' });
  for (const method of ['connect', 'connectToShadowDb']) {
    const connect = factory[method].bind(factory);
    factory[method] = async (...args) => {
      const adapter = await connect(...args);
      const executeRaw = adapter.executeRaw.bind(adapter);
      // The engine sends whole scripts through executeRaw for the shadow database, which
      // better-sqlite3's prepare() refuses.
      adapter.executeRaw = async (query) => {
        if (query.args.length > 0 || !/;\s*\S/.test(query.sql)) return executeRaw(query);
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

const SchemaEngine = await loadEngine();
const factory = await (postgresql ? postgresqlFactory() : sqliteFactory());
const emptySchema = [
  ['schema.prisma', `datasource db {\n provider = "${postgresql ? 'postgresql' : 'sqlite'}"\n}`],
];
const log = () => {};
const engineFor = (files) =>
  SchemaEngine.new({ datamodels: files }, log, bindMigrationAwareSqlAdapterFactory(factory));
const send = (message) =>
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);

if (argv.includes('cli')) {
  try {
    const engine = await engineFor(emptySchema);
    await engine.ensureConnectionValidity({ datasource: { tag: 'ConnectionString', url } });
    process.exit(0);
  } catch (error) {
    const fields = { message: String(error.message ?? error), error_code: error.code ?? 'P1001' };
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

let engine;
for await (const line of readline.createInterface({ input: process.stdin })) {
  if (!line.trim()) continue;
  const { id, method, params } = JSON.parse(line);
  try {
    engine ??= await engineFor(filesOf(params));
    const result = await engine[method === 'getDatabaseVersion' ? 'version' : method](params);
    if (method === 'diff' && result.stdout != null) {
      send({ method: 'print', id: 1_000_000, params: { content: result.stdout } });
    }
    send({ id, result: result ?? null });
  } catch (error) {
    send({
      id,
      error: {
        code: 4466,
        message: 'An error happened. Check the data field for details.',
        data: {
          is_panic: false,
          message: String(error.message),
          error_code: error.code ?? '',
          meta: {},
        },
      },
    });
  }
}
process.exit(0);
