'use client'
/** What was lifted before this log, or tested: said by hand, and taken out again. */
import { Trash2 } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { parseLoad } from '../../../../shared/entered-number.ts'
import { isoDate } from '../../../../shared/local-day.ts'
import { dayFromIso } from '../../../../shared/local-instant.ts'
import { LIMITS } from '../../../../shared/set-limits.ts'
import { loadNumber } from '../../../../shared/units.ts'
import { Button } from '../../../../ui/button.tsx'
import { TextField } from '../../../../ui/field.tsx'
import { Sheet } from '../../../../ui/sheet.tsx'
import { showToast } from '../../../../ui/toast.tsx'
import type { Exercise } from '../../../exercises/model.ts'
import type { Profile } from '../../../users/model.ts'
import { editProfile } from '../../../users/mutators.ts'
import { useKeepUnits } from './habits.ts'
import { fieldsOf, type Habits } from './set-fields.ts'
import { useMutate } from './use-mutate.ts'

type Props = {
  onClose: () => void
  exercise: Exercise
  profile: Profile
  habits: Habits
  today: number
}

type Errors = Partial<Record<'load' | 'reps' | 'day', string>>

export function HandBestSheet({ onClose, exercise, profile, habits, today }: Props) {
  const t = useTranslations('handBest')
  const c = useTranslations('common')
  const formId = useId()
  const mutate = useMutate()
  const keepUnits = useKeepUnits()
  const { loadUnit, locale } = habits
  const [knownG = null, knownReps = null, knownDay = today] = profile.bests?.[exercise.id] ?? []
  const takesLoad = fieldsOf(exercise, 'off').includes('load')
  const [load, setLoad] = useState(knownG ? loadNumber(knownG, loadUnit, locale) : '')
  const [reps, setReps] = useState(knownReps === null ? '1' : String(knownReps))
  const [day, setDay] = useState(isoDate(knownDay))
  const [errors, setErrors] = useState<Errors>({})
  const keep = (bests: Profile['bests']) => void mutate(editProfile, { fields: { bests } })

  function save() {
    const loadG = takesLoad ? parseLoad(load, loadUnit) : { ok: true as const, grams: 0 }
    const count = /^\s*\d{1,4}\s*$/.test(reps) ? Number(reps) : 0
    const isCount = count > 0 && count <= LIMITS.reps
    const localDay = dayFromIso(day)
    const found: Errors = {}
    const isLoad = loadG.ok && (loadG.grams > 0 || !takesLoad)
    if (!isLoad) found.load = t('bad.load', { unit: loadUnit })
    if (!isCount) found.reps = t('bad.reps')
    if (localDay === null || localDay > today) found.day = t('bad.day')
    setErrors(found)
    if (!loadG.ok || !isLoad || !isCount || localDay === null || localDay > today) return
    keepUnits()
    keep({ ...profile.bests, [exercise.id]: [loadG.grams, count, localDay] })
    showToast({ tone: 'good', text: t('saved') })
    onClose()
  }

  function remove() {
    const { [exercise.id]: _, ...others } = profile.bests ?? {}
    const before = profile.bests
    keep(others)
    showToast({ text: t('removed'), action: { label: c('undo'), run: () => keep(before) } })
    onClose()
  }

  return (
    <Sheet
      open
      onClose={onClose}
      title={t('title')}
      detail={exercise.name}
      closeLabel={c('close')}
      footer={
        <div className="flex flex-wrap gap-2.5">
          {knownReps !== null && (
            <Button tone="danger-quiet" icon={<Trash2 size={18} aria-hidden />} onClick={remove}>
              {t('remove')}
            </Button>
          )}
          <Button type="submit" form={formId} tone="primary" size="large" className="flex-1">
            {t('save')}
          </Button>
        </div>
      }
    >
      <form
        id={formId}
        className="grid gap-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <div className="grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] gap-3">
          {takesLoad && (
            <TextField
              label={t('load', { unit: loadUnit })}
              inputMode="decimal"
              autoComplete="off"
              value={load}
              error={errors.load}
              onChange={(event) => setLoad(event.target.value)}
            />
          )}
          <TextField
            label={t('reps')}
            inputMode="numeric"
            autoComplete="off"
            value={reps}
            error={errors.reps}
            onChange={(event) => setReps(event.target.value)}
          />
        </div>
        <TextField
          label={t('day')}
          type="date"
          max={isoDate(today)}
          value={day}
          error={errors.day}
          onChange={(event) => setDay(event.target.value)}
        />
        <p className="text-ink-2 text-sm">{t('why')}</p>
      </form>
    </Sheet>
  )
}
