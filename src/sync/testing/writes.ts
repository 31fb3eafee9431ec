/** What each kind of write in a history is: a mutation, its arguments, and the row that it is about. */
import type { Mutation } from '../mutation.ts'
import type { Kind } from './commands.ts'
import * as world from './world.ts'

export const TODAY = Math.floor(Date.UTC(2026, 5, 15) / 86_400_000)
/** A day of each part of the bootstrap. */
const DAYS = [TODAY, TODAY - 40, TODAY - 400]

type Ids = { fresh: string; known: string; session: string; value: number }
type Made = { mutation: { name: string }; args: unknown; id: string; v: number }

export function mutationOf(kind: Kind, { fresh, known, session, value }: Ids): Made {
  const make = <A>(mutation: Mutation<A>, args: NoInfer<A>, id: string): Made => ({ mutation, args, id, v: mutation.v })
  switch (kind) {
    case 'putSession':
    case 'moveSession':
      return make(world.putSession, { id: session, title: `t${value}`, day: DAYS[value % 3] ?? TODAY }, session)
    case 'renameSession':
      return make(world.renameSession, { id: session, title: `t${value}` }, session)
    case 'setTarget':
      return make(world.setTarget, { id: session, target: value }, session)
    case 'putMark':
      return make(world.putMark, { id: fresh, sessionId: session, reps: value, load: null }, fresh)
    case 'lateMark':
      return make(world.lateMark, { id: fresh, sessionId: session, reps: value, load: null }, fresh)
    case 'oldPutMark':
      return { mutation: world.putMark, args: { id: fresh, sessionId: session, amount: value }, id: fresh, v: 1 }
    case 'editMark':
      return make(world.editMark, value % 2 ? { id: known, reps: value } : { id: known, load: value }, known)
    case 'removeMark':
      return make(world.removeMark, { id: known }, known)
    case 'restoreMark':
      return make(world.restoreMark, { id: known }, known)
    case 'labelDay':
      return make(world.labelDay, { day: DAYS[value % 3] ?? TODAY, label: `l${value}` }, session)
    case 'failRejected':
    case 'failBug':
      return make(
        world.failLate,
        { id: fresh, sessionId: session, how: kind === 'failBug' ? 'bug' : 'rejected' },
        fresh,
      )
    case 'failLog':
      return make(world.failLog, { id: fresh, note: `n${value}` }, fresh)
    case 'forgotten':
      return make(world.forgotten, { id: fresh }, fresh)
    case 'putSetting':
      return make(world.putSetting, { id: `${session}:unit`, value: `v${value}` }, session)
  }
}

/** It makes the row that it is about. */
export function putsMark({ kind }: { kind: Kind }): boolean {
  return kind === 'putMark' || kind === 'oldPutMark' || kind === 'lateMark'
}

/** What can't be applied however often it is tried. */
export function neverApplies(kind: Kind): boolean {
  return kind.startsWith('fail') || kind === 'forgotten'
}
