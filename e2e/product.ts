import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the product answers, such as http://localhost:41234. */
    origin: string;
  }
}

const ROOT = resolve(import.meta.dirname, '..');

/** Starts the product as `npm start` does, on a free port with a database of its own. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'plumb-e2e-'));
  // The runner calls itself a test; the product is what a person gets who types `npm start`.
  const { NODE_ENV: _, ...environment } = process.env;
  const server = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts'], {
    cwd: ROOT,
    env: {
      ...environment,
      PORT: '0',
      DATABASE_URL: `file:${join(folder, 'plumb.db')}`,
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const origin = await new Promise<string>((found, failed) => {
    server.once('exit', (code) => failed(new Error(`The product ended with ${code}.`)));
    createInterface({ input: server.stdout }).on('line', (line) => {
      const [, address] = /Dashboard +(http:\S+?)\/?$/.exec(line) ?? [];
      if (address !== undefined) found(address);
    });
  });
  project.provide('origin', origin);
  return async () => {
    const gone = once(server, 'exit');
    server.kill('SIGTERM');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
}
