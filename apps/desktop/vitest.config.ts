import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['apps/desktop/test/**/*.test.ts'],
    pool: 'forks',
    // Each has a screen, a bus and a server of its own, and this machine may be small.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000, interval: 100 } },
  },
});
