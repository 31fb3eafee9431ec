'use client'
/** An exercise of the athlete's own: a name, what it is done with, what is logged and what it trains. */
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../../../ui/button.tsx'
import { cx } from '../../../../ui/cx.ts'
import { TextArea, TextField } from '../../../../ui/field.tsx'
import { SelectField } from '../../../../ui/select-field.tsx'
import { Sheet } from '../../../../ui/sheet.tsx'
import { Switch } from '../../../../ui/switch.tsx'
import { type CustomExercise, EQUIPMENT, type Equipment, MUSCLES, type Muscle } from '../../model.ts'
import { type ExerciseForm, exerciseOfForm, formOfExercise, LOGGED, type Logged } from '../../rules/own-form.ts'

type Props = {
  open: boolean
  onClose: () => void
  /** The one that is edited; null for a new one. */
  exercise: CustomExercise | null
  /** A new one's name to begin with. */
  name?: string
  onSave: (exercise: Omit<CustomExercise, 'id'>) => void
}

export function ExerciseFormSheet({ open, onClose, exercise, name, onSave }: Props) {
  const t = useTranslations('exercises.form')
  const c = useTranslations('common')
  const [form, setForm] = useState<ExerciseForm>(() => formOfExercise(exercise, name))
  const [isNameless, setNameless] = useState(false)
  useEffect(() => {
    if (open) {
      setForm(formOfExercise(exercise, name))
      setNameless(false)
    }
  }, [open, exercise, name])
  const change = (fields: Partial<ExerciseForm>) => setForm((known) => ({ ...known, ...fields }))

  function save() {
    if (form.name.trim() === '') setNameless(true)
    else onSave(exerciseOfForm(form, exercise))
  }

  return (
    <Sheet
      open={open}
      onClose={onClose}
      full
      title={exercise ? t('edit') : t('create')}
      closeLabel={c('close')}
      footer={
        <Button tone="primary" size="large" wide onClick={save}>
          {exercise ? t('save') : t('add')}
        </Button>
      }
    >
      <div className="grid gap-5 pt-1 pb-4">
        <TextField
          label={t('name')}
          value={form.name}
          maxLength={120}
          error={isNameless ? t('nameless') : undefined}
          onChange={(event) => {
            setNameless(false)
            change({ name: event.target.value })
          }}
        />
        <Selects form={form} onChange={change} />
        <MuscleChoice form={form} onChange={change} />
        <Switch
          label={t('unilateral')}
          detail={t('unilateralHint')}
          checked={form.isUnilateral}
          onChange={(isUnilateral) => change({ isUnilateral })}
        />
        <TextArea
          label={t('notes')}
          rows={3}
          maxLength={2000}
          value={form.notes}
          onChange={(event) => change({ notes: event.target.value })}
        />
      </div>
    </Sheet>
  )
}

type PartProps = { form: ExerciseForm; onChange: (fields: Partial<ExerciseForm>) => void }

const RESTS = [0, 30, 45, 60, 90, 120, 150, 180, 240, 300] as const

function Selects({ form, onChange }: PartProps) {
  const t = useTranslations('exercises.form')
  const e = useTranslations('equipment')
  const rests = RESTS.includes(form.restS as never) ? RESTS : [...RESTS, form.restS].sort((a, b) => a - b)
  return (
    <>
      <SelectField
        label={t('logged')}
        value={form.logged}
        options={LOGGED.map((value) => ({ value, label: t(`loggedAs.${value}`) }))}
        onChange={(logged: Logged) => onChange({ logged })}
      />
      <SelectField
        label={t('equipment')}
        value={form.equipment}
        options={EQUIPMENT.map((value) => ({ value, label: e(value) }))}
        onChange={(equipment: Equipment) => onChange({ equipment })}
      />
      <SelectField
        label={t('rest')}
        value={String(form.restS)}
        options={rests.map((s) => ({
          value: String(s),
          label: s === 0 ? t('noRest') : `${Math.floor(s / 60)}:${String(s % 60).padStart(2, '0')}`,
        }))}
        onChange={(restS: string) => onChange({ restS: Number(restS) })}
      />
    </>
  )
}

/** A tap makes it a main muscle, another one a helping one, a third takes it out. */
function MuscleChoice({ form, onChange }: PartProps) {
  const t = useTranslations('exercises.form')
  const m = useTranslations('muscle')
  const next = (muscle: Muscle) => {
    const now = form.muscles[muscle]
    const { [muscle]: _, ...others } = form.muscles
    onChange({
      muscles: now === undefined ? { ...others, [muscle]: 1 } : now === 1 ? { ...others, [muscle]: 0.5 } : others,
    })
  }
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium text-ink-2 text-sm">{t('muscles')}</legend>
      <div className="flex flex-wrap gap-2">
        {MUSCLES.map((muscle) => {
          const share = form.muscles[muscle]
          const state = share === undefined ? 'none' : share >= 1 ? 'main' : 'helps'
          return (
            <button
              key={muscle}
              type="button"
              aria-label={t('muscleState', { muscle: m(muscle), state })}
              onClick={() => next(muscle)}
              className={cx(
                'min-h-12 min-w-12 rounded-full px-4 font-medium text-[0.875rem] active:bg-pressed',
                state === 'main' && 'bg-ink text-bg',
                state === 'helps' && 'edge bg-raised text-ink',
                state === 'none' && 'edge text-ink-2',
              )}
            >
              {m(muscle)}
              {state === 'helps' && <span aria-hidden> ½</span>}
            </button>
          )
        })}
      </div>
      <p className="mt-2 text-ink-2 text-sm">{t('musclesHint')}</p>
    </fieldset>
  )
}
