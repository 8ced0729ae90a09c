import { readEnv } from '../backend/env.ts';
import { generateClients } from './build.ts';

/**
 * Makes the database ready to serve: clients generated, migrations applied, and outside production
 * ConstructCo seeded. Does only what is not done yet.
 */
export async function prepare(): Promise<void> {
  const env = readEnv();
  await generateClients();
  // Imported now: the clients may be a moment old.
  const { migrate } = await import('./migrate.ts');
  await migrate(env.DATABASE_URL);
  if (env.NODE_ENV === 'production') return;
  const { seedConstructCo } = await import('./seedConstructCo.ts');
  await seedConstructCo(env.DATABASE_URL);
}

/** Ends the process with a sentence instead of a stack when a step fails. */
export async function orExit(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
