'use client'
import { type ReactNode, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { newId } from '../../../../shared/id.ts'
import { Button } from '../../../../ui/button.tsx'
import { TextField } from '../../../../ui/field.tsx'
import { Sheet } from '../../../../ui/sheet.tsx'
import {
  type CustomExercise,
  EQUIPMENT,
  type Equipment,
  type LoadMode,
  MEASURES,
  type Measure,
  MUSCLES,
  type Muscle,
  type Pattern,
} from '../../../exercises/model.ts'
import { createExercise } from '../../../exercises/mutators.ts'
import type { Mutate } from './use-mutate.ts'

type Props = { name: string; mutate: Mutate; onClose: () => void; onMade: (made: CustomExercise) => void }

export function CreateExercise({ name: typed, mutate, onClose, onMade }: Props) {
  const t = useTranslations('workout.create')
  const all = useTranslations()
  const [name, setName] = useState(typed)
  const [equipment, setEquipment] = useState<Equipment>('barbell')
  const [measure, setMeasure] = useState<Measure>('load_reps')
  const [muscle, setMuscle] = useState<Muscle>('chest')
  const [isAsked, setIsAsked] = useState(false)
  const create = async () => {
    setIsAsked(true)
    if (name.trim() === '') return
    const exercise = ownExercise(newId(), name.trim(), equipment, measure, muscle)
    if (await mutate(createExercise, { exercise })) onMade(exercise)
  }
  return (
    <Sheet
      open
      full
      onClose={onClose}
      title={t('title')}
      closeLabel={all('workout.close')}
      footer={
        <Button tone="primary" size="large" wide onClick={create}>
          {t('save')}
        </Button>
      }
    >
      <div className="flex flex-col gap-4 pb-2">
        <TextField
          label={t('name')}
          value={name}
          maxLength={120}
          error={isAsked && name.trim() === '' ? t('needName') : undefined}
          onChange={(event) => setName(event.target.value)}
        />
        <Choice label={t('measure')} value={measure} onChange={(value) => setMeasure(value as Measure)}>
          {MEASURES.map((one) => (
            <option key={one} value={one}>
              {t(`measures.${one}`)}
            </option>
          ))}
        </Choice>
        <Choice label={t('equipment')} value={equipment} onChange={(value) => setEquipment(value as Equipment)}>
          {EQUIPMENT.map((one) => (
            <option key={one} value={one}>
              {all(`equipment.${one}`)}
            </option>
          ))}
        </Choice>
        <Choice label={t('muscle')} value={muscle} onChange={(value) => setMuscle(value as Muscle)}>
          {MUSCLES.map((one) => (
            <option key={one} value={one}>
              {all(`muscle.${one}`)}
            </option>
          ))}
        </Choice>
      </div>
    </Sheet>
  )
}

function Choice(props: { label: string; value: string; onChange: (value: string) => void; children: ReactNode }) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block font-medium text-ink-2 text-sm">
        {props.label}
      </label>
      <select
        id={id}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
        className="edge min-h-12 w-full rounded-1 bg-bg px-3.5 text-base text-ink"
      >
        {props.children}
      </select>
    </div>
  )
}

/** Which movement a main muscle stands for, where the athlete does not say. */
const PATTERN_OF: Record<Muscle, Pattern> = {
  chest: 'chest_isolation',
  front_delts: 'shoulder_isolation',
  side_delts: 'shoulder_isolation',
  rear_delts: 'shoulder_isolation',
  lats: 'vertical_pull',
  upper_back: 'horizontal_pull',
  traps: 'shoulder_isolation',
  lower_back: 'hinge',
  biceps: 'elbow_flexion',
  triceps: 'elbow_extension',
  forearms: 'grip',
  abs: 'core',
  obliques: 'core',
  glutes: 'hip_isolation',
  quads: 'knee_extension',
  hamstrings: 'knee_flexion',
  adductors: 'hip_isolation',
  abductors: 'hip_isolation',
  calves: 'calf',
  neck: 'neck',
}

function ownExercise(id: string, name: string, equipment: Equipment, measure: Measure, muscle: Muscle): CustomExercise {
  const hasLoad = measure.startsWith('load')
  const loadMode: LoadMode =
    equipment === 'band'
      ? 'band'
      : equipment === 'bodyweight' || equipment === 'rings'
        ? hasLoad
          ? 'bodyweight_plus'
          : 'bodyweight'
        : hasLoad
          ? 'external'
          : 'none'
  const isBody = loadMode === 'bodyweight' || loadMode === 'bodyweight_plus'
  return {
    id,
    name,
    aliases: [],
    equipment,
    pattern: PATTERN_OF[muscle],
    measure,
    loadMode,
    bodyweightFraction: isBody ? 1 : null,
    laterality: 'bilateral',
    implements: equipment === 'dumbbell' ? 2 : 1,
    muscles: { [muscle]: 1 },
    restS: measure === 'load_reps' ? 120 : 90,
    notes: '',
  }
}
