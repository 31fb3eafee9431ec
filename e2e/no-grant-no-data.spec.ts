/** Without a grant there is no data: an athlete one may not see answers to the letter like one who does not exist. */
import { expect, test } from '@playwright/test'
import { newId } from '../src/shared/id.ts'
import { beginCoaching, endCoaching } from './support/coaching.ts'
import { ownApp } from './support/own-app.ts'
import { newPhone, syncAll } from './support/phone.ts'
import { type Answer, dataOf, newVisitor, sentenceOf, type Visitor } from './support/visitor.ts'

const world = ownApp()

const today = 20_000
const deviceId = newId()
const sync = (space: string) => ({ protocol: 1, deviceId, space, schemaV: 1 })

/** Everything that takes an athlete's id, and the addresses that show one. */
const ASK: Record<string, (who: Visitor, athleteId: string) => Promise<Answer>> = {
  'analytics.athletePage': (who, athleteId) => who.query('analytics.athletePage', { athleteId, today }),
  'analytics.olderWorkouts': (who, athleteId) =>
    who.query('analytics.olderWorkouts', { athleteId, before: { startedAt: Date.now(), id: 'zzz' } }),
  'sync.pull': (who, athleteId) =>
    who.mutate('sync.pull', { ...sync(athleteId), epoch: null, cursor: null, limit: 100 }),
  'sync.boot now': (who, athleteId) => who.mutate('sync.boot', { ...sync(athleteId), part: 'now' }),
  'sync.boot recent': (who, athleteId) => who.mutate('sync.boot', { ...sync(athleteId), part: 'recent' }),
  'event stream': (who, athleteId) => who.get(`/api/events?space=${athleteId}`),
}

/** What tells nothing: the status and the words, without the ids that were asked for and what a page has of its moment. */
function told({ status, text }: Answer, athleteId: string) {
  const nonce = /nonce="([^"]+)"/.exec(text)?.[1]
  const words = nonce ? text.replaceAll(nonce, '<nonce>') : text
  const timeless = words.replaceAll(/((?:dehydrated|dataUpdated)At\W+)\d{13}/g, '$1<ms>')
  return { status, text: timeless.replaceAll(athleteId, '<id>') }
}

/** React streams a page's parts as each is done, cut into scripts anywhere: all the parts, whatever their order. */
function inNoOrder({ status, text }: { status: number; text: string }) {
  const whole = text.replaceAll(/"\]\)<\/script><script nonce="<nonce>">self\.__next_f\.push\(\[1,"/g, '')
  return { status, parts: whole.split('\\n').sort() }
}

test('no-grant-no-data: without, with an ended and with an unknown athlete the answers are the same', async () => {
  const athlete = await newVisitor(world.app.url, 'Ana Secret').signUp()
  const coach = await newVisitor(world.app.url, 'Coach').signUp()
  const former = await newVisitor(world.app.url, 'Former Coach').signUp()
  const stranger = await newVisitor(world.app.url, 'Stranger').signUp()

  const phone = await newPhone(athlete)
  await phone.begin()
  await phone.logSet(7)
  await syncAll(phone.phone)
  await phone.phone.stop()

  await beginCoaching(coach, athlete)
  const relationId = await beginCoaching(former, athlete, [{ domain: 'training', level: 'write' }])
  await endCoaching(athlete, relationId)

  const unknown = newId()
  for (const [what, ask] of Object.entries(ASK)) {
    const nobody = told(await ask(stranger, unknown), unknown)
    expect(nobody.status, what).toBe(404)
    for (const [who, visitor] of Object.entries({ stranger, former })) {
      const answer = told(await ask(visitor, athlete.userId), athlete.userId)
      expect(answer, `${what}, asked by the ${who}`).toEqual(nobody)
      expect(answer.text).not.toContain('Ana')
    }
    // And the refusal is about the grant: who has one is answered.
    if (what === 'event stream') continue
    expect((await ask(coach, athlete.userId)).status, `${what}, asked by the coach`).toBe(200)
  }

  // A push under a grant that had ended is set aside and tells nothing; without one ever it is as of no one.
  const push = (space: string) => ({
    ...sync(space),
    build: 'story',
    clientNow: Date.now(),
    mutations: [{ seq: 1, mid: newId(), name: 'users.editProfile', v: 1, args: { fields: {} }, at: Date.now() }],
  })
  const toUnknown = await stranger.mutate('sync.push', push(unknown))
  const toAthlete = await stranger.mutate('sync.push', push(athlete.userId))
  expect(toAthlete.status).toBe(404)
  expect(told(toAthlete, athlete.userId)).toEqual(told(toUnknown, unknown))
  expect(sentenceOf(toAthlete)).toMatch(/[.]$/)

  const now = Date.now()
  const args = {
    id: newId(),
    title: 'Late',
    startedAt: now,
    zone: 'UTC',
    localDay: today,
    bodyweightG: null,
    holder: null,
  }
  const late = await former.mutate('sync.push', {
    ...push(athlete.userId),
    mutations: [{ seq: 1, mid: newId(), name: 'workouts.start', v: 1, args, at: now }],
  })
  expect(dataOf<{ results: unknown[] }>(late).results).toMatchObject([{ status: 'quarantined', code: 'grant_ended' }])
  expect(late.text).not.toContain('Ana')
  for (const who of [athlete, former]) {
    expect(dataOf<unknown[]>(await who.query('sync.setAside'))).toMatchObject([{ name: 'workouts.start' }])
  }
  const pulled = await athlete.mutate('sync.pull', { ...sync(athlete.userId), epoch: null, cursor: null, limit: 100 })
  expect(pulled.text).not.toContain(args.id)

  // Pages: not only the same status, the same content.
  for (const path of ['/coach/athletes/', '/coach/athletes/?tab=training']) {
    const at = (id: string) => path.replace('athletes/', `athletes/${id}`)
    for (const [who, visitor] of Object.entries({ stranger, former })) {
      const page = inNoOrder(told(await visitor.get(at(athlete.userId)), athlete.userId))
      const other = inNoOrder(told(await visitor.get(at(unknown)), unknown))
      expect(page, `${path} asked by the ${who}`).toEqual(other)
      expect(page.status).toBe(404)
    }
    const shown = await coach.get(at(athlete.userId))
    expect(shown.status).toBe(200)
    expect(shown.text).toContain('Ana Secret')
  }
})
