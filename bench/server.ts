import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';

export interface Server {
  readonly origin: string;
  stop(): Promise<void>;
}

const ROOT = resolve(import.meta.dirname, '..');

/** The product's server as a process of its own, set up as in production. */
export async function startServer(url: string, port: number): Promise<Server> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'backend/server.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: url,
      PORT: String(port),
      AUTH_SECRET: randomBytes(32).toString('hex'),
      LOG_LEVEL: 'error',
    },
  });
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  await new Promise<void>((ready, fail) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Plumb is ready')) ready();
    });
    void ended.then((code) => fail(new Error(`The server ended with ${code}: ${said}`)));
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
