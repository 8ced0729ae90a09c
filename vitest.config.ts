import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['backend/**/*.test.ts', 'prisma/**/*.test.ts', 'frontend/src/**/*.test.ts'],
    globalSetup: 'backend/test/globalSetup.ts',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
