import { defineConfig } from 'vitest/config'

/** Three projects by file name: pure tests in milliseconds, tests on a real PostgreSQL, and long sync histories. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          env: { LOG_LEVEL: 'silent' },
          testTimeout: 60_000,
          // One world for all files of a worker: reading the modules anew for each took most of the time. What a test
          // puts in place of a global it takes back.
          isolate: false,
          maxWorkers: 2,
          include: ['src/**/*.test.{ts,tsx}'],
          exclude: ['src/**/*.db.test.ts', 'src/**/*.sync.test.ts'],
          setupFiles: ['src/test/indexed-db.ts', 'src/test/no-console-error.ts'],
        },
      },
      {
        test: {
          name: 'db',
          env: { LOG_LEVEL: 'silent' },
          sequence: { groupOrder: 1 },
          include: ['src/**/*.db.test.ts'],
          globalSetup: ['src/test/postgres.global.ts'],
          setupFiles: ['src/test/no-console-error.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'sync',
          env: { LOG_LEVEL: 'silent' },
          sequence: { groupOrder: 2 },
          include: ['src/**/*.sync.test.ts'],
          globalSetup: ['src/test/postgres.global.ts'],
          setupFiles: ['src/test/no-console-error.ts'],
          testTimeout: 900_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
    ],
  },
})
