import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { ROOT } from './prismaCli.ts';

/** Everything that needs nothing but Node; with TEST_POSTGRES_URL both engines. */
for (const command of [
  ['node_modules/tsx/dist/cli.mjs', 'scripts/generate.ts'],
  ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)],
]) {
  const { status } = spawnSync(
    process.execPath,
    command.map((part, index) => (index === 0 ? resolve(ROOT, part) : part)),
    {
      cwd: ROOT,
      stdio: 'inherit',
    },
  );
  if (status !== 0) process.exit(status ?? 1);
}
