// Who is on the pictures of `npm run screens`: people of the demo, one whose every name is as long as names get, one who
// typed 800 for 80, and a coach of the long-named one.
import { coachAthlete } from '../../e2e/support/coach.ts'
import { newPhone, syncAll } from '../../e2e/support/phone.ts'
import { dataOf, newVisitor } from '../../e2e/support/visitor.ts'
import { DEMO_PASSWORD } from '../../src/demo/people.ts'
import { createExercise } from '../../src/modules/exercises/mutators.ts'
import { addExercise, addSet, finishWorkout, startWorkout } from '../../src/modules/workouts/mutators.ts'
import { newId } from '../../src/shared/id.ts'

const DAY_MS = 86_400_000
export const UNSHARED = 'Lena Brandt'
export const LONG = 'Maximiliane-Friederike von Hohenstein-Wallersdorf y Fernández de la Cuesta'
const LONG_LIFT = 'Alternating single-arm half-kneeling landmine press with a three second pause at the bottom'

export async function signedIn(url, email, password = DEMO_PASSWORD) {
  const person = newVisitor(url, 'Demo', { email, password })
  if (!(await person.signIn())) throw new Error(`The demo's ${email} can not sign in.`)
  return person
}

/** Somebody whose every name is as long as names get, in mid-workout. */
export async function longNames(url) {
  const person = newVisitor(url, LONG, undefined)
  await person.signUp()
  const { phone } = await newPhone(person)
  const workoutId = newId()
  const exerciseId = newId()
  const startedAt = Date.now() - 1_500_000
  const figures = { equipment: 'landmine', measure: 'load_reps', loadMode: 'external', bodyweightFraction: null }
  const body = {
    aliases: [],
    pattern: 'vertical_push',
    laterality: 'unilateral',
    implements: 1,
    muscles: { front_delts: 1, abs: 0.5 },
    restS: 120,
  }
  await phone.mutate(createExercise, {
    exercise: { id: exerciseId, name: LONG_LIFT, ...figures, ...body, notes: LONG },
  })
  const title = 'Heavy upper body with everything that was left out on Thursday because of the holiday'
  await phone.mutate(startWorkout, startOf(workoutId, title, startedAt))
  for (const [i, id] of [exerciseId, 'bench-press'].entries()) {
    const sets = [0, 1, 2, 3].map((n) => setOf(n, '1002.5', 100))
    await phone.mutate(addExercise, entryOf(workoutId, id, `a${i}`, sets))
  }
  await syncAll(phone)
  await phone.stop()
  return person
}

/** Benched 80 × 5 last week, and today 800, on another device. */
export async function typoed(url) {
  const person = await newVisitor(url, 'Ida Winter').signUp()
  const { phone } = await newPhone(person)
  for (const [startedAt, load] of [
    [Date.now() - 7 * DAY_MS, '80'],
    [Date.now() - 900_000, '800'],
  ]) {
    const id = newId()
    await phone.mutate(startWorkout, { ...startOf(id, 'Push', startedAt), holder: 'tablet' })
    const entry = entryOf(id, 'bench-press', 'a0', [])
    await phone.mutate(addExercise, entry)
    for (const n of [1, 2, 3]) {
      const set = setOf(n, n === 2 ? load : '80', 5)
      const doneAt = n < 3 || load === '80' ? startedAt + n * 180_000 : null
      await phone.mutate(addSet, { workoutId: id, entryId: entry.id, set: { ...set, doneAt } })
    }
    if (load === '80') {
      await phone.mutate(finishWorkout, { id, endedAt: startedAt + 1_800_000, activeMs: 1_800_000, state: 'done' })
    }
  }
  await syncAll(phone)
  await phone.stop()
  return person
}

/** A coach of the long-named athlete, and of one who has taken the grant back. */
export async function longNamedCoach(url, athlete) {
  const coach = await newVisitor(url, LONG).signUp()
  await coachAthlete(coach, athlete)
  const other = await newVisitor(url, UNSHARED).signUp()
  const relationId = await coachAthlete(coach, other)
  await other.mutate('coaching.changeGrant', { relationId, domain: 'training', level: null })
  return coach
}

/** The end of an invite's address: everything is asked for. */
export async function inviteOf(coach) {
  const domains = ['training', 'measurements', 'injuries'].map((domain) => ({ domain, level: 'read' }))
  return dataOf(await coach.mutate('coaching.createInvite', { domains })).token
}

function startOf(id, title, startedAt) {
  const localDay = Math.floor(startedAt / DAY_MS)
  return { id, title, startedAt, zone: 'UTC', localDay, bodyweightG: null, holder: null }
}

function setOf(n, load, reps) {
  const kind = n === 0 ? 'warmup' : 'normal'
  return {
    ...{ id: newId(), position: `a${n}`, kind, loadMode: 'external', loadG: Math.round(Number(load) * 1000) },
    ...{ enteredLoad: load, enteredUnit: 'kg', reps, rir2: 3, durationMs: null, distanceM: null },
    ...{ enteredDistance: null, distanceUnit: null },
  }
}

function entryOf(workoutId, exerciseId, position, sets) {
  return { workoutId, id: newId(), exerciseId, position, restS: null, superset: null, sets }
}

/** A gym that was made a moment ago, with whoever made it. */
export async function newGym(url, name) {
  const owner = await newVisitor(url, name).signUp()
  const { gymId } = dataOf(await owner.mutate('gyms.create', { name: `${name} & Sons`, zone: 'UTC' }))
  return { owner, gymId }
}

/** The end of a link to a member of this gym, whom it has by name. */
export async function joinOf(owner, gymId, name = 'Mia Meyer') {
  const { memberId } = dataOf(await owner.mutate('gyms.addMember', { gymId, name, email: 'mia@example.test' }))
  return dataOf(await owner.mutate('gyms.inviteMembers', { gymId, memberIds: [memberId] }))[0].token
}
