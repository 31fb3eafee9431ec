'use client'
/** A run, ride, row or swim: by hand in seconds, or out of the files of a watch. */
import { FileUp } from 'lucide-react'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { useUploads } from '../../client/uploads.ts'
import type { SetFigures } from '../../modules/workouts/model.ts'
import { addCardio } from '../../modules/workouts/mutators/cardio.ts'
import { addExercise, checkSet, finishWorkout, startWorkout } from '../../modules/workouts/mutators.ts'
import { type CardioEntry, useCardioForm } from '../../modules/workouts/ui/athlete/cardio-form.tsx'
import { useKeepUnits } from '../../modules/workouts/ui/athlete/habits.ts'
import type { TrackRun } from '../../modules/workouts/ui/athlete/track-run.ts'
import { useMutate } from '../../modules/workouts/ui/athlete/use-mutate.ts'
import { newId } from '../../shared/id.ts'
import { useMaybePhone } from '../../sync/client/hooks.ts'
import { ListRow } from '../../ui/list-row.tsx'
import { address } from './addresses.ts'
import { Done, Stopped, Working } from './import-steps.tsx'
import { Page } from './page.tsx'
import { standAround, trackRunOf } from './track-run-of.ts'
import { TrackReview } from './track-steps.tsx'
import { followUploads } from './uploads.ts'
import { type Athlete, useAthlete } from './use-athlete.ts'
import { useSportNames } from './use-sport-names.ts'

export function CardioScreen() {
  const athlete = useAthlete()
  const phone = useMaybePhone()
  const titles = useSportNames()
  const [run, setRun] = useState<TrackRun | null>(null)
  const uploads = useUploads()
  useEffect(followUploads, [])
  useEffect(() => {
    // Who signs in meanwhile has a phone and a queue of their own; one may be there before the other.
    const isReady = phone && uploads && (uploads.account ?? phone.space) === phone.space
    if (isReady) standAround(phone, { titles, uploads })
    setRun(isReady ? trackRunOf(phone) : null)
  }, [phone, titles, uploads])
  const t = useTranslations('cardio')
  if (!run || !athlete.book.ready || athlete.today === 0) {
    return (
      <Page title={t('title')} back={address.today} ready={false}>
        {null}
      </Page>
    )
  }
  return <Steps run={run} athlete={athlete} />
}

function Steps({ run, athlete }: { run: TrackRun; athlete: Athlete }) {
  const state = useSyncExternalStore(run.subscribe, run.get, run.get)
  switch (state.step) {
    case 'idle':
      return <ByHand run={run} athlete={athlete} />
    case 'reading':
      return <Working title={state.fileName} share={share(state)} kind="reading" />
    case 'review':
      return <TrackReview run={run} state={state} athlete={athlete} />
    case 'importing':
      return <Working title={state.fileName} share={share(state)} kind="importing" />
    case 'stopped':
      return <Stopped run={run} state={state} />
    case 'done':
      return state.workouts === 1 ? <ToTheOne run={run} id={state.first} /> : <Done run={run} state={state} />
  }
}

const share = ({ done, total }: { done: number; total: number }) => (total > 0 ? done / total : 0)

/** One session came in: it says for itself that it did. */
function ToTheOne({ run, id }: { run: TrackRun; id: string }) {
  const [, navigate] = useLocation()
  useEffect(() => {
    run.reset()
    navigate(address.past(id), { replace: true })
  }, [run, id, navigate])
  return null
}

function ByHand({ run, athlete }: { run: TrackRun; athlete: Athlete }) {
  const t = useTranslations('cardio')
  const picker = useRef<HTMLInputElement>(null)
  const [, navigate] = useLocation()
  const save = useSaveCardio(athlete)
  const { habits, book, today, zone } = athlete
  const { fields, button } = useCardioForm({
    ...{ habits, book, today, zone },
    onSave: (entry) => navigate(address.past(save(entry)), { replace: true }),
  })
  return (
    <Page title={t('title')} back={address.today} dock={button}>
      <ListRow
        lead={<FileUp size={20} aria-hidden />}
        title={t('fromFiles')}
        detail={t('fromFilesDetail')}
        onClick={() => picker.current?.click()}
      />
      {/* No list of types: phones know none for these files and would grey them out. */}
      <input
        ref={picker}
        type="file"
        multiple
        aria-label={t('fromFiles')}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          if (files.length > 0) void run.choose(files)
          event.target.value = ''
        }}
      />
      <div className="mt-5">{fields}</div>
    </Page>
  )
}

/** An ordinary workout of one set, done. */
function useSaveCardio({ profile, book }: Athlete): (entry: CardioEntry) => string {
  const t = useTranslations('cardio')
  const mutate = useMutate()
  const keepUnits = useKeepUnits()
  return (entry) => {
    const {
      sport,
      exerciseId,
      when,
      durationMs,
      distanceM,
      enteredDistance,
      distanceUnit,
      gainM,
      avgHr,
      inclineTenths,
    } = entry
    const [id, entryId, setId] = [newId(), newId(), newId()]
    const { startedAt, zone, localDay, activeMs } = when
    const endedAt = when.endedAt ?? startedAt
    const figures: SetFigures = {
      kind: 'normal',
      loadMode: book.get(exerciseId).loadMode,
      ...{ loadG: null, enteredLoad: null, enteredUnit: null },
      ...{ reps: null, rir2: null, durationMs, distanceM, enteredDistance },
      distanceUnit: distanceM === null ? null : distanceUnit,
    }
    keepUnits()
    const { bodyweightG } = profile
    void mutate(startWorkout, { id, title: t(`sport.${sport}`), startedAt, zone, localDay, bodyweightG, holder: null })
    const sets = [{ id: setId, position: 'a0', ...figures }]
    void mutate(addExercise, {
      workoutId: id,
      id: entryId,
      exerciseId,
      position: 'a0',
      restS: null,
      superset: null,
      sets,
    })
    void mutate(checkSet, { id: setId, doneAt: endedAt, figures })
    void mutate(finishWorkout, { id, endedAt, activeMs, state: 'done' })
    if (gainM !== null || avgHr !== null || inclineTenths !== null) {
      void mutate(addCardio, {
        ...{ id: setId, workoutId: id, gainM, avgHr, maxHr: null, inclineTenths },
        ...{ splits: [], mileSplits: [], parts: [], outline: [], file: null },
      })
    }
    return id
  }
}
