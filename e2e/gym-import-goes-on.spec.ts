/**
 * Ten thousand members on their way in: how far they are is told as it is known, what a closed tab means is said and true,
 * and what is sent again comes in once.
 */
import type { Page } from '@playwright/test'
import { asAdmin, type StoryDatabase } from './support/database.ts'
import { DESKTOP } from './support/device.ts'
import { createGym, memberCsv } from './support/gym.ts'
import { expect, test } from './support/story.ts'

const MEMBERS = 10_000

async function choose(page: Page, gymId: string, count: number): Promise<void> {
  await page.goto(`/gym/${gymId}/import`)
  const buffer = Buffer.from(memberCsv(count))
  await page.locator('input[type=file]').setInputFiles({ name: 'members.csv', mimeType: 'text/csv', buffer })
}

const countMembers = (database: StoryDatabase, gymId: string) =>
  asAdmin(database.admin, async (sql) => {
    const [row] = await sql`select count(*)::int as members from gym_member where gym_id = ${gymId}`
    return row?.members
  })

test('gym-import-goes-on: sent by the byte, written all at once, and finished though the tab is closed', async ({
  database,
  device,
  person,
}) => {
  const owner = await person('Olga Owner')
  const gymId = await createGym(owner)
  const desk = await device(DESKTOP)
  const { page } = desk
  await desk.signInAs(owner)
  await choose(page, gymId, MEMBERS)
  const bar = page.getByRole('progressbar')
  const share = async () => Number(await bar.getAttribute('aria-valuenow'))
  const step = page.locator('[aria-current=step]')

  // On a slow line the rows go out for seconds, and who closes the tab then is asked.
  const line = { offline: false, latency: 0, downloadThroughput: -1 }
  const cdp = await desk.cdp()
  await cdp.send('Network.enable')
  await cdp.send('Network.emulateNetworkConditions', { ...line, uploadThroughput: 300_000 })
  const after = await desk.context.newPage()
  await page.bringToFront()
  await asAdmin(database.admin, (sql) =>
    sql.begin(async (held) => {
      await held`select 1 from gym where id = ${gymId} for update`
      await page.getByRole('button', { name: 'Add 10,000' }).click()
      await expect(page.getByText('Keep this tab open until the rows are sent.')).toBeVisible()
      await expect.poll(share).toBeGreaterThan(5)
      expect(await share()).toBeLessThan(100)
      await expect(page.getByRole('button', { name: /^Add / })).toHaveCount(0)
      const question = page.waitForEvent('dialog')
      void page.close({ runBeforeUnload: true })
      expect((await question).type()).toBe('beforeunload')
      await (await question).dismiss()

      // The server has everything, and waits for somebody else's hand on the roster.
      await cdp.send('Network.emulateNetworkConditions', { ...line, uploadThroughput: -1 })
      await expect(step).toHaveText('Write them into the roster, all or none', { timeout: 30_000 })
      await expect(bar).not.toHaveAttribute('aria-valuenow')
      await expect(page.getByText('If you close this tab it goes on')).toBeVisible()
      await page.close()
    }),
  )

  await expect.poll(() => countMembers(database, gymId), { timeout: 30_000 }).toBe(MEMBERS)
  await after.goto(`/gym/${gymId}/import`)
  await expect(after.getByText(/10,000 added, 0 updated, 0 left out/)).toBeVisible()
})

test('gym-import-goes-on: sent again after a lost answer, it is in once', async ({ database, device, person }) => {
  const owner = await person('Olga Owner')
  const gymId = await createGym(owner)
  const desk = await device(DESKTOP)
  const { page } = desk
  await desk.signInAs(owner)
  await choose(page, gymId, 300)
  await page.route('**/gyms.importMembers*', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await page.getByRole('button', { name: 'Add 300' }).click()
  await expect(page.getByText(/There was no answer, so nobody knows whether the file came in\./)).toBeVisible()
  expect(await countMembers(database, gymId)).toBe(300)
  await page.unroute('**/gyms.importMembers*')
  await page.getByRole('button', { name: 'Add 300' }).click()
  await expect(page.getByText('300 added, 0 updated, 0 left out.').first()).toBeVisible()
  await page.getByRole('link', { name: 'See the members' }).click()
  await expect(page.getByText('300 of 300')).toBeVisible()
  expect(await countMembers(database, gymId)).toBe(300)
})
