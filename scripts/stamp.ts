import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { ROOT } from './prismaCli.ts';

/** A file, or every file below a folder, sorted. */
export function filesOf(path: string): string[] {
  const full = resolve(ROOT, path);
  if (statSync(full).isFile()) return [full];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/**
 * Does a step only when it would come out differently: when an input (a file, or all below a
 * folder) is not what it was the last time, or an output is missing.
 */
export async function whenChanged(
  step: { name: string; inputs: readonly string[]; outputs: readonly string[] },
  work: () => void | Promise<void>,
): Promise<void> {
  const hash = createHash('sha256');
  for (const file of step.inputs.flatMap(filesOf)) {
    hash.update(relative(ROOT, file)).update(readFileSync(file));
  }
  const fingerprint = hash.digest('hex');
  const stamp = resolve(ROOT, '.cache', `${step.name}.stamp`);
  const done =
    step.outputs.every((output) => existsSync(resolve(ROOT, output))) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === fingerprint;
  if (done) return;
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, fingerprint);
}
