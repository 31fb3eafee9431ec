/**
 * A member who set a picture is known by it on the roster and at the desk; a thousand who did not are not asked about, nor
 * is anybody whom scrolling only passes.
 */
import { phonePhoto } from '../src/test/photos.ts'
import { DESKTOP } from './support/device.ts'
import { createGym, joinAsMember } from './support/gym.ts'
import { expect, test } from './support/story.ts'
import { dataOf, type Visitor } from './support/visitor.ts'

const row = (name: string) => ({ name, email: null, phone: null, startedOn: null, locationId: null, memberId: null })

async function setPhoto(person: Visitor): Promise<void> {
  const photo = await phonePhoto()
  const begun = await person.mutate('media.beginPhoto', { mime: 'image/jpeg', bytes: photo.length })
  const { id, url, headers } = dataOf<{ id: string; url: string; headers: Record<string, string> }>(begun)
  const put = await person.fetch(url, { method: 'PUT', body: new Uint8Array(photo), headers })
  expect(put.status).toBe(200)
  dataOf(await person.mutate('media.completePhoto', { id, crop: null }))
}

test('gym-knows-its-faces: on the roster and at the desk, and only of those who are looked at', async ({
  device,
  person,
}) => {
  const [owner, ana, zoe] = [await person('Olga Owner'), await person('Ana Athlete'), await person('Zoe Last')]
  const gymId = await createGym(owner)
  const anaId = await joinAsMember(owner, gymId, ana, 'Ana Athlete')
  const zoeId = await joinAsMember(owner, gymId, zoe, 'Zoe Last')
  await setPhoto(ana)
  await setPhoto(zoe)
  const rows = Array.from({ length: 1000 }, (_, n) => row(`Member ${n}`))
  dataOf(
    await owner.mutate('gyms.importMembers', { gymId, fileName: 'a.csv', columns: {}, rows, skipped: 0, version: 3 }),
  )

  const desk = await device(DESKTOP)
  const { page } = desk
  const asked: string[] = []
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (!url.pathname.includes('gyms.photos')) return
    const input = JSON.parse(url.searchParams.get('input') ?? '{}') as Record<string, { memberIds?: string[] }>
    asked.push(...Object.values(input).flatMap(({ memberIds = [] }) => memberIds))
  })
  await desk.signInAs(owner)
  await page.goto(`/gym/${gymId}`)
  await expect(page.getByText('1,002 of 1,002')).toBeVisible()
  const rowOf = (name: string) => page.getByRole('row').filter({ hasText: name })
  const isDrawn = (image: Element) => (image as HTMLImageElement).naturalWidth
  await expect(rowOf('Ana Athlete').locator('img')).toBeVisible()
  await expect.poll(() => rowOf('Ana Athlete').locator('img').evaluate(isDrawn)).toBe(64)
  await expect(page.locator('tbody img')).toHaveCount(1)
  expect(asked).toEqual([anaId])

  // Down to the end, past a thousand without an account: one more person is asked for.
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  await expect(rowOf('Zoe Last').locator('img')).toBeVisible()
  expect(asked).toEqual([anaId, zoeId])

  await page.goto(`/gym/${gymId}/desk`)
  const field = page.getByRole('combobox', { name: 'Name, number or code' })
  await field.fill('ana')
  const found = page.getByRole('option', { name: /Ana Athlete/ })
  await expect(found.locator('img')).toBeVisible()
  await field.press('Enter')
  const today = page.getByRole('region', { name: 'Today' })
  await expect(today.getByRole('listitem').filter({ hasText: 'Ana Athlete' }).locator('img')).toBeVisible()
})
