/** The demo world, loaded with the app's own roles; its sign-ins are what `npm start` prints. */
import { loadDemoWorld } from '../demo/load.ts'
import { DEMO_PASSWORD, emailOf } from '../demo/people.ts'
import { rebuildAthlete } from '../modules/analytics/jobs.ts'
import { closePools, openPool } from '../server/db.ts'
import type { DatabaseUrls } from '../server/prepare-database.ts'
import { once } from '../server/process.ts'
import { syncServer } from './sync-server.ts'

export async function loadDemo(urls: DatabaseUrls, say: (line: string) => void): Promise<string[]> {
  // Nobody waits for an answer here: a slow machine loads slowly, but loads.
  once('db.pool', () => openPool(urls.app, { statementTimeoutMs: 0 }))
  once('db.jobs', () => openPool(urls.jobs, { max: 2 }))
  const sync = syncServer()
  try {
    await loadDemoWorld({ say, rebuild: rebuildAthlete, now: Date.now() })
  } finally {
    await sync.stop()
    await closePools()
  }
  return [
    `athlete  ${emailOf('tomas')}   ${DEMO_PASSWORD}   (in mid-workout; all athletes: src/demo/people.ts)`,
    `coach    ${emailOf('maya')}    ${DEMO_PASSWORD}`,
    `owner    ${emailOf('owner')}   ${DEMO_PASSWORD}   (of the gym; its manager@ and desk@ sign in alike)`,
  ]
}
