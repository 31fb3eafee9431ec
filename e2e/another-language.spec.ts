/** The app speaks the phone's language: on the first visit, without a signal, and what was chosen instead. */
import { openTrain } from './support/athlete.ts'
import { PHONE } from './support/device.ts'
import { expect, test } from './support/story.ts'

test('another-language: a German phone logs in German, offline too, finds a lift by either name, and can be told to speak English', async ({
  app,
  device,
}) => {
  const phone = await device({ ...PHONE, locale: 'de-DE' })
  // What stands on the screen while the words are on their way is nobody's language.
  await phone.context.addInitScript(() => {
    const seen: string[] = []
    Object.assign(window, { seen })
    const look = () => {
      const tab = document.querySelector<HTMLElement>('nav a')
      if (tab?.checkVisibility({ visibilityProperty: true })) seen.push(tab.textContent)
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  await openTrain(phone.page)
  const tab = (name: string) => phone.page.getByRole('navigation').getByRole('link', { name, exact: true }).click()
  await tab('Übungen')
  await expect(phone.page.locator('html')).toHaveAttribute('lang', 'de')
  const seen = await phone.page.evaluate(() => (window as unknown as { seen: string[] }).seen)
  expect(new Set(seen)).toEqual(new Set(['Heute']))

  const search = phone.page.getByRole('searchbox')
  await search.fill('bench press')
  await expect(phone.page.getByRole('link', { name: /^Bankdrücken/ }).first()).toBeVisible()
  await search.fill('bankdr')
  await expect(phone.page.getByRole('link', { name: /^Bankdrücken/ }).first()).toBeVisible()
  await tab('Profil')
  await expect(phone.page.getByText('Die App läuft ohne Netz')).toBeVisible({ timeout: 30_000 })

  await app.kill()
  await phone.clearHttpCache()
  await phone.kill()
  await phone.open()
  await openTrain(phone.page, '/exercises/bench-press')
  await expect(phone.page.getByRole('heading', { name: 'Bankdrücken' })).toBeVisible()
  await app.start()

  await tab('Profil')
  await phone.page.getByLabel('Sprache').selectOption({ label: 'English' })
  await expect(phone.page.getByRole('heading', { level: 1, name: 'You' })).toBeVisible()
  await expect(phone.page.locator('html')).toHaveAttribute('lang', 'en')
  await openTrain(phone.page, '/exercises/bench-press')
  await expect(phone.page.getByRole('heading', { name: 'Bench press' })).toBeVisible()
})
