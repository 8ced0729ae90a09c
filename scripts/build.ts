import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { prisma, ROOT } from './prismaCli.ts';
import { filesOf, whenChanged } from './stamp.ts';

/** Makes the database clients of both engines and the types that the graph is built on. */
export const generateClients = (): Promise<void> =>
  whenChanged(
    {
      name: 'clients',
      inputs: ['prisma/schema.prisma', 'package-lock.json'],
      outputs: ['sqlite/client.ts', 'postgresql/client.ts', 'pothos-types.ts'].map(
        (file) => `backend/db/generated/${file}`,
      ),
    },
    () => {
      // Only the provider of the address counts here; nothing connects to it.
      prisma(['generate'], 'file:./.cache/generate.db');
      prisma(['generate'], 'postgresql://localhost/generate');
    },
  );

/** Puts compressed copies beside text files; the server sends what a browser accepts. */
function compress(folder: string): void {
  for (const file of filesOf(folder).filter((name) => /\.(js|css|html|svg)$/.test(name))) {
    const content = readFileSync(file);
    writeFileSync(`${file}.br`, brotliCompressSync(content));
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  }
}

/** Builds the dashboard into dist/web; a process of its own, since the bundler is large. */
export const buildDashboard = (): Promise<void> =>
  whenChanged(
    {
      name: 'dashboard',
      inputs: ['frontend', 'backend/domain', 'backend/features', 'package-lock.json'],
      outputs: ['dist/web/index.html'],
    },
    () => {
      const vite = resolve(ROOT, 'node_modules/vite/bin/vite.js');
      const run = spawnSync(process.execPath, [vite, 'build', 'frontend', '--logLevel', 'warn'], {
        cwd: ROOT,
        stdio: 'inherit',
        // Whatever the server runs as: React has a slow, large build for development.
        env: { ...process.env, NODE_ENV: 'production' },
      });
      if (run.status !== 0) throw new Error('The dashboard could not be built.');
      compress('dist/web');
    },
  );
