import { type ExecutionArgs, getOperationAST } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** Seconds: from a page out of memory to the execution limit. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What `GET /metrics` answers in Prometheus' text form, and the plugin that fills it. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const operations = new Histogram({
    name: 'plumb_graphql_operation_seconds',
    help: 'Execution of GraphQL operations by kind and outcome.',
    // No operation names: a caller chooses them, and could fill the memory with new ones.
    labelNames: ['kind', 'outcome'],
    buckets: BUCKETS,
    registers: [registry],
  });
  const plugin: Plugin = {
    onExecute({ args }: { args: ExecutionArgs }) {
      const stop = operations.startTimer({
        kind: getOperationAST(args.document, args.operationName)?.operation ?? 'unknown',
      });
      return {
        onExecuteDone({ result }) {
          const failed = !isAsyncIterable(result) && (result.errors?.length ?? 0) > 0;
          stop({ outcome: failed ? 'fault' : 'ok' });
        },
      };
    },
  };
  return { plugin, registry };
}

export type Metrics = ReturnType<typeof createMetrics>;
