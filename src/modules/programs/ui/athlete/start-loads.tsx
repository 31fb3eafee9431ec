'use client'
/** Where each bar lift begins: the bar alone, or what the athlete already lifts for these reps. */
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { parseLoad } from '../../../../shared/entered-number.ts'
import { type LoadUnit, loadNumber } from '../../../../shared/units.ts'
import { TextField } from '../../../../ui/field.tsx'
import type { Override } from '../../model.ts'

export type StartLoad = Pick<Override, 'loadG' | 'enteredLoad' | 'enteredUnit'>
type Props = {
  places: readonly { slot: string; name: string; startG: number }[]
  unit: LoadUnit
  loads: ReadonlyMap<string, StartLoad>
  onChange: (loads: ReadonlyMap<string, StartLoad>) => void
}

export function StartLoads({ places, unit, loads, onChange }: Props) {
  function set(slot: string, load: StartLoad | null): void {
    const next = new Map(loads)
    if (load) next.set(slot, load)
    else next.delete(slot)
    onChange(next)
  }
  return (
    <div className="grid grid-cols-2 gap-3">
      {places.map(({ slot, name, startG }) => (
        <LoadField key={slot} name={name} startG={startG} unit={unit} onSet={(load) => set(slot, load)} />
      ))}
    </div>
  )
}

type FieldProps = { name: string; startG: number; unit: LoadUnit; onSet: (load: StartLoad | null) => void }

/** Empty, or what can't be read, begins where the program does. */
export function LoadField({ name, startG, unit, onSet }: FieldProps) {
  const t = useTranslations('programs')
  const locale = useLocale()
  const [text, setText] = useState('')
  const [isWrong, setWrong] = useState(false)
  return (
    <TextField
      label={t('loadOf', { name, unit })}
      inputMode="decimal"
      autoComplete="off"
      value={text}
      placeholder={loadNumber(startG, unit, locale)}
      error={isWrong ? t('loadWrong') : undefined}
      className="num"
      onChange={({ target }) => {
        setText(target.value)
        const isEmpty = target.value.trim() === ''
        const read = parseLoad(target.value, unit)
        setWrong(!isEmpty && !read.ok)
        onSet(isEmpty || !read.ok ? null : { loadG: read.grams, enteredLoad: read.entered, enteredUnit: read.unit })
      }}
    />
  )
}
