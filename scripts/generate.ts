import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { generate } from '@graphql-codegen/cli';
import codegen from '../codegen.ts';
import { generateClients } from './build.ts';
import { ROOT } from './prismaCli.ts';

const check = process.argv.includes('--check');
const stale: string[] = [];

/** Writes a generated file, or notes that it is not what it should be. */
function settle(path: string, content: string): void {
  const file = resolve(ROOT, path);
  if (existsSync(file) && readFileSync(file, 'utf8') === content) return;
  if (check) stale.push(path);
  else writeFileSync(file, content);
}

await generateClients();
// After the clients exist: the graph is built on them.
const { printedSchema } = await import('../backend/graphql/print.ts');
settle('schema.graphql', printedSchema());
process.chdir(ROOT);
for (const { filename, content } of await generate({ ...codegen, silent: true }, false)) {
  settle(filename, content);
}
if (stale.length > 0) {
  console.error(`Stale: ${stale.join(', ')}. Run npm run generate and commit the result.`);
  process.exit(1);
}
