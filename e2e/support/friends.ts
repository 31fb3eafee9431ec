/** Friends without their screens: follows by the server's own addresses, posts by the phone's engine. */

import type { RoutineExercise, RoutineSet } from '../../src/modules/workouts/model/routines.ts'
import { makeLink } from '../../src/modules/workouts/mutators/shares.ts'
import { newId } from '../../src/shared/id.ts'
import { newPhone, syncAll } from './phone.ts'
import { dataOf, type Visitor } from './visitor.ts'

export async function asks(follower: Visitor, maker: Visitor): Promise<void> {
  const { token } = dataOf<{ token: string }>(await maker.mutate('feed.makeLink'))
  await follower.mutate('feed.ask', { token })
}

export async function follows(follower: Visitor, maker: Visitor): Promise<void> {
  await asks(follower, maker)
  await maker.mutate('feed.accept', { personId: follower.userId })
}

const lift = { loadMode: 'external', loadG: 80_000, enteredLoad: '80', enteredUnit: 'kg', reps: 5 } as const
const done = (exerciseId: string, n: number, figures: Omit<RoutineSet, 'kind'> = lift): RoutineExercise => ({
  ...{ slot: exerciseId, exerciseId, notes: '', restS: null, superset: null },
  sets: Array.from({ length: n }, () => ({ kind: 'normal', ...figures })),
})

/** A strength workout, and a run with the shape of its route. */
export async function postTwo(maker: Visitor, notes: string): Promise<string> {
  const { phone } = await newPhone(maker)
  const made = { kind: 'post', token: newId(), fromName: null } as const
  const localDay = Math.floor(Date.now() / 86_400_000)
  const run = { loadMode: 'none', durationMs: 1_800_000, distanceM: 5_200 } as const
  const outline = Array.from({ length: 60 }, (_, i) =>
    Math.round(400 * (i % 2 ? Math.sin(i / 9.5) : Math.cos(i / 9.5))),
  )
  await phone.mutate(makeLink, {
    ...{ ...made, id: newId(), ofId: newId(), createdAt: Date.now() },
    document: {
      ...{ title: 'Morning run', notes: '', localDay: localDay - 1, activeMs: 1_800_000, own: [] },
      cardio: { avgHr: 142, maxHr: 171, outline },
      exercises: [done('running', 1, run)],
    },
  })
  const id = newId()
  await phone.mutate(makeLink, {
    ...{ ...made, id, token: newId(), ofId: newId(), createdAt: Date.now() },
    document: {
      ...{ title: 'Push day', notes, localDay, activeMs: 3_720_000, own: [] },
      exercises: ['bench-press', 'overhead-press', 'dip', 'lateral-raise', 'triceps-pushdown', 'plank'].map((one, i) =>
        done(one, 3 + (i % 2)),
      ),
    },
  })
  await syncAll(phone)
  await phone.stop()
  return id
}
