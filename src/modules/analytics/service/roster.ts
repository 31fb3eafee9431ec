/**
 * A coach's list with the figures that tell who needs a word: when each athlete last trained and how often of late.
 * Promise: only athletes who share their training with this coach have figures.
 */
import { withActor } from '../../../server/db.ts'
import type { Actor } from '../../../shared/actor.ts'
import { approve } from '../../coaching/service/access.ts'
import { listAthletes } from '../../coaching/service/relations.ts'
import * as queries from '../queries.ts'
import type { Figures } from '../rules/attention.ts'

const FOUR_WEEKS = 28

type Page = Awaited<ReturnType<typeof listAthletes>>
export type RosterRow = Page['athletes'][number] & { figures: Figures | null }

export async function roster(
  actor: Actor,
  args: { search: string; after: Parameters<typeof listAthletes>[1]['after']; limit: number; today: number },
): Promise<Omit<Page, 'athletes'> & { athletes: RosterRow[] }> {
  const { today, ...asked } = args
  const page = await listAthletes(actor, asked)
  const athleteIds = page.athletes.map(({ athleteId }) => athleteId)
  const approved = await approve(actor, { athleteIds, domain: 'training' })
  const figures = await rosterFigures(actor, { athleteIds: approved, today })
  return { ...page, athletes: page.athletes.map((row) => ({ ...row, figures: figures.get(row.athleteId) ?? null })) }
}

async function rosterFigures(
  actor: Actor,
  args: { athleteIds: readonly string[]; today: number },
): Promise<Map<string, Figures>> {
  const { athleteIds, today } = args
  if (athleteIds.length === 0) return new Map()
  return withActor(actor, athleteIds, async (tx) => {
    const [days, last] = await Promise.all([
      queries.findActivity(tx, { athleteIds, fromDay: today - FOUR_WEEKS + 1 }),
      queries.findLastDays(tx, { athleteIds }),
    ])
    const lastDayOf = new Map(last.map(({ athleteId, lastDay }) => [athleteId, lastDay]))
    return new Map(
      athleteIds.map((athleteId) => {
        const own = days.filter((day) => day.athleteId === athleteId)
        const week = own.filter(({ day }) => day > today - 7)
        return [
          athleteId,
          {
            lastDay: lastDayOf.get(athleteId) ?? null,
            last7: week.length,
            last28: own.length,
            sets7: week.reduce((sum, { sets }) => sum + sets, 0),
          },
        ]
      }),
    )
  })
}
