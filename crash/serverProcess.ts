import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ROOT } from '../scripts/prismaCli.ts';

const READY_WITHIN_MS = 60_000;

export interface ServerProcess {
  /** Where it listens. */
  readonly origin: string;
  /** Ends it at once, as a power cut would; waits until it is gone. */
  kill(): Promise<void>;
}

function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill('SIGKILL');
  return gone;
}

/**
 * Starts the server as `npm start` does, with an empty dashboard.
 * @param folder where it runs.
 * @param killAfterMs kills it then already while it starts.
 * @returns null when it was killed before it was ready.
 * @throws Error with what it printed when it ends by itself.
 */
export async function startServer(
  folder: string,
  databaseUrl: string,
  killAfterMs: number | null = null,
): Promise<ServerProcess | null> {
  mkdirSync(join(folder, 'dist/web'), { recursive: true });
  const program = ['--import', import.meta.resolve('tsx'), resolve(ROOT, 'backend/server.ts')];
  const child = spawn(process.execPath, program, {
    cwd: folder,
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      NODE_ENV: 'production',
      AUTH_SECRET: 'the secret of the crash test, long enough for HS256',
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const deadline = setTimeout(() => child.kill('SIGKILL'), killAfterMs ?? READY_WITHIN_MS);
  let printed = '';
  const origin = await new Promise<string | null>((resolve) => {
    const read = (text: string) => {
      printed += text;
      const [, port] = /Dashboard +http:\/\/localhost:(\d+)\//.exec(printed) ?? [];
      if (port !== undefined) resolve(`http://127.0.0.1:${port}`);
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    child.once('exit', () => resolve(null));
  });
  clearTimeout(deadline);
  if (origin !== null) return { origin, kill: () => killed(child) };
  if (killAfterMs !== null && child.signalCode === 'SIGKILL') return null;
  throw new Error(`The server did not start:\n${printed}`);
}
