/**
 * A gym's office writes down what stands on its floor and publishes it; a member's phone takes it, needs no signal for it,
 * and is offered the next version. Nobody else sees any of it.
 */
import { openOwnLog, openTrain, tab, waitReadyOffline } from './support/athlete.ts'
import { DESKTOP } from './support/device.ts'
import { createGym, joinAsMember } from './support/gym.ts'
import { look } from './support/look.ts'
import { expect, test } from './support/story.ts'

test('gym-publishes-its-floor: from a line of text at the desk to the number pad without a signal', async ({
  athlete,
  device,
  person,
}) => {
  const owner = await person('Olga Owner')
  const gymId = await createGym(owner, 'Iron Hall')
  const { person: ana, phone, page } = await athlete('Ana Athlete')
  await joinAsMember(owner, gymId, ana, 'Ana Athlete')

  const desk = await device(DESKTOP)
  await desk.signInAs(owner)
  await desk.page.goto(`/gym/${gymId}/equipment`)
  await desk.page.getByRole('button', { name: 'a commercial gym in kg' }).click()
  await expect(desk.page.getByText('Not published yet')).toBeVisible()
  await desk.page.getByRole('button', { name: 'Edit Main floor' }).click()
  await desk.page.getByLabel('Dumbbells (kg)').fill('2–20 by 2, 22,5 to')
  await expect(desk.page.getByText('“22,5 to” can’t be read.')).toBeVisible()
  await expect(desk.page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled()
  await desk.page.getByLabel('Dumbbells (kg)').fill('2–20 by 2, 22,5')
  await desk.page.getByLabel('Plates and their pairs (kg)').fill('20 × 4, 10 × 1, 5 × 1, 45 lb × 2')

  // Machines that weigh something else than the others do.
  const add = desk.page.getByLabel('Add a machine')
  await add.selectOption({ label: 'Leg press' })
  await desk.page.getByLabel('Leg press without plates (kg)').fill('47,5')
  await add.selectOption({ label: 'Pec deck' })
  await desk.page.getByLabel('How Pec deck is loaded').selectOption('stack')
  const stack = desk.page.getByLabel('Stack of Pec deck (kg)')
  await stack.fill('7–112 in sevens')
  await expect(desk.page.getByText('“7–112 in sevens” can’t be read.')).toBeVisible()
  await expect(desk.page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled()
  await stack.fill('7–112 by 7, +2.5')
  await desk.page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(desk.page.getByText('Saved. Members see it once it is published.')).toBeVisible()
  expect(await look(desk.page, 'the gym’s equipment', false)).toEqual([])

  await openOwnLog(page)
  await openTrain(page, '/you/places')
  await expect(page.getByText('From your gyms')).toHaveCount(0)
  await desk.page.getByRole('button', { name: 'Publish Main floor' }).click()
  await expect(desk.page.getByText(/Published: version 1/)).toBeVisible()

  await page.reload()
  await page.getByRole('button', { name: /^Main floor.*Iron Hall/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Main floor')
  await expect(page.getByRole('status', { name: '45 lb', exact: true })).toHaveText('2 pairs')
  await expect(page.getByRole('group', { name: 'Dumbbells, row 2' }).getByLabel('From')).toHaveValue('22.5')

  await expect(page.getByRole('radio', { name: 'Plates, two sides' }).first()).toBeChecked()
  await expect(page.getByLabel('Weighs without plates')).toHaveValue('47.5')
  await expect(page.getByRole('group', { name: 'Pec deck, row 1' }).getByLabel('To')).toHaveValue('112')

  // The floor changes; the phone says so and takes it when it is told to, and gives it back.
  await desk.page.getByLabel('Dumbbells (kg)').fill('2–30 by 2')
  await desk.page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(desk.page.getByText(/changed since/)).toBeVisible()
  await desk.page.getByRole('button', { name: 'Publish Main floor' }).click()
  await expect(desk.page.getByText(/Published: version 2/)).toBeVisible()
  await openTrain(page, '/you/places')
  await expect(page.getByText('Iron Hall has published a newer list for Main floor.')).toBeVisible()
  await page.getByRole('button', { name: 'Take the newer list' }).click()
  await expect(page.getByRole('button', { name: /^Main floor/ })).toContainText('dumbbells 2–30 kg')
  await expect(page.getByText('Iron Hall has published a newer list')).toHaveCount(0)

  // Without a signal it is a place like any other.
  await waitReadyOffline(page)
  await phone.setOffline(true)
  await tab(page, 'Today')
  await openTrain(page, '/you/places')
  await expect(page.getByRole('button', { name: /^Main floor/ })).toContainText('dumbbells 2–30 kg')
  await phone.setOffline(false)

  await desk.page.goto(`/gym/${gymId}/log`)
  await expect(desk.page.getByText('published the list of equipment Main floor').first()).toBeVisible()
})
