import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { prisma, ROOT } from './prismaCli.ts';

const STAMP = resolve(ROOT, '.cache/generated');
const CONTRACT = resolve(ROOT, 'schema.graphql');

const inputs = ['prisma/schema.prisma', 'package-lock.json'];
const hash = createHash('sha256');
for (const file of inputs) hash.update(readFileSync(resolve(ROOT, file)));
const fingerprint = hash.digest('hex');

const fresh =
  existsSync(STAMP) &&
  readFileSync(STAMP, 'utf8') === fingerprint &&
  existsSync(resolve(ROOT, 'backend/db/generated/postgresql/client.ts')) &&
  existsSync(resolve(ROOT, 'backend/db/generated/sqlite/client.ts'));
if (!fresh) {
  // Only the provider of the address counts here; nothing connects to it.
  prisma(['generate'], 'file:./.cache/generate.db');
  prisma(['generate'], 'postgresql://localhost/generate');
  mkdirSync(resolve(ROOT, '.cache'), { recursive: true });
  writeFileSync(STAMP, fingerprint);
}

// After the clients exist: the schema is built on them.
const { printedSchema } = await import('../backend/graphql/print.ts');
const printed = printedSchema();
const stale = !existsSync(CONTRACT) || readFileSync(CONTRACT, 'utf8') !== printed;
if (stale && process.argv.includes('--check')) {
  console.error('schema.graphql is stale: run npm run generate and commit it.');
  process.exit(1);
}
if (stale) writeFileSync(CONTRACT, printed);
