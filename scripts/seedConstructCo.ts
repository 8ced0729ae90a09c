import { openDatabase } from '../backend/db/database.ts';
import { civilDateIn } from '../backend/domain/civilDate.ts';
import { seed, TIME_ZONE } from '../prisma/seed.ts';

/** Puts ConstructCo into a migrated database, once. */
export async function seedConstructCo(url: string): Promise<void> {
  const db = await openDatabase({ url });
  try {
    const today = civilDateIn(new Date(), TIME_ZONE);
    if (await seed(db, today)) console.log('ConstructCo is seeded.');
  } finally {
    await db.close();
  }
}
