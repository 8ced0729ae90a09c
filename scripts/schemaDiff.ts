import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildSchema, findBreakingChanges } from 'graphql';
import { ROOT } from './prismaCli.ts';

function git(...args: string[]): string | null {
  const run = spawnSync('git', args, { cwd: ROOT, encoding: 'utf8' });
  return run.status === 0 ? run.stdout.trim() : null;
}

// What a caller may rely on is what was released; before the first release nothing is promised.
const release = process.argv[2] ?? git('describe', '--tags', '--abbrev=0', '--match', 'v*');
const released = release === null ? null : git('show', `${release}:schema.graphql`);
if (released === null) {
  console.log('Nothing is released yet: every change of the contract is allowed.');
  process.exit(0);
}
const now = readFileSync(resolve(ROOT, 'schema.graphql'), 'utf8');
const folder = resolve(ROOT, 'docs/decisions');
const decisions = readdirSync(folder).map((name) => readFileSync(resolve(folder, name), 'utf8'));
const unnamed = findBreakingChanges(buildSchema(released), buildSchema(now)).filter(
  ({ description }) => !decisions.some((text) => text.includes(description)),
);
for (const { description } of unnamed) console.error(description);
if (unnamed.length > 0) {
  console.error(`These break callers of ${release}. Deprecate instead, or name each, word for word,
in a record of docs/decisions that says why it must be.`);
  process.exit(1);
}
