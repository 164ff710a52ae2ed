import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['e2e/**/*.test.ts'],
    pool: 'forks',
    // One journey at a time: two browsers beside each other would falsify what is measured.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A machine that stands still for a moment ends a journey; who needed a second try is told at the end.
    retry: 1,
    expect: { poll: { timeout: 10_000, interval: 50 } },
  },
});
