import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { generateClients } from './build.ts';
import { ROOT } from './prismaCli.ts';

// Everything that needs nothing but Node; with TEST_POSTGRES_URL both engines.
await generateClients();
const vitest = resolve(ROOT, 'node_modules/vitest/vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
});
process.exit(status ?? 1);
