'use client'
/** What a finished workout did otherwise than its routine: taken over by choice, or not at all. */
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { routines } from '../../modules/workouts/model/routines.ts'
import type { WholeWorkout } from '../../modules/workouts/model.ts'
import { editRoutine } from '../../modules/workouts/mutators/routines.ts'
import { type RoutineChange, routineChanges, withChanges } from '../../modules/workouts/rules/routines.ts'
import { useRoutineWords } from '../../modules/workouts/ui/athlete/routine-places.tsx'
import { useMutate } from '../../modules/workouts/ui/athlete/use-mutate.ts'
import { useLive } from '../../sync/client/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { Switch } from '../../ui/switch.tsx'
import { showToast } from '../../ui/toast.tsx'
import type { Athlete } from './use-athlete.ts'

/** After that the routine has gone on without it. */
const ASKED_FOR_DAYS = 14

const keyOf = (change: RoutineChange) => (change.kind === 'order' ? 'order' : `${change.kind} ${change.slot}`)

export function RoutineChanges({ athlete, whole }: { athlete: Athlete; whole: WholeWorkout }) {
  const t = useTranslations('routines')
  const l = useTranslations('routineList')
  const c = useTranslations('common')
  const mutate = useMutate()
  const { book, habits, today } = athlete
  const wordsOf = useRoutineWords(book, habits)
  const [choices, setChoices] = useState<ReadonlyMap<string, boolean>>(new Map())
  const { workout } = whole
  const routine = useLive(
    async (rows) => (workout.routineId ? rows.get(routines, workout.routineId) : undefined),
    [workout.routineId],
  )
  const isAsked =
    routine && workout.state !== 'open' && routine.settledId !== workout.id && today - workout.localDay < ASKED_FOR_DAYS
  const changes = isAsked ? routineChanges(routine.exercises, whole) : []
  if (!routine || changes.length === 0) return null
  const nameOf = (exerciseId: string) => book.get(exerciseId).name
  // Figures are what was lifted; another exercise is, for most, this time only.
  const isChosen = (change: RoutineChange) => choices.get(keyOf(change)) ?? change.kind === 'sets'
  const chosen = changes.filter(isChosen)

  function settle(of: readonly RoutineChange[]): void {
    if (!routine) return
    const { id, title, exercises, settledId = null } = routine
    const changed = of.length > 0 && { exercises: withChanges(exercises, of) }
    void mutate(editRoutine, { id, settledId: workout.id, ...changed })
    const undo = () => void mutate(editRoutine, { id, settledId, ...(changed && { exercises }) })
    const name = title || l('untitled')
    const text = changed ? t('changes.updated', { title: name }) : t('changes.left', { title: name })
    showToast({ text, action: { label: c('undo'), run: undo } })
  }

  function wordsOfChange(change: RoutineChange): { label: string; detail?: string } {
    if (change.kind === 'order') return { label: t('changes.order') }
    const name = nameOf(change.exerciseId)
    if (change.kind === 'removed') return { label: t('changes.removed', { name }) }
    if (change.kind === 'swapped') {
      return { label: t('changes.swapped', { name, other: nameOf(change.to.exerciseId) }) }
    }
    if (change.kind === 'added') {
      return { label: t('changes.added', { name }), detail: wordsOf(change.exerciseId, change.to.sets) }
    }
    const [was, now] = [wordsOf(change.exerciseId, change.from), wordsOf(change.exerciseId, change.to)]
    return { label: name, detail: t('changes.sets', { was, now }) }
  }

  return (
    <Section title={t('changes.title', { title: routine.title || l('untitled') })}>
      <div className="mb-3 rounded-2 bg-surface px-4 pb-3 shadow-[inset_0_0_0_1px_var(--line)]">
        {changes.map((change) => (
          <div key={keyOf(change)} className="border-line border-b">
            <Switch
              {...wordsOfChange(change)}
              checked={isChosen(change)}
              onChange={(checked) => setChoices(new Map(choices).set(keyOf(change), checked))}
            />
          </div>
        ))}
        <div className="mt-3 flex flex-wrap gap-2.5">
          <Button tone="primary" className="flex-1" disabled={chosen.length === 0} onClick={() => settle(chosen)}>
            {t('changes.update')}
          </Button>
          <Button className="flex-1" onClick={() => settle([])}>
            {t('changes.leave')}
          </Button>
        </div>
      </div>
    </Section>
  )
}
