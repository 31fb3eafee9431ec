'use client'
/** What somebody shared by a link: looked at without an account, and put among one's own routines by one tap. */
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { exercises } from '../../modules/exercises/model.ts'
import { createExercise } from '../../modules/exercises/mutators.ts'
import type { SharedDocument, SharedLink } from '../../modules/workouts/model/shares.ts'
import { adoptExercises } from '../../modules/workouts/rules/shares.ts'
import { RouteOutline } from '../../modules/workouts/ui/athlete/route-outline.tsx'
import { RoutinePlaces } from '../../modules/workouts/ui/athlete/routine-places.tsx'
import { useMutate } from '../../modules/workouts/ui/athlete/use-mutate.ts'
import { newId } from '../../shared/id.ts'
import { useLive } from '../../sync/client/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { showDay } from '../../ui/show-day.ts'
import { showToast } from '../../ui/toast.tsx'
import { address } from './addresses.ts'
import { Page } from './page.tsx'
import { useAthlete } from './use-athlete.ts'
import { useRoutineActions, useRoutines } from './use-routines.ts'

type Shared = Pick<SharedLink, 'kind' | 'fromName' | 'document'>
type Answer = { shared: Shared } | { refusal: string } | 'offline'

type Asked = { athleteId: string; token: string }

async function ask(link: Asked, signal: AbortSignal): Promise<Answer> {
  const input = encodeURIComponent(JSON.stringify(link))
  const answer = await fetch(`/api/trpc/workouts.shared?input=${input}`, { cache: 'no-store', signal })
  const { result, error } = (await answer.json()) as { result?: { data?: Shared }; error?: { message: string } }
  if (result?.data) return { shared: result.data }
  return error ? { refusal: error.message } : 'offline'
}

export function SharedScreen({ athleteId, token }: Asked) {
  const t = useTranslations('share')
  const [answer, setAnswer] = useState<Answer>()
  const [asked, setAsked] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again by the button
  useEffect(() => {
    const leaving = new AbortController()
    ask({ athleteId, token }, AbortSignal.any([leaving.signal, AbortSignal.timeout(20_000)]))
      .catch((): Answer => 'offline')
      .then((told) => leaving.signal.aborted || setAnswer(told))
    return () => leaving.abort()
  }, [athleteId, token, asked])
  if (answer && typeof answer === 'object' && 'shared' in answer) return <SharedLook shared={answer.shared} />
  const why = answer === 'offline' ? t('noSignal') : answer?.refusal
  return (
    <Page title={t('shared')} back={address.today} ready={answer !== undefined}>
      {why && (
        <EmptyState
          title={t('nothing')}
          text={why}
          action={answer === 'offline' && <Button onClick={() => setAsked(asked + 1)}>{t('again')}</Button>}
        />
      )}
    </Page>
  )
}

/** How long it took and how the heart went, as far as it is told; empty where it is not. */
export function useDocumentFacts() {
  const t = useTranslations('share')
  const h = useTranslations('history')
  return ({ activeMs, cardio }: Pick<SharedDocument, 'activeMs' | 'cardio'>): string =>
    [
      activeMs !== null && activeMs > 0 && h('minutes', { n: Math.round(activeMs / 60_000) }),
      cardio?.avgHr != null && t('avgHr', { n: cardio.avgHr }),
      cardio?.maxHr != null && t('maxHr', { n: cardio.maxHr }),
    ]
      .filter(Boolean)
      .join(' · ')
}

type LookProps = {
  shared: Shared
  back?: string
  /** There is nothing to copy: it was made of one's own. */
  isMine?: boolean
  children?: ReactNode
}

export function SharedLook({ shared, back = address.today, isMine, children }: LookProps) {
  const t = useTranslations('share')
  const factsOf = useDocumentFacts()
  const mutate = useMutate()
  const athlete = useAthlete()
  const { book, habits } = athlete
  const known = useRoutines()
  const own = useLive((rows) => rows.all(exercises), [])
  const { add } = useRoutineActions(athlete)
  const [, navigate] = useLocation()
  const { kind, fromName, document } = shared
  const of = kind === 'routine' ? kind : 'workout'
  const title = document.title || t(`untitled.${of}`)
  const strangers = new Map(document.own.map((exercise) => [exercise.id, exercise]))
  const both = { ...book, get: (id: string) => strangers.get(id) ?? book.get(id) }
  const keep = () => {
    const adopted = adoptExercises(document, own ?? [], newId)
    for (const exercise of adopted.make) void mutate(createExercise, { exercise })
    const { notes } = document
    add({ title, notes, folderId: null, exercises: adopted.exercises }, known?.routines ?? [], (id) => {
      showToast({ tone: 'good', text: t('kept', { title }) })
      navigate(address.routine(id), { replace: true })
    })
  }
  const { cardio } = document
  const day = document.localDay === null ? null : showDay(document.localDay, 'full', habits.locale)
  const facts = factsOf(document)
  return (
    <Page
      title={title}
      detail={[fromName && t('by', { name: fromName }), day].filter(Boolean).join(' · ')}
      back={back}
      dock={
        isMine ? undefined : (
          <Button tone="primary" size="large" wide disabled={!known || !own} onClick={keep}>
            {t('keep')}
          </Button>
        )
      }
    >
      {facts && <p className="num mt-2 text-ink-2">{facts}</p>}
      {cardio && cardio.outline.length > 0 && (
        <div className="mt-3">
          <RouteOutline label={t('route')} outline={cardio.outline} />
        </div>
      )}
      {document.notes && <p className="mt-2 whitespace-pre-line break-words text-ink-2">{document.notes}</p>}
      <RoutinePlaces exercises={document.exercises} book={both} habits={habits} label={title} />
      {children}
    </Page>
  )
}
