import { test } from '@playwright/test'
import { type App, startApp } from './app.ts'
import { cloneDatabase, type StoryDatabase } from './database.ts'

/** A server and a database of one file's own, from its first story to its last. */
export function ownApp(): { app: App; database: StoryDatabase } {
  const own = {} as { app: App; database: StoryDatabase }
  test.beforeAll(async () => {
    own.database = await cloneDatabase()
    own.app = await startApp(own.database)
  })
  test.afterAll(async () => {
    await own.app?.kill()
    await own.database?.drop()
  })
  return own
}
