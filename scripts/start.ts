import { readEnv } from '../backend/env.ts';
import { buildDashboard, generateClients } from './build.ts';
import { prisma } from './prismaCli.ts';

try {
  const env = readEnv();
  await generateClients();
  await buildDashboard();
  prisma(['migrate', 'deploy'], env.DATABASE_URL);
  if (env.NODE_ENV !== 'production') {
    // Imported now: the clients may be a moment old.
    const { seedConstructCo } = await import('./seedConstructCo.ts');
    await seedConstructCo(env.DATABASE_URL);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
await import('../backend/server.ts');
