'use client'
/** One place of the program that is followed: another exercise, or another load to go on from. */
import { Repeat } from 'lucide-react'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { EXERCISE_PARTS } from '../../modules/exercises/ui/athlete/exercise-parts.ts'
import type { PlannedPlace } from '../../modules/programs/rules/next-session.ts'
import { LoadField, type StartLoad } from '../../modules/programs/ui/athlete/start-loads.tsx'
import { ExercisePicker } from '../../modules/workouts/ui/athlete/exercise-picker.tsx'
import { useMutate } from '../../modules/workouts/ui/athlete/use-mutate.ts'
import { formatLoad } from '../../shared/units.ts'
import { Button } from '../../ui/button.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import type { Athlete } from './use-athlete.ts'
import type { FollowedProgram } from './use-program.ts'

type Props = { athlete: Athlete; place: PlannedPlace; onChange: FollowedProgram['change']; onClose: () => void }

export function ProgramPlaceSheet({ athlete, place, onChange, onClose }: Props) {
  const t = useTranslations('programs')
  const c = useTranslations('common')
  const locale = useLocale()
  const mutate = useMutate()
  const [isSwapping, setSwapping] = useState(false)
  const [load, setLoad] = useState<StartLoad | null>()
  const exercise = athlete.book.get(place.exerciseId)
  const unit = athlete.profile.loadUnit
  const nowG = place.sets[0]?.loadG ?? null
  if (isSwapping) {
    return (
      <ExercisePicker
        swapped={exercise}
        onClose={() => setSwapping(false)}
        onChoose={([chosen]) => {
          if (chosen) onChange(place, { exerciseId: chosen.id })
          onClose()
        }}
        mutate={mutate}
        exerciseParts={EXERCISE_PARTS}
      />
    )
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={exercise.name}
      detail={nowG === null ? undefined : t('nextLoad', { load: formatLoad(nowG, unit, locale) })}
      closeLabel={c('close')}
    >
      <ListRow
        lead={<Repeat size={20} aria-hidden />}
        title={t('swap')}
        detail={t('swapDetail')}
        onClick={() => setSwapping(true)}
      />
      {place.slot.step && (
        <div className="grid gap-3 pt-4">
          <LoadField name={exercise.name} startG={nowG ?? 0} unit={unit} onSet={setLoad} />
          <Button
            wide
            disabled={load?.loadG == null}
            onClick={() => {
              if (load?.loadG != null) onChange(place, { loadG: load.loadG })
              onClose()
            }}
          >
            {t('setLoad')}
          </Button>
        </div>
      )}
    </Sheet>
  )
}
