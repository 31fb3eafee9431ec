// Who is on the pictures of `npm run screens`: people of the demo, and one whose every name is as long as names get.
import { newPhone, syncAll } from '../../e2e/support/phone.ts'
import { newVisitor } from '../../e2e/support/visitor.ts'
import { DEMO_PASSWORD } from '../../src/demo/people.ts'
import { createExercise } from '../../src/modules/exercises/mutators.ts'
import { addExercise, startWorkout } from '../../src/modules/workouts/mutators.ts'
import { newId } from '../../src/shared/id.ts'

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
  const localDay = Math.floor(startedAt / 86_400_000)
  const title = 'Heavy upper body with everything that was left out on Thursday because of the holiday'
  await phone.mutate(startWorkout, {
    id: workoutId,
    title,
    startedAt,
    zone: 'UTC',
    localDay,
    bodyweightG: null,
    holder: null,
  })
  for (const [i, id] of [exerciseId, 'bench-press'].entries()) {
    const set = (n) => ({
      ...{
        id: newId(),
        position: `a${n}`,
        kind: n === 0 ? 'warmup' : 'normal',
        loadMode: 'external',
        loadG: 1_002_500,
      },
      ...{ enteredLoad: '1002.5', enteredUnit: 'kg', reps: 100, rir2: 3, durationMs: null, distanceM: null },
      ...{ enteredDistance: null, distanceUnit: null },
    })
    const sets = [0, 1, 2, 3].map(set)
    await phone.mutate(addExercise, {
      workoutId,
      id: newId(),
      exerciseId: id,
      position: `a${i}`,
      restS: null,
      superset: null,
      sets,
    })
  }
  await syncAll(phone)
  await phone.stop()
  return person
}
