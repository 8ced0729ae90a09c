import { complexityFromQuery } from '@pothos/plugin-complexity';
import {
  type ASTVisitor,
  type DefinitionNode,
  type DocumentNode,
  GraphQLError,
  getOperationAST,
  Kind,
  parse,
  type Source,
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

/** A request with this header gets `extensions.cost`. */
const COST_HEADER = 'plumb-cost';

const refusal = (what: string, limit: number, requested?: number) =>
  fault(
    'QUERY_TOO_COMPLEX',
    requested === undefined
      ? `A document may have at most ${limit} ${what}.`
      : `The ${what} of this operation is ${requested}; at most ${limit}.`,
    { limit, ...(requested === undefined ? {} : { requested }) },
  );

/** graphql-js stops at the limit, and says so only in words. */
function parseLimited(source: string | Source): DocumentNode {
  try {
    return parse(source, { maxTokens: LIMITS.tokens });
  } catch (error) {
    const tooMany = error instanceof GraphQLError && /tokens/.test(error.message);
    throw tooMany ? refusal('tokens', LIMITS.tokens) : error;
  }
}

/** Refuses a document with more aliases than the limit, whatever they alias. */
const maxAliases: ValidationRule = (context: ValidationContext): ASTVisitor => {
  let aliases = 0;
  return {
    Field(node) {
      if (node.alias === undefined) return;
      aliases += 1;
      if (aliases === LIMITS.aliases + 1) context.reportError(refusal('aliases', LIMITS.aliases));
    },
  };
};

/** Counts tokens, aliases, depth and cost with the coerced variables; refuses before anything runs. */
export function useLimits(): Plugin {
  return {
    onParse({ setParseFn }) {
      setParseFn(parseLimited);
    },
    onValidate({ addValidationRule }) {
      addValidationRule(maxAliases);
    },
    onExecute({ args, setResultAndStopExecution }) {
      const operation = getOperationAST(args.document, args.operationName);
      if (operation == null) return;
      const introspectionOnly = operation.selectionSet.selections.every(
        (selection) => selection.kind === 'Field' && selection.name.value.startsWith('__'),
      );
      // graphql-js has a rule of its own against deep introspection.
      if (introspectionOnly) return;
      // Given a document with several operations the plugin would count the first.
      const fragments = args.document.definitions.filter(
        (one: DefinitionNode) => one.kind === Kind.FRAGMENT_DEFINITION,
      );
      const alone: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] };
      const { complexity, depth } = complexityFromQuery(alone, {
        schema: args.schema,
        ctx: args.contextValue,
        variables: args.variableValues ?? {},
      });
      if (depth > LIMITS.depth) {
        setResultAndStopExecution({ errors: [refusal('depth', LIMITS.depth, depth)] });
        return;
      }
      if (complexity > LIMITS.cost) {
        setResultAndStopExecution({ errors: [refusal('cost', LIMITS.cost, complexity)] });
        return;
      }
      const { request } = args.contextValue as { request?: Request };
      if (request?.headers.has(COST_HEADER) !== true) return;
      const cost = { requested: complexity, limit: LIMITS.cost, depth };
      return {
        onExecuteDone({ result, setResult }) {
          if (Symbol.asyncIterator in result) return;
          setResult({ ...result, extensions: { ...result.extensions, cost } });
        },
      };
    },
  };
}
