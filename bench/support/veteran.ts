/** Somebody with years of training, and their phone with all of it. */
import { openTrain, tab } from '../../e2e/support/athlete.ts'
import type { Device } from '../../e2e/support/device.ts'
import { newPhone } from '../../e2e/support/phone.ts'
import { newVisitor } from '../../e2e/support/visitor.ts'
import { workouts } from '../../src/modules/workouts/model.ts'
import { finishImport, importChunk, startImport } from '../../src/modules/workouts/mutators/import.ts'
import { newId } from '../../src/shared/id.ts'
import { type MonthRecord, rowTable } from '../../src/sync/client/store.ts'
import { CHUNK, pastWorkout } from './history.ts'

export const WORKOUTS = 5_000
const SETS = 8
const PATIENCE = 20

/** Gives the phone with every workout on it and everything stored for offline; throws when one is missing. */
export async function openVeteran(origin: string, open: () => Promise<Device>, sets = SETS): Promise<Device> {
  const person = await newVisitor(origin, 'Long').signUp()
  const source = await newPhone(person)
  const now = Date.now()
  const batchId = newId()
  const batch = { id: batchId, source: 'strong', fileName: 'all.csv', createdAt: now, total: WORKOUTS } as const
  await source.phone.mutate(startImport, { batch })
  const all = Array.from({ length: WORKOUTS }, (_, at) => pastWorkout(WORKOUTS - at, now, sets))
  for (let at = 0; at < all.length; at += CHUNK) {
    await source.phone.mutate(importChunk, { batchId, workouts: all.slice(at, at + CHUNK) })
  }
  await source.phone.mutate(finishImport, { id: batchId })
  // What a busy machine leaves without an answer is sent again, as a phone would.
  for (
    let left = PATIENCE;
    (await source.phone.steps.push().catch((error) => (left-- > 0 ? 'sent' : Promise.reject(error)))) === 'sent';
  );
  await source.phone.stop()

  const phone = await open()
  await phone.signInAs(person)
  await openTrain(phone.page)
  await tab(phone.page, 'You')
  await phone.page.getByText('The app works without a signal').waitFor({ timeout: 120_000 })
  await phone.page.getByText('All your history is on this phone').waitFor({ timeout: 120_000 })
  const held = await phone.page.evaluate(countRows, [
    `train-${person.userId}`,
    rowTable(workouts.name),
    workouts.name,
  ] as const)
  if (held !== WORKOUTS) throw new Error(`The phone holds ${held} of ${WORKOUTS} workouts.`)
  return phone
}

/** Runs in the page: the rows of a collection, those in the documents of older months among them. */
async function countRows([database, table, entity]: readonly [string, string, string]): Promise<number> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const db = await done(indexedDB.open(database))
  const stores = db.transaction([table, 'months'])
  const recent = await done(stores.objectStore(table).count())
  const months: MonthRecord[] = await done(stores.objectStore('months').getAll())
  db.close()
  return recent + months.reduce((sum, { entities }) => sum + (entities[entity]?.id.length ?? 0), 0)
}
