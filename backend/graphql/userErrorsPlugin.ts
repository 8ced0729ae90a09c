import {
  BasePlugin,
  type PothosOutputFieldConfig,
  default as SchemaBuilder,
  type SchemaTypes,
} from '@pothos/core';
import type { GraphQLFieldResolver } from 'graphql';
import { ZodError } from 'zod';
import type { Problem, ProblemCode } from '../domain/problem.ts';
import { DomainError } from '../errors.ts';

const pluginName = 'plumbUserErrors';

declare global {
  export namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      plumbUserErrors: UserErrorsPlugin<Types>;
    }
  }
}

function codeOf(issue: ZodError['issues'][number]): ProblemCode {
  if (issue.code === 'too_big' && issue.origin === 'string') return 'TOO_LONG';
  const isMissing = issue.code === 'too_small' && issue.origin === 'string' && issue.minimum === 1;
  return isMissing ? 'REQUIRED' : 'INVALID';
}

function problemsOf(error: unknown): readonly Problem[] | null {
  if (error instanceof DomainError) return error.problems;
  if (!(error instanceof ZodError)) return null;
  return error.issues.map((issue) => ({
    code: codeOf(issue),
    message: issue.message,
    // The schema sees `{ input }`; a caller thinks in paths inside the input.
    field: issue.path.map(String).filter((step, index) => index > 0 || step !== 'input'),
  }));
}

/**
 * Expected failures of a mutation become data: `{ userErrors }`. It must stand first in the plugin
 * list, so that it wraps validation as well as the resolver; faults pass through.
 */
export class UserErrorsPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override wrapResolve(
    resolver: GraphQLFieldResolver<unknown, Types['Context'], object>,
    field: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    if (field.kind !== 'Mutation') return resolver;
    return async (parent, args, context, info) => {
      try {
        return await resolver(parent, args, context, info);
      } catch (error) {
        const userErrors = problemsOf(error);
        if (userErrors === null) throw error;
        return { userErrors };
      }
    };
  }
}

SchemaBuilder.registerPlugin(pluginName, UserErrorsPlugin);

export default pluginName;
