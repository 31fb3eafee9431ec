'use client'
/** One place of the program that is followed: what comes if all goes to plan, another exercise, load, or rules. */
import { ListOrdered, Repeat } from 'lucide-react'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { EXERCISE_PARTS } from '../../modules/exercises/ui/athlete/exercise-parts.ts'
import type { PlannedPlace } from '../../modules/programs/rules/next-session.ts'
import { ComingSessions } from '../../modules/programs/ui/athlete/coming-sessions.tsx'
import { RulesEditor } from '../../modules/programs/ui/athlete/rules-editor.tsx'
import { LoadField, type StartLoad } from '../../modules/programs/ui/athlete/start-loads.tsx'
import { ExercisePicker } from '../../modules/workouts/ui/athlete/exercise-picker.tsx'
import { useMutate } from '../../modules/workouts/ui/athlete/use-mutate.ts'
import { formatLoad } from '../../shared/units.ts'
import { Button } from '../../ui/button.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import type { Athlete } from './use-athlete.ts'
import type { FollowedProgram } from './use-program.ts'

type Props = { athlete: Athlete; place: PlannedPlace; program: FollowedProgram; onClose: () => void }

export function ProgramPlaceSheet({ athlete, place, program, onClose }: Props) {
  const t = useTranslations('programs')
  const c = useTranslations('common')
  const locale = useLocale()
  const mutate = useMutate()
  const [part, setPart] = useState<'place' | 'swap' | 'rules'>('place')
  const [load, setLoad] = useState<StartLoad | null>()
  const exercise = athlete.book.get(place.exerciseId)
  const nameOf = (id: string) => athlete.book.get(id).name
  const unit = athlete.profile.loadUnit
  const { slot, state } = place
  const isLoad = slot.basis === undefined || slot.basis === 'load'
  const nowG = isLoad ? (place.sets[0]?.loadG ?? null) : state.baseG
  if (part === 'swap') {
    return (
      <ExercisePicker
        swapped={exercise}
        onClose={() => setPart('place')}
        onChoose={([chosen]) => {
          if (chosen) program.change(place, { exerciseId: chosen.id })
          onClose()
        }}
        mutate={mutate}
        exerciseParts={EXERCISE_PARTS}
      />
    )
  }
  if (part === 'rules') {
    return (
      <Sheet open onClose={onClose} title={t('rules.title')} detail={exercise.name} closeLabel={c('close')}>
        <RulesEditor
          slot={slot}
          unit={unit}
          isOwn={program.hasOwnRules(slot.slot)}
          onSave={(rules) => {
            program.setRules(slot.slot, rules)
            onClose()
          }}
        />
      </Sheet>
    )
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={exercise.name}
      detail={nowG === null || !isLoad ? undefined : t('nextLoad', { load: formatLoad(nowG, unit, locale) })}
      closeLabel={c('close')}
    >
      <ComingSessions coming={program.coming(place)} nameOf={nameOf} unit={unit} />
      <ListRow
        lead={<Repeat size={20} aria-hidden />}
        title={t('swap')}
        detail={t('swapDetail')}
        onClick={() => setPart('swap')}
      />
      <ListRow
        lead={<ListOrdered size={20} aria-hidden />}
        title={t('rules.edit')}
        detail={program.hasOwnRules(slot.slot) ? t('rules.own') : t('rules.detail')}
        onClick={() => setPart('rules')}
      />
      {slot.start !== undefined && (
        <div className="grid gap-3 pt-4">
          <LoadField name={exercise.name} basis={slot.basis} startG={nowG ?? 0} unit={unit} onSet={setLoad} />
          <Button
            wide
            disabled={load?.loadG == null}
            onClick={() => {
              if (load?.loadG != null) program.change(place, { loadG: load.loadG })
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
