import { openDatabase } from '../backend/db/database.ts';
import { civilDateIn } from '../backend/domain/civilDate.ts';
import { seed, TIME_ZONE } from '../prisma/seed.ts';

/**
 * Puts ConstructCo into a migrated database, once.
 * @returns false when it was there already.
 */
export async function seedConstructCo(url: string): Promise<boolean> {
  const db = await openDatabase({ url });
  try {
    const today = civilDateIn(new Date(), TIME_ZONE);
    const seeded = await seed(db, today);
    if (seeded) console.log('ConstructCo is seeded.');
    return seeded;
  } finally {
    await db.close();
  }
}
