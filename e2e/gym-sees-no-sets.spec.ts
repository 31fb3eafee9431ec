/**
 * A membership opens no training. An athlete trains, joins a gym, has a coach there and comes to it; then everybody who
 * works there asks everything that a gym can ask, and opens every page that it has.
 */
import { coachAthlete } from './support/coach.ts'
import { DESKTOP } from './support/device.ts'
import { createGym, hireStaff, joinAsMember } from './support/gym.ts'
import { newPhone, syncAll } from './support/phone.ts'
import { expect, test } from './support/story.ts'
import { dataOf, sentenceOf, type Visitor } from './support/visitor.ts'

const NOBODY = 'There is no such athlete among those who share this with you. Open them from your list.'
/** What a logged set says of itself, in grams, kilograms and words. */
const TRAINING = /100000|100 kg|100 ×|100×|bench|exercise-page|loadG|logged_set/i

test('gym-sees-no-sets: no role, no page and no answer of a gym holds a set', async ({ device, person }) => {
  test.setTimeout(180_000)
  const ana = await person('Ana Athlete')
  const { phone, begin, logSet } = await newPhone(ana)
  await begin()
  await logSet(7)
  await syncAll(phone)
  await phone.stop()

  const owner = await person('Olga Owner')
  const gymId = await createGym(owner)
  const staff: Record<string, Visitor> = { owner }
  for (const role of ['manager', 'coach', 'desk']) {
    staff[role] = await person(`The ${role}`)
    await hireStaff(owner, gymId, staff[role], role)
  }
  const memberId = await joinAsMember(owner, gymId, ana, 'Ana Athlete')
  const { coach = owner } = staff
  dataOf(await owner.mutate('gyms.assignCoach', { gymId, memberIds: [memberId], coachId: coach.userId }))
  const visit = { gymId, memberId, id: crypto.randomUUID(), locationId: null }
  dataOf(await owner.mutate('gyms.checkIn', visit))

  for (const [role, visitor] of Object.entries(staff)) {
    for (const [procedure, input] of [
      ['gyms.home', { gymId }],
      ['gyms.roster', { gymId }],
      ['gyms.member', { gymId, memberId }],
      ['gyms.photos', { gymId, memberIds: [memberId] }],
      ['gyms.desk', { gymId }],
      ['gyms.staff', { gymId }],
      ['gyms.log', { gymId }],
      ['gyms.places', { gymId }],
    ] as const) {
      expect((await visitor.query(procedure, input)).text, `${procedure} for the ${role}`).not.toMatch(TRAINING)
    }
    // Whether it is theirs to take out or not, nothing of a log is in it.
    const file = await visitor.mutate('gyms.exportMembers', { gymId, memberIds: [memberId] })
    expect(file.text, `the export of the ${role}`).not.toMatch(TRAINING)
    const asked = await visitor.query('analytics.athletePage', { athleteId: ana.userId, today: 20_000 })
    expect(sentenceOf(asked), role).toBe(NOBODY)
    expect((await visitor.get(`/api/events?space=${ana.userId}`)).status, role).toBe(404)
    expect((await visitor.get(`/coach/athletes/${ana.userId}`)).status, role).toBe(404)

    const desk = await device(DESKTOP)
    await desk.signInAs(visitor)
    // A page that a role does not have is not there.
    desk.expect(/404 \(Not Found\) .*\/(import|log|settings)\)$/)
    for (const path of [
      '',
      `?state=all&m=${memberId}`,
      '/desk',
      '/staff',
      '/equipment',
      '/import',
      '/log',
      '/settings',
    ]) {
      await desk.page.goto(`/gym/${gymId}${path}`)
      await expect(desk.page.getByRole('heading', { level: 1 })).toBeVisible()
      expect(await desk.page.locator('body').textContent(), `${path} for the ${role}`).not.toMatch(TRAINING)
    }
    await desk.page.goto('/coach')
    await expect(desk.page.getByRole('heading', { name: 'Nobody here yet' })).toBeVisible()
  }

  // What opens it is the athlete's own yes, to the coach alone.
  await coachAthlete(coach, ana)
  const open = await coach.query('analytics.athletePage', { athleteId: ana.userId, today: 20_000 })
  expect(open.text).toMatch(/100000/)
  const shut = await owner.query('analytics.athletePage', { athleteId: ana.userId, today: 20_000 })
  expect(sentenceOf(shut)).toBe(NOBODY)
})
