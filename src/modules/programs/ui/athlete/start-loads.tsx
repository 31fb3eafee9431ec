'use client'
/** Where each bar lift begins: the bar alone, or what the athlete already lifts for these reps. */
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { parseLoad } from '../../../../shared/entered-number.ts'
import { type LoadUnit, loadNumber } from '../../../../shared/units.ts'
import { TextField } from '../../../../ui/field.tsx'
import type { Override, ProgramSlot } from '../../model.ts'

export type StartLoad = Pick<Override, 'loadG' | 'enteredLoad' | 'enteredUnit'>
/** By place, those that something was typed for; null where that is no load to begin with. */
export type TypedLoads = ReadonlyMap<string, StartLoad | null>
type Props = {
  places: readonly { slot: string; name: string; startG: number; basis?: ProgramSlot['basis'] }[]
  unit: LoadUnit
  loads: TypedLoads
  onChange: (loads: TypedLoads) => void
  /** What was taken from the log, by place: it stands in the fields, and can be typed over. */
  filled?: ReadonlyMap<string, number> | null
}

export function StartLoads({ places, unit, loads, onChange, filled }: Props) {
  function set(slot: string, load: StartLoad | null | undefined): void {
    const next = new Map(loads)
    if (load === undefined) next.delete(slot)
    else next.set(slot, load)
    onChange(next)
  }
  return (
    <div className="grid grid-cols-2 items-end gap-3">
      {places.map(({ slot, name, startG, basis }) => (
        <LoadField
          // Anew where it was filled in.
          key={`${slot} ${filled?.get(slot) ?? ''}`}
          filledG={filled?.get(slot)}
          {...{ name, basis, startG, unit }}
          onSet={(load) => set(slot, load)}
        />
      ))}
    </div>
  )
}

type FieldProps = {
  name: string
  /** What the figure is: the load by default. */
  basis?: ProgramSlot['basis'] | undefined
  startG: number
  unit: LoadUnit
  filledG?: number | undefined
  onSet: (load: StartLoad | null | undefined) => void
}

/** Empty begins where the program does: undefined. Null is what can't be lifted; nobody begins with that unawares. */
export function LoadField({ name, basis, startG, unit, filledG, onSet }: FieldProps) {
  const t = useTranslations('programs')
  const locale = useLocale()
  const [text, setText] = useState(filledG === undefined ? '' : loadNumber(filledG, unit, locale))
  const [isWrong, setWrong] = useState(false)
  return (
    <TextField
      label={t(basis === 'tm' ? 'loadOfTm' : basis === 'e1rm' ? 'loadOfBest' : 'loadOf', { name, unit })}
      inputMode="decimal"
      autoComplete="off"
      value={text}
      placeholder={loadNumber(startG, unit, locale)}
      error={isWrong ? t('loadWrong', { such: loadNumber(startG || 20_000, unit, locale) }) : undefined}
      className="num"
      onChange={({ target }) => {
        setText(target.value)
        const isEmpty = target.value.trim() === ''
        const read = parseLoad(target.value, unit)
        const load =
          read.ok && read.grams > 0 ? { loadG: read.grams, enteredLoad: read.entered, enteredUnit: read.unit } : null
        setWrong(!isEmpty && load === null)
        onSet(isEmpty ? undefined : load)
      }}
    />
  )
}
