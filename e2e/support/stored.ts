/** What lies in a phone's own database, for stories that pull the plug: painted is sooner than stored. */
import { expect, type Page } from '@playwright/test'

/** The rows of a collection in the log of the one account here, or in the guest's where there is none. */
export function storedRows(page: Page, collection: string): Promise<Record<string, unknown>[]> {
  return page.evaluate(async (table) => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const all = (await indexedDB.databases()).map(({ name = '' }) => name)
    const db = await done(indexedDB.open(all.find((name) => /^train-[0-9a-f-]{36}$/.test(name)) ?? 'train-guest'))
    const rows = await done(db.transaction(table).objectStore(table).getAll())
    db.close()
    return rows.map(({ data }) => data)
  }, `row_${collection}`)
}

export async function expectStored(page: Page, collection: string, fields: Record<string, unknown>): Promise<void> {
  await expect.poll(() => storedRows(page, collection)).toContainEqual(expect.objectContaining(fields))
}
