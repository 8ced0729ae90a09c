import { openDatabase } from '../backend/db/database.ts';
import { seed } from '../prisma/seed.ts';

/** Puts ConstructCo into a migrated database, once. */
export async function seedConstructCo(url: string): Promise<void> {
  const db = await openDatabase({ url });
  try {
    const today = new Date().toISOString().slice(0, 10);
    if (await seed(db, today)) console.log('ConstructCo is seeded.');
  } finally {
    await db.close();
  }
}
