import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.test.ts'],
    globalSetup: 'product.ts',
    // One server and one database for all: the files take turns.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A figure on the screen follows an act by a request or two, on a busy machine not at once.
    expect: { poll: { timeout: 15_000 } },
  },
});
