import { z } from 'zod';
import { openDatabase } from '../backend/db/database.ts';
import { verify } from '../backend/db/verify.ts';
import { random } from '../prisma/seed.ts';
import { migrate } from '../scripts/migrate.ts';
import { type Api, openAccount, signIn } from './api.ts';
import { Client, type Outcome } from './client.ts';
import { type ServerProcess, startServer } from './serverProcess.ts';

export interface CrashOptions {
  /** Where the server runs; nothing else is there. */
  readonly folder: string;
  /** Of a database without a company. */
  readonly databaseUrl: string;
  readonly kills: number;
  /** The same seed sends the same requests, though the moments of death differ. */
  readonly seed: number;
  /** How many people work at once. */
  readonly clients?: number;
  readonly onKill?: (report: CrashReport) => void;
}

export interface CrashReport {
  kills: number;
  /** Kills while the server was starting, which includes recovering from the kill before. */
  killsAtStart: number;
  /** Mutations that were answered. */
  acknowledged: number;
  /** What had come of the mutations that were under way. */
  readonly outcomes: Record<Outcome, number>;
}

const EMAIL = 'owner@crash.example';
/** How much is acknowledged in a life of the server, at most, and how long it goes on then. */
const LIFE_ACTS = 120;
const LAST_MOMENT_MS = 30;
const START_MS = 700;
const KILLED_AT_START = 0.15;

const viewer = z.object({
  viewer: z.object({ memberships: z.array(z.object({ company: z.object({ id: z.string() }) })) }),
});
const made = z.object({ client: z.object({ id: z.string() }) });

async function openCompany(api: Api, count: number, seed: number): Promise<Client[]> {
  const found = await api.query('{ viewer { memberships { company { id } } } }', {});
  const companyId = viewer.parse(found).viewer.memberships[0]?.company.id ?? '';
  const clients: Client[] = [];
  for (let index = 0; index < count; index += 1) {
    const input = { companyId, name: `Client ${index}` };
    const answer = await api.mutate('clientCreate', 'client { id }', input);
    if (!answer.ok) throw new Error(`clientCreate: ${answer.codes.join()}`);
    const clientId = made.parse(answer.payload).client.id;
    let keys = 0;
    const key = () => {
      keys += 1;
      return `client ${index}, act ${keys}`;
    };
    const draw = random(seed + index);
    clients.push(new Client({ companyId, clientId, random: draw, key }));
  }
  return clients;
}

async function demandHealthyBooks(databaseUrl: string): Promise<void> {
  const db = await openDatabase({ url: databaseUrl });
  const differences = await verify(db).finally(db.close);
  if (differences.length > 0) throw new Error(`The books disagree: ${JSON.stringify(differences)}`);
}

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

async function workUntilKilled(
  server: ServerProcess,
  api: Api,
  clients: readonly Client[],
  draw: () => number,
): Promise<void> {
  let left = Math.ceil(draw() * LIFE_ACTS);
  let enough = () => {};
  const long = new Promise<void>((resolve) => {
    enough = resolve;
  });
  const done = () => {
    left -= 1;
    if (left === 0) enough();
  };
  const work = Promise.all(clients.map((client) => client.work(api, done)));
  // A refusal or a fault ends the run at once, not only when the server is gone.
  await Promise.race([long, work]);
  await pause(draw() * LAST_MOMENT_MS);
  await server.kill();
  await work;
}

/**
 * Kills the server again and again while people work with it, and after each restart demands that
 * everything acknowledged is there, nothing by half, and nothing twice.
 * @throws Error that says what was lost, halved or doubled.
 */
export async function crash(options: CrashOptions): Promise<CrashReport> {
  const { folder, databaseUrl, kills, seed, clients: count = 12, onKill = () => {} } = options;
  const draw = random(seed);
  await migrate(databaseUrl);
  const report: CrashReport = {
    ...{ kills: 0, killsAtStart: 0, acknowledged: 0 },
    outcomes: { 'nothing was under way': 0, 'it had happened': 0, 'it had not happened': 0 },
  };
  let clients: Client[] = [];
  while (report.kills < kills) {
    if (clients.length > 0 && draw() < KILLED_AT_START) {
      const early = await startServer(folder, databaseUrl, draw() * START_MS);
      await early?.kill();
      report.killsAtStart += 1;
    }
    const server = await startServer(folder, databaseUrl);
    if (server === null) throw new Error('The server did not start.');
    try {
      const first = clients.length === 0;
      const api = await (first ? openAccount(server.origin, EMAIL) : signIn(server.origin, EMAIL));
      if (first) clients = await openCompany(api, count, seed * 1_000);
      else for (const client of clients) report.outcomes[await client.settle(api)] += 1;
      await demandHealthyBooks(databaseUrl);
      await workUntilKilled(server, api, clients, draw);
    } finally {
      await server.kill();
    }
    report.kills += 1;
    report.acknowledged = clients.reduce((sum, client) => sum + client.acknowledged, 0);
    onKill(report);
  }
  const last = await startServer(folder, databaseUrl);
  if (last === null) throw new Error('The server did not start.');
  try {
    const api = await signIn(last.origin, EMAIL);
    for (const client of clients) report.outcomes[await client.settle(api)] += 1;
    await demandHealthyBooks(databaseUrl);
  } finally {
    await last.kill();
  }
  return report;
}
