'use client'
/** Who came today, the latest first, with the way back for a slip. Looks again by itself while it is seen. */
import { useMemo } from 'react'
import { useFormatter, useLocale, useTranslations } from 'use-intl'
import { type Answers, trpc } from '../../../../client/trpc.ts'
import { Avatar } from '../../../../ui/avatar.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PartHead } from '../../../../ui/portal-parts.tsx'
import { showDay, showTime } from '../../../../ui/show-day.ts'
import { useRefreshRoster } from './use-gym-roster.ts'
import { PHOTOS_A_PART, useMemberPhotos } from './use-member-photos.ts'
import type { MemberWords } from './use-member-words.ts'

/** Two desks see each other's check-ins within this. */
const AGAIN_MS = 5_000

const NOBODY_YET: Answers['gyms']['desk']['visits'] = []

/** Who came just now is who is looked at: of the others, the initials do. */
function latestPart(memberIds: readonly string[]): string[][] {
  const latest = [...new Set(memberIds.slice(0, PHOTOS_A_PART))]
  return latest.length > 0 ? [latest.sort()] : []
}

export function DeskToday({ home, words }: { home: Answers['gyms']['home']; words: MemberWords }) {
  const t = useTranslations('gym')
  const locale = useLocale()
  const format = useFormatter()
  const { gymId, zone } = home
  const refresh = useRefreshRoster(gymId)
  const desk = trpc.gyms.desk.useQuery({ gymId }, { refetchInterval: AGAIN_MS, staleTime: 0 })
  const undo = trpc.gyms.undoCheckIn.useMutation({
    onSuccess: () => Promise.all([desk.refetch(), refresh()]),
  })
  const problem = desk.error ?? undo.error
  const places = new Map(home.locations.map(({ id, name }) => [id, name]))
  const { visits = NOBODY_YET, day } = desk.data ?? {}
  const photos = useMemberPhotos(
    gymId,
    useMemo(() => latestPart(visits.map(({ memberId }) => memberId)), [visits]),
  )
  return (
    <section aria-label={t('desk.today')} className="min-w-0">
      <PartHead
        title={t('desk.today')}
        detail={day !== undefined && `${showDay(day, 'medium', locale)} · ${format.number(visits.length)}`}
      />
      {problem && (
        <Notice tone="bad" urgent>
          {problem.message}
        </Notice>
      )}
      {desk.data && visits.length === 0 && <p className="text-ink-2">{t('desk.empty')}</p>}
      <ol className="num divide-y divide-line">
        {visits.map((visit) => {
          const name = words.name(visit)
          return (
            <li key={visit.id} className="flex min-h-9 items-center gap-3">
              <span className="w-12 shrink-0 text-ink-3">{showTime(visit.at, zone, locale)}</span>
              <Avatar name={visit.name} url={photos.get(visit.memberId)} className="size-[1.375rem] text-[0.5625rem]" />
              <span className="min-w-0 flex-1 truncate">
                {name}
                <span className="ml-2 text-ink-3">
                  {[visit.locationId && places.get(visit.locationId), visit.way === 'code' && t('desk.byCode')]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              <Button
                size="compact"
                tone="quiet"
                busy={undo.isPending && undo.variables.attendanceId === visit.id}
                onClick={() => undo.mutate({ gymId, attendanceId: visit.id })}
                aria-label={t('desk.undoLabel', { name })}
              >
                {t('undo')}
              </Button>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
