import { defineConfig } from 'vitest/config'

export default defineConfig({
  // Vitest leaves one core free, which on two is half of them.
  test: { include: ['test/**/*.test.ts'], testTimeout: 20_000, maxWorkers: '100%' },
})
