import { retryExchange } from '@urql/exchange-retry';
import { Client, cacheExchange, fetchExchange } from 'urql';
import { sessionExchange } from './session.ts';

/** A client with an empty cache; a new one per sign-in, so that nobody sees another's data. */
export const createClient = (): Client =>
  new Client({
    url: '/graphql',
    preferGetMethod: false,
    fetchOptions: { credentials: 'same-origin', headers: { 'x-plumb-csrf': '1' } },
    exchanges: [
      cacheExchange,
      sessionExchange,
      retryExchange({
        initialDelayMs: 500,
        maxNumberAttempts: 3,
        // A mutation is repeated by the person who sent it, under its idempotency key.
        retryIf: (error, operation) =>
          operation.kind === 'query' && error.networkError !== undefined,
      }),
      fetchExchange,
    ],
  });
