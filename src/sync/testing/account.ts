/** The account page in a history: what was set aside is put into the log after all, or dismissed by one of the two who see it. */
import { isAppError } from '../../shared/errors.ts'
import type { Mutation } from '../mutation.ts'
import type { OnFlush } from '../server/access.ts'
import type { AsideSteps } from '../server/aside-steps.ts'
import type { Grant } from '../server/steps.ts'
import type { Beside } from './commands.ts'
import { CRASH } from './phones.ts'
import type { History } from './record.ts'
import { must } from './violation.ts'
import { laterMutations } from './world.ts'
import { neverApplies } from './writes.ts'

/** As `wiring/sync-server.ts` answers the page, over one backend or the other. */
export type Account = {
  /** The mids that this person sees, newest first. */
  list(actor: string): Promise<string[]>
  apply(actor: string, mid: string): Promise<void>
  dismiss(actor: string, mid: string): Promise<void>
}
export type AccountParts = {
  mutations: ReadonlyMap<string, Mutation>
  grant(actor: string, space: string): Grant
  now(): number
  onFlush: OnFlush
  steps?: Partial<AsideSteps>
}

export function openAccount(history: History, parts: Pick<AccountParts, 'now' | 'onFlush' | 'steps'>) {
  const { backend } = history
  const grant = (actor: string, space: string) => (actor === space ? 'yes' : history.grant)
  const mutations = new Map(laterMutations.map((mutation) => [mutation.name, mutation]))
  const account = backend.account({ ...parts, mutations, grant })

  /** Why it was not done. Anything but what the page would say, or the crash that was asked for, is a bug. */
  async function attempt(deed: () => Promise<void>): Promise<string | undefined> {
    try {
      await deed()
      return undefined
    } catch (error) {
      if (isAppError(error)) return error.code
      if (error instanceof Error && error.message === CRASH) return 'crash'
      throw error
    }
  }

  return {
    async settle(how: 'apply' | 'dismiss', actor: string, target: number, beside: Beside): Promise<void> {
      const list = await account.list(actor)
      const mid = list[target % Math.max(1, list.length)]
      const one = history.issued.find((issued) => issued.mid === mid)
      if (!mid || !one) return
      const tries = beside === 'twice' ? 2 : 1
      const deed = () => attempt(() => account[how](actor, mid))
      const answers = await Promise.all(Array.from({ length: tries }, deed))
      const done = answers.filter((answer) => answer === undefined).length
      must(done <= 1, 1, () => `the entry ${one.kind} ${mid} was put into the log ${done} times`)
      const mayDo = how === 'dismiss' || (grant(actor, one.space) === 'yes' && !neverApplies(one.kind))
      must(
        done === 1 || !mayDo || answers.includes('crash'),
        14,
        () => `the entry ${one.kind} ${mid} can't be settled by ${how}: ${answers.join()}`,
      )
      if (done === 0) return
      if (how === 'apply') history.settled.applied.add(mid)
      else {
        history.settled.dismissed.add(`${actor} ${mid}`)
        history.settled.everDismissed.add(`${actor} ${mid}`)
      }
    },
  }
}
