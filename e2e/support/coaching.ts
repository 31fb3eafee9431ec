/** A coach and an athlete, brought together and parted as they would do it themselves. */
import { expect } from '@playwright/test'
import type { Share } from '../../src/modules/coaching/model.ts'
import { dataOf, type Visitor } from './visitor.ts'

const SHARES: readonly Share[] = [{ domain: 'training', level: 'read' }]

export async function beginCoaching(coach: Visitor, athlete: Visitor, shares = SHARES): Promise<string> {
  const invite = dataOf<{ token: string }>(await coach.mutate('coaching.createInvite', { domains: shares }))
  const { token } = invite
  const preview = dataOf<{ textVersion?: number }>(await athlete.query('coaching.previewInvite', { token }))
  const textVersion = preview.textVersion ?? 1
  const accepted = await athlete.mutate('coaching.acceptInvite', { token, shares, textVersion })
  return dataOf<{ relationId: string }>(accepted).relationId
}

export async function endCoaching(who: Visitor, relationId: string): Promise<void> {
  expect((await who.mutate('coaching.endRelation', { relationId })).status).toBe(200)
}
