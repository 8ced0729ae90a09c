import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { orExit, prepare } from './prepare.ts';
import { ROOT } from './prismaCli.ts';

await orExit(prepare);

// Both halves reload by themselves: the server when a file of it changes, the page in place.
const halves = [
  ['node_modules/tsx/dist/cli.mjs', 'watch', 'backend/server.ts'],
  ['node_modules/vite/bin/vite.js', 'frontend'],
].map(([program = '', ...args]) =>
  spawn(process.execPath, [resolve(ROOT, program), ...args], { cwd: ROOT, stdio: 'inherit' }),
);
const stop = () => {
  for (const half of halves) half.kill();
};
for (const half of halves) half.once('exit', stop);
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
