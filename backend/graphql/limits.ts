import { complexityFromQuery } from '@pothos/plugin-complexity';
import {
  type ASTVisitor,
  GraphQLError,
  getOperationAST,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { fault } from './faults.ts';

export const LIMITS = {
  depth: 12,
  aliases: 30,
  tokens: 2000,
  cost: 1000,
  bodyBytes: 1_048_576,
  executionMs: 10_000,
} as const;

/** Refuses a document with more aliases than the limit, whatever they alias. */
export const maxAliases: ValidationRule = (context: ValidationContext): ASTVisitor => {
  let aliases = 0;
  return {
    Field(node) {
      if (node.alias === undefined) return;
      aliases += 1;
      if (aliases === LIMITS.aliases + 1) {
        context.reportError(
          new GraphQLError(`A document may use at most ${LIMITS.aliases} aliases.`, {
            nodes: node,
            extensions: { code: 'QUERY_TOO_COMPLEX', limit: LIMITS.aliases },
          }),
        );
      }
    },
  };
};

/** Counts cost and depth with the coerced variables, and refuses before anything runs. */
export function useCostLimit(): Plugin {
  return {
    onValidate({ addValidationRule }) {
      addValidationRule(maxAliases);
    },
    onExecute({ args, setResultAndStopExecution }) {
      const operation = getOperationAST(args.document, args.operationName);
      if (operation == null) return;
      const introspectionOnly = operation.selectionSet.selections.every(
        (selection) => selection.kind === 'Field' && selection.name.value.startsWith('__'),
      );
      if (introspectionOnly) return;
      const { complexity, depth } = complexityFromQuery(args.document, {
        schema: args.schema,
        ctx: args.contextValue,
        variables: args.variableValues ?? {},
      });
      const refuse = (what: string, value: number, limit: number) =>
        setResultAndStopExecution({
          errors: [
            fault(
              'QUERY_TOO_COMPLEX',
              `The ${what} of this operation is ${value}; at most ${limit}.`,
              {
                limit,
                requested: value,
              },
            ),
          ],
        });
      if (depth > LIMITS.depth) refuse('depth', depth, LIMITS.depth);
      else if (complexity > LIMITS.cost) refuse('cost', complexity, LIMITS.cost);
    },
  };
}
