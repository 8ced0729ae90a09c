import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DefinitionNode, Kind, parse, print, separateOperations } from 'graphql';

const FRONTEND = join(import.meta.dirname, '../../frontend/src');

const definitions: readonly DefinitionNode[] = readdirSync(FRONTEND, { recursive: true })
  .map(String)
  .filter((path) => path.endsWith('.graphql'))
  .flatMap((path) => parse(readFileSync(join(FRONTEND, path), 'utf8')).definitions);

/** An operation of the dashboard, word for word, with the fragments it needs. */
export function dashboardOperation(name: string): string {
  const all = separateOperations({ kind: Kind.DOCUMENT, definitions });
  const document = all[name];
  if (document === undefined) throw new Error(`the dashboard has no operation ${name}`);
  return print(document);
}
