/** *You* says whether the app works without a signal, and what it says is looked up, not remembered. */
import { openTrain, waitReadyOffline } from './support/athlete.ts'
import { expect, test } from './support/story.ts'

test('stored-for-offline: a reload says at once that the app is stored; caches that the browser took away are filled again', async ({
  app,
  device,
}) => {
  const phone = await device()
  const { page } = phone
  await openTrain(page)
  await waitReadyOffline(page)
  // What is said after a reload, from its first word on.
  await page.addInitScript(() => {
    new MutationObserver(() => {
      if (document.querySelector('main')?.textContent.includes('still being stored'))
        document.documentElement.dataset.said = 'not stored'
    }).observe(document, { childList: true, subtree: true, characterData: true })
  })
  await page.reload()
  await expect(page.getByText('The app works without a signal')).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.dataset.said)).toBeUndefined()

  const held = await page.evaluate(async () => {
    let entries = 0
    for (const name of await caches.keys()) {
      entries += (await (await caches.open(name)).keys()).length
      await caches.delete(name)
    }
    return entries
  })
  expect(held).toBeGreaterThan(10)
  await page.reload()
  await expect(page.getByText('The app works without a signal')).toBeVisible({ timeout: 30_000 })
  await app.kill()
  await (await phone.cdp()).send('Network.clearBrowserCache')
  await phone.close()
  await phone.open()
  await openTrain(phone.page, '/exercises')
  await expect(phone.page.getByRole('searchbox', { name: 'Search exercises' })).toBeVisible()
  await app.start()
})
