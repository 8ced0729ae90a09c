import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { generateClients } from '../scripts/build.ts';
import { orExit } from '../scripts/prepare.ts';

const USAGE = 'npm run test:crash [-- --kills 10] [--seed 1] [--postgresql]';

/** A database of its own; on PostgreSQL beside the one that TEST_POSTGRES_URL names. */
async function newDatabase(folder: string, postgresql: boolean) {
  if (!postgresql) return { url: `file:${join(folder, 'plumb.db')}`, remove: async () => {} };
  const server = process.env.TEST_POSTGRES_URL;
  if (server === undefined) throw new Error('Set TEST_POSTGRES_URL.');
  const name = `plumb_crash_${process.pid}`;
  const admin = async (sql: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await admin(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, remove: () => admin(`DROP DATABASE ${name} WITH (FORCE)`) };
}

await orExit(async () => {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '10' },
      seed: { type: 'string', default: '1' },
      postgresql: { type: 'boolean', default: false },
    },
  });
  const [kills, seed] = [Number(values.kills), Number(values.seed)];
  if (!Number.isInteger(kills) || kills < 1 || !Number.isInteger(seed)) throw new Error(USAGE);
  await generateClients();
  // Imported now: the clients may be a moment old.
  const { crash } = await import('./run.ts');
  const folder = mkdtempSync(join(tmpdir(), 'plumb-crash-'));
  const database = await newDatabase(folder, values.postgresql);
  const started = Date.now();
  const report = await crash({
    ...{ folder, databaseUrl: database.url, kills, seed },
    onKill: (so) => {
      const seconds = Math.round((Date.now() - started) / 1000);
      console.log(
        `${so.kills} of ${kills} kills, ${so.acknowledged} changes acknowledged, ${seconds} s`,
      );
    },
  });
  // After a failure both stay, to be looked into.
  await database.remove();
  rmSync(folder, { recursive: true });
  console.log(`
${report.kills} kills at work and ${report.killsAtStart} while starting.
${report.acknowledged} changes were acknowledged: all are there, once, and every number agrees.
Of the changes under way, ${report.outcomes['it had happened']} had happened and ${report.outcomes['it had not happened']} had not; repeated, each had one effect.`);
});
