import { parseArgs } from 'node:util';
import { readEnv } from '../backend/env.ts';
import { generateClients } from './build.ts';
import { orExit } from './prepare.ts';

await orExit(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { again: { type: 'boolean', default: false } },
  });
  const [command = '', name] = positionals;
  const env = readEnv();
  await generateClients();
  // Imported now: the clients may be a moment old.
  const { COMMANDS } = await import('./dbCommands.ts');
  const run = COMMANDS[command];
  if (run === undefined) {
    const known = Object.keys(COMMANDS).map((one) => `npm run db:${one}`);
    throw new Error(`Use one of: ${known.join(', ')}`);
  }
  await run({ env, name, again: values.again });
});
