import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

interface Source {
  /** Path from the root of the repository. */
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
  /** What it imports: paths from the root, or names of packages. */
  readonly imports: readonly string[];
}

function readSource(path: string): Source {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  const imports: string[] = [];
  const visit = (node: ts.Node): void => {
    const isImport = ts.isImportDeclaration(node) || ts.isExportDeclaration(node);
    const specifier = isImport
      ? node.moduleSpecifier
      : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
        ? node.arguments[0]
        : undefined;
    if (specifier !== undefined && ts.isStringLiteral(specifier)) {
      const { text: name } = specifier;
      imports.push(name.startsWith('.') ? normalize(join(dirname(path), name)) : name);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return { path, text, tree, imports };
}

const sources = ['backend', 'frontend/src', 'prisma', 'scripts']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name))),
  )
  .filter((path) => !path.includes('generated') && !path.endsWith('.d.ts'))
  .sort()
  .map(readSource);
const isTest = (path: string) => /\.test\.tsx?$|^backend\/test\//.test(path);
const code = sources.filter(({ path }) => !isTest(path));

const room = (...names: string[]) => new RegExp(`^backend/.*\\.(${names.join('|')})\\.ts$`);
const DOMAIN = /^backend\/domain\//;
const RULES = room('rules');
const INPUT = room('input');
const DATABASE = /^backend\/db\/|^@prisma\/|^better-sqlite3$|^pg$/;
const GRAPHQL_PACKAGES = /^(@pothos\/.*|graphql|graphql-yoga|dataloader)$/;
const SCHEMA = room('schema', 'connection');
const isPackage = (target: string) => !/^(backend|frontend|prisma|scripts)\//.test(target);

interface Zone {
  readonly name: string;
  readonly files: (path: string) => boolean;
  readonly mayImport: (target: string) => boolean;
  readonly advice: string;
}

const ZONES: readonly Zone[] = [
  {
    name: 'the domain is pure',
    files: (path) => DOMAIN.test(path),
    mayImport: (target) => DOMAIN.test(target),
    advice: 'Pass in what it needs as an argument; the browser and every test run this code.',
  },
  {
    name: 'rules decide from facts alone',
    files: (path) => RULES.test(path),
    mayImport: (target) => DOMAIN.test(target) || RULES.test(target),
    advice: 'Load in the service, and hand the facts and the day to the rule.',
  },
  {
    name: 'inputs know zod and the domain',
    files: (path) => INPUT.test(path),
    mayImport: (target) =>
      target === 'zod' || [DOMAIN, RULES, INPUT].some((one) => one.test(target)),
    advice: 'The browser uses the same schema: what needs the server belongs into the service.',
  },
  {
    name: 'policies know the viewer and nothing else',
    files: (path) => room('policy').test(path),
    mayImport: (target) =>
      target === 'backend/viewer.ts' || DOMAIN.test(target) || room('rules', 'policy').test(target),
    advice: 'A policy says who may and which rows; reading them is the service’s.',
  },
  {
    name: 'GraphQL stays in schemas and in graphql/',
    files: (path) =>
      path.startsWith('backend/') &&
      !SCHEMA.test(path) &&
      !room('loaders').test(path) &&
      !/^backend\/(graphql\/|yoga\.ts|server\.ts|metrics\.ts)/.test(path),
    mayImport: (target) => !GRAPHQL_PACKAGES.test(target),
    advice: 'Answer with plain values; the *.schema.ts of the feature shapes them.',
  },
  {
    name: 'use cases do not know the graph',
    files: (path) =>
      /^backend\/(features|reports)\//.test(path) &&
      !room('schema', 'connection', 'entity', 'list', 'loaders').test(path),
    mayImport: (target) => !target.startsWith('backend/graphql/') && !SCHEMA.test(target),
    advice: 'Schemas call services, never the other way round.',
  },
  {
    name: 'a feature does not reach into another one’s schema',
    files: (path) => /^backend\/features\//.test(path),
    mayImport: () => true,
    advice: 'Refer to its type by name, or use its service, rules, list or connection.',
  },
  {
    name: 'the graph’s plumbing knows no feature',
    files: (path) => /^backend\/graphql\//.test(path) && path !== 'backend/graphql/schema.ts',
    mayImport: (target) => !/^backend\/(features|reports)\//.test(target),
    advice: 'Only graphql/schema.ts lists the features.',
  },
  {
    name: 'the database layer knows no feature',
    files: (path) => /^backend\/db\//.test(path),
    mayImport: (target) => !/^backend\/(features|graphql|reports)\//.test(target),
    advice: 'SQL of a feature belongs to the feature.',
  },
  {
    name: 'the browser takes only what is pure from the server',
    files: (path) => path.startsWith('frontend/'),
    mayImport: (target) =>
      !target.startsWith('backend/') || [DOMAIN, RULES, INPUT].some((one) => one.test(target)),
    advice: 'Share through domain/, *.rules.ts or *.input.ts; everything else comes over the API.',
  },
  {
    name: 'components know no GraphQL, no feature and no app',
    files: (path) => path.startsWith('frontend/src/components/'),
    mayImport: (target) =>
      !/^(urql|@urql\/.*|graphql)$|^frontend\/src\/(features|app|gql)\//.test(target),
    advice: 'Take data as props; the feature asks for it.',
  },
  {
    name: 'features do not know the app',
    files: (path) => /^frontend\/src\/(features|lib)\//.test(path),
    mayImport: (target) => !target.startsWith('frontend/src/app/'),
    advice: 'The app knows the features. What both need belongs into lib/ or a context.',
  },
];

