/**
 * How many letters a gym may send. Promises: nobody writes to an address more often than a sign-in would; a gym, and who
 * works for it, sends so many a day and no more; what is not sent is told apart from what is.
 */
import { takePoints } from '../../../server/rate-limit.ts'

/** `tomorrow`: the day's letters are used up. `address`: this address has had enough of them. */
export type LetterVerdict = 'letter' | 'tomorrow' | 'address'

const countOf = (emails: readonly string[]) => {
  const counts = new Map<string, number>()
  for (const email of emails) counts.set(email, (counts.get(email) ?? 0) + 1)
  return counts
}

/** One verdict for each address, in their order. */
export async function takeLetters(args: {
  gymId: string
  userId: string
  emails: readonly string[]
}): Promise<LetterVerdict[]> {
  const { gymId, userId, emails } = args
  if (emails.length === 0) return []
  const budget = await takePoints(
    'gym-letters',
    new Map([
      [gymId, emails.length],
      [userId, emails.length],
    ]),
  )
  const within = emails.slice(0, Math.min(budget(gymId), budget(userId)))
  const wanted = countOf(within)
  const limits =
    wanted.size > 0 ? [await takePoints('letter-address', wanted), await takePoints('letter-day', wanted)] : []
  const left = new Map([...wanted.keys()].map((email) => [email, Math.min(...limits.map((limit) => limit(email)))]))
  const verdicts = within.map((email): LetterVerdict => {
    const one = left.get(email) ?? 0
    left.set(email, one - 1)
    return one > 0 ? 'letter' : 'address'
  })
  return emails.map((_, at) => verdicts[at] ?? 'tomorrow')
}
