'use client'
import { useRouter } from 'next/navigation'
/** One athlete: what they do now, how strong they are, what they did. Follows their log while it is open. */
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { athletePath } from '../../modules/analytics/ui/portal/roster-table.tsx'
import { useAthlete } from '../../modules/analytics/ui/portal/use-athlete.ts'
import { BodyPanel } from '../../modules/workouts/ui/portal/body-panel.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useShortcuts } from '../../ui/portal-shortcuts.ts'
import { AthleteHeader, TABS, type Tab } from './athlete-header.tsx'
import { EndedScreen } from './ended-screen.tsx'
import { Overview } from './overview.tsx'
import { useCoachPortal } from './portal-context.tsx'
import { TrainingTab } from './training-tab.tsx'
import { useNeighbours } from './use-neighbours.ts'
import { usePhotos } from './use-photos.ts'

type Props = { athleteId: string; lifts: string[]; tab: string }

function pathOf(athleteId: string, { tab, lifts }: { tab: Tab; lifts: readonly string[] }): string {
  const params = new URLSearchParams()
  if (tab !== 'overview') params.set('tab', tab)
  if (lifts.length > 0) params.set('lifts', lifts.join(','))
  const query = params.toString().replaceAll('%2C', ',')
  return query ? `${athletePath(athleteId)}?${query}` : athletePath(athleteId)
}

export function AthleteScreen({ athleteId, ...first }: Props) {
  const t = useTranslations('athletePage')
  const router = useRouter()
  const { today, view } = useCoachPortal()
  const [lifts, setLifts] = useState(first.lifts)
  const [tab, setTab] = useState<Tab>(TABS.find((one) => one === first.tab) ?? 'overview')
  const { access, stream, page, failed, retry, setEnding } = useAthlete({ athleteId, today, lifts })
  const neighbours = useNeighbours(athleteId)
  const photo = usePhotos(
    useMemo(() => [athleteId], [athleteId]),
    64,
  ).get(athleteId)

  const choose = useCallback(
    (next: string[]) => {
      setLifts(next)
      window.history.replaceState(null, '', pathOf(athleteId, { tab, lifts: next }))
    },
    [athleteId, tab],
  )
  const show = (next: Tab) => {
    if (next === tab) return
    setTab(next)
    window.history.replaceState(null, '', pathOf(athleteId, { tab: next, lifts }))
  }
  const go = (to: string | null) => to && router.push(pathOf(to, { tab, lifts: [] }))
  useShortcuts({
    '[': () => go(neighbours.before),
    ']': () => go(neighbours.after),
    u: () => router.push(view.current.path),
    '1': () => show('overview'),
    '2': () => show('training'),
    '3': () => show('body'),
    '/': () => router.push(view.current.path),
  })
  const name = page?.athlete.name
  useEffect(() => {
    if (name) document.title = `${name} · Spotter`
  }, [name])

  if (access !== 'open') return <EndedScreen access={access} />
  if (!page) {
    return (
      <div className="p-6">
        {failed ? (
          <Notice
            tone="bad"
            urgent
            actions={
              <Button size="compact" onClick={retry}>
                {t('retry')}
              </Button>
            }
          >
            {failed.message}
          </Notice>
        ) : (
          <p className="text-ink-2">{t('loading')}</p>
        )}
      </div>
    )
  }
  return (
    // Next scrolls what it finds below a sticky header to the top, and so beneath it: here it finds this.
    <div>
      <AthleteHeader
        photo={photo}
        page={page}
        tab={tab}
        onTab={show}
        hrefOf={(to) => pathOf(athleteId, { tab: to, lifts })}
        neighbours={neighbours}
        onGo={go}
        lost={stream === 'lost' || failed !== null}
      />
      {tab === 'overview' ? (
        <Overview page={page} onChoose={choose} onTraining={() => show('training')} onEnding={setEnding} />
      ) : tab === 'training' ? (
        <TrainingTab page={page} />
      ) : (
        <BodyPanel athlete={page.athlete} />
      )}
    </div>
  )
}
