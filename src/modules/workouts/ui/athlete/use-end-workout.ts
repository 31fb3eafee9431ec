'use client'
/** Ends an open workout from outside of its screen, as its sets propose; what was done is kept, and it can be taken back. */
import { useTranslations } from 'use-intl'
import { showToast } from '../../../../ui/toast.tsx'
import type { WholeWorkout } from '../../model.ts'
import { finishWorkout, removeWorkout, restoreWorkout, resumeWorkout } from '../../mutators.ts'
import { activeMs, isStillTraining, lastActivityAt } from '../../rules/duration.ts'
import { finishCounts, finishProposal } from '../../rules/finish.ts'
import { useMutate } from './use-mutate.ts'

export function useEndWorkout() {
  const mutate = useMutate()
  const t = useTranslations('workout')
  return (whole: WholeWorkout, now = Date.now()): void => {
    const { id, startedAt, holder, pauses, ...workout } = whole.workout
    const title = workout.title || t('untitled')
    const undo = (text: string, run: () => void) => showToast({ text, action: { label: t('undo'), run } })
    const state = finishProposal(finishCounts(whole))
    if (state === 'discard') {
      void mutate(removeWorkout, { id })
      undo(t('finish.discarded', { title }), () => void mutate(restoreWorkout, { id }))
      return
    }
    const doneAts = whole.entries.flatMap(({ sets }) => sets.flatMap(({ doneAt }) => doneAt ?? []))
    // One that was forgotten ended with its last set.
    const endedAt = isStillTraining(startedAt, doneAts, now) ? now : lastActivityAt(startedAt, doneAts)
    void mutate(finishWorkout, { id, endedAt, activeMs: activeMs(startedAt, endedAt, doneAts, pauses), state })
    undo(state === 'done' ? t('finish.finished', { title }) : t('finish.savedPartial', { title }), () => {
      void mutate(resumeWorkout, { id, holder })
    })
  }
}
