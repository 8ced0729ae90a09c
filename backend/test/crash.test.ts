import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { crash } from '../../crash/run.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from './testDatabase.ts';

// The whole run has fifty: npm run test:crash -- --kills 50
const KILLS = 3;
vi.setConfig({ testTimeout: 180_000 });

describe.each(ENGINES)('the server on %s, killed at work', (engine) => {
  let db: TestDatabase;
  const folder = mkdtempSync(join(tmpdir(), 'plumb-crash-'));
  beforeAll(async () => {
    db = await createTestDatabase(engine);
  });
  afterAll(async () => {
    await db.close();
    rmSync(folder, { recursive: true });
  });

  it('keeps what it acknowledged, does nothing by half and nothing twice', async () => {
    const seed = Date.now() % 1_000;
    const report = await crash({ folder, databaseUrl: db.url, kills: KILLS, seed, clients: 6 });
    expect(report.kills).toBe(KILLS);
    expect(report.acknowledged).toBeGreaterThanOrEqual(KILLS);
  });
});