const feature = (path: string) => /^backend\/features\/([^/]+)\//.exec(path)?.[1];

describe('who may import whom', () => {
  it.each(ZONES)('$name', ({ name, files, mayImport, advice }) => {
    const guarded = code.filter(({ path }) => files(path));
    expect(guarded.length, `no file is in the zone "${name}"`).toBeGreaterThan(0);
    const violations = guarded.flatMap(({ path, imports }) =>
      imports
        .filter(
          (target) =>
            !mayImport(target) ||
            (name.startsWith('a feature') &&
              target.endsWith('.schema.ts') &&
              feature(target) !== feature(path)),
        )
        .map((target) => `${path} imports ${target}. ${advice}`),
    );
    expect(violations).toEqual([]);
  });

  it('only what reads or writes rows touches the database', () => {
    const outside = code.filter(
      ({ path, imports }) =>
        [DOMAIN, RULES, INPUT, room('policy')].some((one) => one.test(path)) &&
        imports.some((target) => DATABASE.test(target)),
    );
    expect(outside.map(({ path }) => path)).toEqual([]);
  });

  it('pulls no package into the domain’s zone that the browser would have to load', () => {
    const packages = code
      .filter(({ path }) => DOMAIN.test(path) || RULES.test(path))
      .flatMap(({ imports }) => imports.filter(isPackage));
    expect(packages).toEqual([]);
  });
});

/** Every `expression.name` below a node. */
function propertiesBelow(node: ts.Node): ts.PropertyAccessExpression[] {
  const found: ts.PropertyAccessExpression[] = [];
  const visit = (one: ts.Node): void => {
    if (ts.isPropertyAccessExpression(one)) found.push(one);
    ts.forEachChild(one, visit);
  };
  visit(node);
  return found;
}

describe('how the database is reached', () => {
  const WRITES = /^(create|createMany|update|updateMany|delete|deleteMany|upsert)(AndReturn)?$/;

  it('writes only through a transaction', () => {
    const bare = code.flatMap(({ path, tree }) =>
      propertiesBelow(tree)
        .filter(
          ({ name, expression }) =>
            (WRITES.test(name.text) && /(^|\.)(reader|client)\./.test(expression.getText())) ||
            (name.text.startsWith('$execute') && expression.getText() !== 'tx'),
        )
        .map((one) => `${path}: ${one.getText()}. Use db.transaction((tx) => …) and its tx.`),
    );
    expect(bare).toEqual([]);
  });

  it('uses nothing but the transaction inside a transaction', () => {
    const OUTER = new Set(['reader', 'fresh', 'query', 'report']);
    const leaks = code.flatMap(({ path, tree }) =>
      propertiesBelow(tree)
        .filter(({ name, parent }) => name.text === 'transaction' && ts.isCallExpression(parent))
        .flatMap(({ parent }) => propertiesBelow(parent))
        .filter(({ name, expression }) => OUTER.has(name.text) && /db$/.test(expression.getText()))
        .map((one) => `${path}: ${one.getText()} waits for the transaction it is in. Use tx.`),
    );
    expect(leaks).toEqual([]);
  });

  it('a schema only reads', () => {
    const writing = code
      .filter(({ path }) => SCHEMA.test(path))
      .filter(({ tree }) => propertiesBelow(tree).some(({ name }) => name.text === 'transaction'));
    expect(writing.map(({ path }) => path)).toEqual([]);
  });
});

describe('habits', () => {
  // A chart's bars are drawn in pixels: there an amount may become a number, and nowhere else.
  const CHART = 'frontend/src/features/ageing/AgeingChart.tsx';
  const matching = (files: RegExp, pattern: RegExp, except: readonly string[] = []) =>
    code
      .filter(({ path }) => files.test(path) && !except.includes(path))
      .filter(({ text }) => pattern.test(text))
      .map(({ path }) => path);

  it('reads the environment in one place', () => {
    expect(matching(/^backend\//, /process\.env/, ['backend/env.ts'])).toEqual([]);
  });

  it('takes the time as an argument', () => {
    const files = /^backend\/domain\/|\.(rules|policy|schema|loaders|service)\.ts$/;
    expect(matching(files, /new Date\(\)|Date\.now\(/)).toEqual([]);
  });

  it('logs through the log, not the console', () => {
    expect(matching(/^backend\//, /console\./, ['backend/server.ts'])).toEqual([]);
  });

  it('keeps money out of JavaScript numbers', () => {
    const files = /^backend\/(domain|features|reports)\/|^frontend\/src\//;
    expect(
      matching(files, /parseFloat|\.toFixed\(|Number\([^)]*(amount|minor|total|balance)/i, [CHART]),
    ).toEqual([]);
  });

  it('has no file that is more than one room, no barrel and no drawer', () => {
    const long = sources.filter(({ text }) => text.split('\n').length > 310);
    expect(long.map(({ path }) => path)).toEqual([]);
    const unnamed = sources.filter(({ path }) => /(^|\/)(index|utils?|helpers?)\b/.test(path));
    expect(unnamed.map(({ path }) => path)).toEqual([]);
  });
});
