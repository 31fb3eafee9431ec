'use client'
/** The runs, rides, rows and swims of one past workout, each with what its track adds. */
import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { useUploads } from '../../client/uploads.ts'
import { type CardioSession, cardioSessions } from '../../modules/workouts/model/cardio.ts'
import type { WholeWorkout } from '../../modules/workouts/model.ts'
import { CardioSessionView } from '../../modules/workouts/ui/athlete/cardio-session.tsx'
import type { ExerciseBook } from '../../modules/workouts/ui/athlete/exercise-book.ts'
import { useLive } from '../../sync/client/hooks.ts'
import { showToast } from '../../ui/toast.tsx'
import { findOriginal } from './original-file.ts'
import { saveFile } from './save-file.ts'
import { followUploads } from './uploads.ts'
import type { Athlete } from './use-athlete.ts'

const isCardio = (exerciseId: string, book: ExerciseBook) => book.get(exerciseId).measure === 'distance_duration'

/** One session and nothing else: its figures are the workout's. */
export function isCardioAlone({ entries }: WholeWorkout, book: ExerciseBook): boolean {
  const [only, ...others] = entries
  if (!only || others.length > 0 || only.sets.length !== 1) return false
  return isCardio(only.entry.exerciseId, book) && only.sets[0]?.distanceM !== null && only.sets[0]?.durationMs !== null
}

/** From start to end, where the session is all there was. */
function elapsedOf(whole: WholeWorkout, book: ExerciseBook): number | null {
  const { endedAt, startedAt } = whole.workout
  return endedAt !== null && isCardioAlone(whole, book) ? endedAt - startedAt : null
}

export function CardioOfDay({ whole, athlete }: { whole: WholeWorkout; athlete: Athlete }) {
  const t = useTranslations('cardio')
  const uploads = useUploads()
  // Opened by its address, the page asks for a file before its queue has begun.
  useEffect(followUploads, [])
  const { book, habits } = athlete
  const { id } = whole.workout
  const sessions = useLive((rows) => rows.find(cardioSessions, 'workoutId', id), [id])
  if (!sessions) return null

  async function save(file: NonNullable<CardioSession['file']>): Promise<void> {
    const found = uploads ? await findOriginal(uploads, file) : 'away'
    if (found instanceof Blob) await saveFile(file.name, found, 'application/octet-stream')
    else
      showToast({ tone: 'bad', text: t(found === 'away' ? 'fileAway' : found === 'gone' ? 'fileGone' : 'fileChanged') })
  }

  return whole.entries
    .filter(({ entry }) => isCardio(entry.exerciseId, book))
    .flatMap(({ entry, sets }) =>
      sets
        .filter(({ doneAt }) => doneAt !== null)
        .map((set) => (
          <CardioSessionView
            key={set.id}
            set={set}
            exerciseId={entry.exerciseId}
            name={book.get(entry.exerciseId).name}
            habits={habits}
            cardio={sessions.find((one) => one.id === set.id) ?? null}
            elapsedMs={elapsedOf(whole, book)}
            onSaveFile={(file) => void save(file)}
          />
        )),
    )
}
