import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Vite would take graphql's `module` build and Node its `main`: two copies, and no error of one is
  // an instance of the other's class.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['backend/**/*.test.ts', 'prisma/**/*.test.ts', 'frontend/src/**/*.test.ts'],
    globalSetup: 'backend/test/globalSetup.ts',
    maxWorkers: 2,
    // The graph is built once for each worker, not for each file; no module keeps state of a test.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
