import { fileURLToPath } from 'node:url';
import { defineConfig } from 'prisma/config';

const url = process.env.DATABASE_URL ?? 'file:./data/plumb.db';
const postgresql = url.startsWith('postgres');

// The command line would download an engine binary; this program stands in for it, see its head.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(
  new URL('./prisma/schema-engine.mjs', import.meta.url),
);

export default defineConfig({
  schema: process.env.PLUMB_PRISMA_SCHEMA ?? 'prisma/schema.prisma',
  migrations: { path: `prisma/migrations/${postgresql ? 'postgresql' : 'sqlite'}` },
  datasource: { url },
});
