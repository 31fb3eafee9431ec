/**
 * Invitations in parts. What a part did is done whatever becomes of the next; when the day's letters are used up, or
 * nobody waits for it any more, no further part is sent, and what is left is told.
 */
import type { Answers } from '../../../../client/trpc.ts'
import { MOST_INVITED } from '../../model.ts'

type Invited = Answers['gyms']['inviteMembers'][number]

export type SentInvites = {
  links: { name: string; token: string }[]
  count: Record<Invited['outcome'], number>
  /** Not asked for any more, after a refusal or without an answer. */
  unsent: number
  problem: string | null
}

export async function sendInvites(
  memberIds: readonly string[],
  args: {
    ask: (part: string[]) => Promise<readonly Invited[]>
    /** Called before each part. */
    onStep: (done: number) => void
    isWanted: () => boolean
  },
): Promise<SentInvites> {
  const all: Invited[] = []
  let [done, problem, isFull]: [number, string | null, boolean] = [0, null, false]
  while (done < memberIds.length && problem === null && !isFull && args.isWanted()) {
    args.onStep(done)
    const part = memberIds.slice(done, done + MOST_INVITED)
    try {
      const answer = await args.ask(part)
      all.push(...answer)
      done += part.length
      isFull = answer.some(({ outcome }) => outcome === 'tomorrow')
    } catch (error) {
      problem = (error as Error).message
    }
  }
  const rest = memberIds.length - done
  // Whom nobody asked about, since the day's letters are used up, waits with the others.
  const count: SentInvites['count'] = { letter: 0, link: 0, today: 0, tomorrow: isFull ? rest : 0, address: 0 }
  for (const { outcome } of all) count[outcome] += 1
  const links = all.flatMap(({ name, token }) => (token === null ? [] : [{ name, token }]))
  return { links, count, unsent: isFull ? 0 : rest, problem }
}
