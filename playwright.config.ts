import { defineConfig } from '@playwright/test'
import type { Engine } from './e2e/support/device.ts'

/** Stories that a second engine tells as well. */
const ALSO_IN_FIREFOX = /\/(offline-cold-start|two-devices)\.spec\.ts/

/** Stories in a real browser against the built app, each file with a server and a database of its own. */
export default defineConfig<object, { engine: Engine }>({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  fullyParallel: false,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  outputDir: 'test-results/e2e',
  globalSetup: './e2e/global-setup.ts',
  projects: [
    { name: 'chromium', use: { engine: 'chromium' } },
    { name: 'firefox', testMatch: ALSO_IN_FIREFOX, use: { engine: 'firefox' } },
  ],
  use: {
    viewport: { width: 412, height: 915 },
    // A fifth of the whole run's time: asked for with `--trace retain-on-failure`, after something failed.
    trace: 'off',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
        ...['--disable-component-update', '--disable-sync'],
      ],
    },
  },
})
