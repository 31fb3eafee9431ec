/** A coach and an athlete, brought together and parted as they would do it themselves. */
import { expect } from '@playwright/test'
import { dataOf, type Visitor } from './visitor.ts'

const SHARES = [{ domain: 'training', level: 'read' }] as const

export async function beginCoaching(coach: Visitor, athlete: Visitor): Promise<string> {
  const invite = dataOf<{ token: string }>(await coach.mutate('coaching.createInvite', { domains: SHARES }))
  const { token } = invite
  const preview = dataOf<{ textVersion?: number }>(await athlete.query('coaching.previewInvite', { token }))
  const textVersion = preview.textVersion ?? 1
  const accepted = await athlete.mutate('coaching.acceptInvite', { token, shares: SHARES, textVersion })
  return dataOf<{ relationId: string }>(accepted).relationId
}

export async function endCoaching(who: Visitor, relationId: string): Promise<void> {
  expect((await who.mutate('coaching.endRelation', { relationId })).status).toBe(200)
}
