/** Somebody leaves: told what goes and what stays, kept once by coming back, and then gone, from every table and for every phone. */
import { readdirSync } from 'node:fs'
import { erasedBy, isAboutPeople } from '../src/modules/users/rules/personal-data.ts'
import { PERSONAL_DATA } from '../src/wiring/personal-data.ts'
import { signInHere } from './support/account.ts'
import {
  addExercise,
  expectAllOnServer,
  finishWorkout,
  logSet,
  openOwnLog,
  openTrain,
  startWorkout,
  tab,
} from './support/athlete.ts'
import { coachAthlete } from './support/coach.ts'
import { asAdmin, type StoryDatabase } from './support/database.ts'
import { DESKTOP } from './support/device.ts'
import { createGym, joinAsMember } from './support/gym.ts'
import { givePhoto } from './support/photo.ts'
import { expect, test } from './support/story.ts'
import { until } from './support/until.ts'

type Place = { table: string; column: string }

/** Every text, JSON, id and list of the whole database that holds any of the texts. */
function find(database: StoryDatabase, texts: string[]): Promise<Place[]> {
  return asAdmin(database.admin, async (sql) => {
    const columns = await sql<Place[]>`
      select table_name as table, column_name as column from information_schema.columns c
        join information_schema.tables t using (table_schema, table_name)
      where table_schema = 'public' and table_type = 'BASE TABLE' and data_type in ('text', 'jsonb', 'uuid', 'ARRAY')`
    const found: Place[] = []
    for (const place of columns) {
      const rows = await sql`
        select 1 from ${sql(place.table)}
        where ${sql(place.column)}::text ilike any (${texts.map((text) => `%${text}%`)}) limit 1`
      if (rows.length > 0) found.push(place)
    }
    return found
  })
}

/** Where the registry says that an id stays. */
function isKept({ table, column }: Place): boolean {
  const entry = PERSONAL_DATA[table]
  if (!entry || !isAboutPeople(entry)) return false
  const finds = erasedBy(entry).some(([by, erased]) => 'column' in by && by.column === column && erased !== 'delete')
  return finds || entry.acted?.includes(column) === true || (table === 'audit' && /^(before|after)$/.test(column))
}

test('deleted-for-good: asked, kept by coming back, asked again; after seven days nothing is left, and no phone brings it back', async ({
  app,
  athlete,
  database,
  device,
  person,
}) => {
  test.setTimeout(240_000)
  const name = 'Ottilie Unverwechselbar'
  const { person: ida, phone, page } = await athlete(name)
  const maya = await person('Maya')
  await coachAthlete(maya, ida)
  const gymId = await createGym(maya, 'Iron Hall')
  await joinAsMember(maya, gymId, ida, name)
  // Other stories of this server may have left pictures of their people.
  const pictures = () =>
    readdirSync(app.mediaFolder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile()).length
  const before = pictures()
  await givePhoto(ida)
  expect(pictures()).toBeGreaterThan(before)
  await openOwnLog(page)
  await startWorkout(page)
  await addExercise(page, 'Bench press')
  await logSet(page, 'Bench press', 1, { load: '61', reps: '7' })
  await page.getByRole('button', { name: 'Menu of Bench press' }).click()
  await page.getByRole('dialog').getByText('Note', { exact: true }).click()
  await page.getByRole('textbox', { name: 'Note on Bench press' }).fill('zwiebelfisch am linken knie')
  await page.keyboard.press('Escape')
  await finishWorkout(page)
  await expectAllOnServer(page)
  // Away from here on: it hears of nothing, and goes on logging.
  await phone.setOffline(true)

  const desk = await device(DESKTOP)
  await desk.signInAs(ida)
  await desk.page.goto('/account#delete')
  await expect(desk.page.getByText('What goes', { exact: true })).toBeVisible()
  await expect(desk.page.getByText('What stays, and why')).toBeVisible()
  desk.expect(/400|401/)
  await desk.page.getByLabel('Your password').fill('not the password')
  await desk.page.getByRole('button', { name: 'Delete my account' }).click()
  await expect(desk.page.getByText('The password is not right, so nothing was changed.')).toBeVisible()
  await desk.page.getByLabel('Your password').fill(ida.password)
  await desk.page.getByRole('button', { name: 'Delete my account' }).click()
  await expect(desk.page.getByText(/^Your account is deleted on /)).toBeVisible()
  expect((await ida.query('users.me')).status).toBe(401)

  // Back at the desk within the week: it can be kept, and everything is as it was.
  await ida.signIn()
  await desk.signInAs(ida)
  await desk.page.goto('/coach')
  await expect(desk.page).toHaveURL(/\/account$/)
  await desk.page.getByRole('button', { name: 'Keep my account' }).click()
  await expect(desk.page.getByText('Your account stays. Nothing was deleted.')).toBeVisible()
  await desk.page.goto('/coach')
  await expect(desk.page).toHaveURL(/\/coach$/)

  // The phone comes back, is signed out, and signs in again: nothing is lost. Then it is away once more.
  phone.expect(/401/)
  await phone.setOffline(false)
  await openTrain(page)
  await tab(page, 'You')
  await expect(page.getByText(/You are signed out on the server/)).toBeVisible({ timeout: 30_000 })
  await signInHere(page, ida)
  await expectAllOnServer(page)
  await phone.setOffline(true)
  await tab(page, 'Today')
  await page.getByRole('button', { name: 'Start empty workout' }).click()
  await addExercise(page, 'Deadlift')
  await logSet(page, 'Deadlift', 1, { load: '140', reps: '5' })

  await ida.signIn()
  expect((await ida.mutate('privacy.askDeletion', { password: ida.password })).status).toBe(200)
  expect((await find(database, [ida.email, name, 'zwiebelfisch'])).length).toBeGreaterThan(4)
  // Seven days pass.
  await asAdmin(database.admin, (sql) => sql`update privacy_request set due_at = due_at - ${8 * 86_400_000}`)
  await app.stop()
  await app.start()
  await until('the account to be erased', () =>
    asAdmin(database.admin, async (sql) => {
      const [row] = await sql`select 1 from privacy_request where user_id = ${ida.userId} and state = 'erased'`
      return row !== undefined
    }),
  )
  expect(await find(database, [ida.email, name, 'zwiebelfisch'])).toEqual([])
  expect((await find(database, [ida.userId])).filter((place) => !isKept(place))).toEqual([])
  // Her pictures were all that this story brought; files go before their rows do.
  await until('her pictures to be gone', async () => pictures() === before)
  expect(await ida.signIn()).toBe(false)
  // The coach's roster has one person fewer, and nothing of them.
  await maya.signIn()
  const roster = await maya.query('coaching.athletes', { search: '', after: null, limit: 10 })
  expect(roster.text).not.toContain(ida.userId)
  const members = await maya.query('gyms.roster', { gymId })
  expect(members.status).toBe(200)
  expect(members.text).not.toContain(name)

  // The phone that was away: told so, it keeps its own log to be saved, and sends nothing that would stay.
  await phone.setOffline(false)
  await openTrain(page)
  await tab(page, 'You')
  await expect(page.getByText('This account was deleted', { exact: true })).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Save the log' }).click()
  await page.getByRole('button', { name: /^Archive of your log/ }).click()
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save the file' }).click()
  await saving
  expect((await find(database, [ida.userId])).filter((place) => !isKept(place))).toEqual([])
  await openTrain(page, '/you')
  await page.getByRole('button', { name: 'Remove it from this phone' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove it from this phone' }).click()
  await expect(page.getByText('Your log is only on this phone')).toBeVisible()
})
