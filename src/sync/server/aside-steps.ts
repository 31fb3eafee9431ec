/**
 * The decisions of what becomes of an entry that was set aside, replaced one at a time by tests like those of steps.ts.
 */
import { appError } from '../../shared/errors.ts'
import { derivedId } from '../../shared/id.ts'
import { inputSentence } from '../../shared/input-error.ts'
import type { Mutation, MutationContext } from '../mutation.ts'
import type { Stamp } from '../protocol.ts'
import { upcast } from '../upcast.ts'
import { type Grant, pushSteps } from './steps.ts'
import type { Quarantined } from './store.ts'

/** As it is kept: what was sent, and by whom. */
export type Kept = Omit<Quarantined, 'code' | 'message'> & { principal: string }

/** What is run once more, and as whose, and of when. */
export type Again = { mutation: Mutation; args: never; ctx: MutationContext; stamp: Stamp }

export const asideSteps = {
  /** The athlete may always; who sent it, while they may still write there. */
  mayApply(grant: Grant): void {
    if (grant !== 'yes')
      throw appError('forbidden', 'You may no longer write in this log: its athlete can apply the entry.')
  },

  /** In the name of who sent it and with the stamp that it had, so that whatever was written since stays. */
  again(mutations: ReadonlyMap<string, Mutation>, space: string, entry: Kept): Again {
    const { mid, at, principal } = entry
    const cast = upcast(mutations, entry.name, entry.v, entry.args, inputSentence)
    if (!cast.ok) throw appError('conflict', cast.message)
    const forbidden = pushSteps.mayRun(cast.mutation, principal === space)
    if (forbidden) throw appError('conflict', forbidden.message)
    const ctx = { actor: principal, space, at, mid, id: (n: number) => derivedId(mid, n) }
    return {
      mutation: cast.mutation,
      args: cast.args,
      ctx,
      stamp: [entry.ms, entry.deviceId, entry.seq],
    }
  },
}
export type AsideSteps = typeof asideSteps
