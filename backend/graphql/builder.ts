import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import ScopeAuthPlugin from '@pothos/plugin-scope-auth';
import ZodPlugin from '@pothos/plugin-zod';
import type { Context } from '../context.ts';
import type PrismaTypes from '../db/generated/pothos-types.ts';
import { getDatamodel } from '../db/generated/pothos-types.ts';
import { inProduction } from '../env.ts';
import { mayAnywhere, type Permission } from '../viewer.ts';
import { forbidden, unauthenticated } from './faults.ts';
import UserErrorsPlugin from './userErrorsPlugin.ts';

type Scalars = {
  ID: { Input: string; Output: string };
  Decimal: { Input: string; Output: string };
  Date: { Input: string; Output: string };
  DateTime: { Input: Date; Output: Date };
  CurrencyCode: { Input: string; Output: string };
  EmailAddress: { Input: string; Output: string };
  TimeZone: { Input: string; Output: string };
  Permission: { Input: string; Output: string };
  JSON: { Input: unknown; Output: unknown };
};

/** What a field that is neither a list nor worth counting costs, see `limits.ts`. */
const DEFAULT_COMPLEXITY = 0;

export const builder = new SchemaBuilder<{
  Context: Context;
  PrismaTypes: PrismaTypes;
  DefaultFieldNullability: false;
  Scalars: Scalars;
  AuthScopes: { signedIn: boolean; permission: Permission };
}>({
  defaultFieldNullability: false,
  // UserErrors first: it wraps what follows. ScopeAuth before Zod: a stranger gets no feedback on input.
  plugins: [
    UserErrorsPlugin,
    ScopeAuthPlugin,
    RelayPlugin,
    PrismaPlugin,
    ComplexityPlugin,
    ZodPlugin,
  ],
  scopeAuth: {
    authScopes: (context) => ({
      signedIn: context.viewer !== null,
      permission: (permission) => {
        if (context.viewer === null) throw unauthenticated();
        if (!mayAnywhere(context.viewer, permission)) throw forbidden();
        return true;
      },
    }),
    treatErrorsAsUnauthorized: false,
    unauthorizedError: () => unauthenticated(),
  },
  relay: {
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    nodeTypeOptions: { description: 'Anything that has an id of its own.' },
    idFieldOptions: { description: 'Opaque, and unique among all things; `node` finds it.' },
    pageInfoTypeOptions: { description: 'Where a page stands in its list.' },
    hasNextPageFieldOptions: { description: 'Whether the list goes on after this page.' },
    hasPreviousPageFieldOptions: { description: 'Whether something comes before this page.' },
    startCursorFieldOptions: { description: 'Of the first; null when the page is empty.' },
    endCursorFieldOptions: { description: 'Of the last; null when the page is empty.' },
  },
  prisma: {
    client: (context) => context.db.reader,
    dmmf: getDatamodel(),
    exposeDescriptions: false,
    onUnusedQuery: inProduction ? null : 'error',
  },
  complexity: {
    defaultComplexity: DEFAULT_COMPLEXITY,
    defaultListMultiplier: 1,
  },
});

builder.queryType({ description: 'Where every read starts.' });
builder.mutationType({
  description: 'Every change: one act each, with its own input and payload.',
});

/** The builder's own types, for helpers that take a field or argument builder. */
export type BuilderTypes =
  typeof builder extends PothosSchemaTypes.SchemaBuilder<infer Types> ? Types : never;

/** What a field may be declared to answer with. */
export type OutputType = Parameters<
  Parameters<Parameters<typeof builder.queryField>[1]>[0]['field']
>[0]['type'];
