'use client'
/** The athlete's own settings. Each is saved as it is changed, on this phone first. */
import { Minus, Plus } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { parseLoad } from '../../../../shared/entered-number.ts'
import { loadNumber } from '../../../../shared/units.ts'
import { TextField } from '../../../../ui/field.tsx'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { Segmented } from '../../../../ui/segmented.tsx'
import { SelectField } from '../../../../ui/select-field.tsx'
import { showDay } from '../../../../ui/show-day.ts'
import { defaultProfile, THEMES } from '../../model.ts'
import { LanguageChoice } from './language-choice.tsx'
import { type SettingsProps as Props, useShown } from './use-shown.ts'

const WEEK_STARTS = [1, 7, 6] as const
/** 5 January 1970 was a Monday. */
const MONDAY = 4
const HEAVIEST_G = 700_000
/** Of a rest by kind, in seconds. */
const LONGEST_S = 600

export function SettingsForm(props: Props) {
  const t = useTranslations('you')
  const locale = useLocale()
  const { profile, onChange } = useShown(props)
  const previous = profile.previousFrom ?? 'routine'
  return (
    <div className="grid gap-5">
      <SavedText
        label={t('name')}
        value={profile.name}
        autoComplete="name"
        maxLength={120}
        onSave={(name) => {
          onChange({ name })
          return true
        }}
      />
      <Choice label={t('loadUnit')}>
        <Segmented
          label={t('loadUnit')}
          value={profile.loadUnit}
          onChange={(loadUnit) => onChange({ loadUnit })}
          options={[
            { value: 'kg', label: t('kg') },
            { value: 'lb', label: t('lb') },
          ]}
        />
      </Choice>
      <Choice label={t('distanceUnit')}>
        <Segmented
          label={t('distanceUnit')}
          value={profile.distanceUnit}
          onChange={(distanceUnit) => onChange({ distanceUnit })}
          options={[
            { value: 'km', label: t('km') },
            { value: 'mi', label: t('mi') },
          ]}
        />
      </Choice>
      <Choice label={t('effort.label')} hint={t(`effort.hint.${profile.effort}`)}>
        <Segmented
          label={t('effort.label')}
          value={profile.effort}
          onChange={(effort) => onChange({ effort })}
          options={(['rpe', 'rir', 'off'] as const).map((value) => ({ value, label: t(`effort.${value}`) }))}
        />
      </Choice>
      <Choice label={t('previous.label')} hint={t(`previous.hint.${previous}`)}>
        <Segmented
          label={t('previous.label')}
          value={previous}
          onChange={(previousFrom) => onChange({ previousFrom })}
          options={(['routine', 'any'] as const).map((value) => ({ value, label: t(`previous.${value}`) }))}
        />
      </Choice>
      <Bodyweight profile={profile} onChange={onChange} />
      <WeeklyGoal goal={profile.weeklyGoal} onChange={(weeklyGoal) => onChange({ weeklyGoal })} />
      <Rests profile={profile} onChange={onChange} />
      <SelectField
        label={t('weekStart')}
        value={String(profile.weekStart)}
        onChange={(value) => onChange({ weekStart: Number(value) })}
        options={[...new Set([...WEEK_STARTS, profile.weekStart])].map((day) => ({
          value: String(day),
          label: showDay(MONDAY + day - 1, 'weekday', locale),
        }))}
      />
      <LanguageChoice />
      <Choice label={t('theme.label')}>
        <Segmented
          label={t('theme.label')}
          value={profile.theme}
          onChange={(theme) => onChange({ theme })}
          options={THEMES.map((value) => ({ value, label: t(`theme.${value}`) }))}
        />
      </Choice>
    </div>
  )
}

function Choice({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    <div>
      <p aria-hidden className="mb-1.5 font-medium text-ink-2 text-sm">
        {label}
      </p>
      {children}
      {hint && <p className="mt-1.5 text-ink-2 text-sm">{hint}</p>}
    </div>
  )
}

function Bodyweight({ profile, onChange }: Props) {
  const t = useTranslations('you')
  const locale = useLocale()
  const { bodyweightG, loadUnit } = profile
  const [error, setError] = useState<string>()
  return (
    <SavedText
      key={loadUnit}
      label={t('bodyweight', { unit: loadUnit })}
      hint={t('bodyweightHint')}
      error={error}
      inputMode="decimal"
      value={bodyweightG === null ? '' : loadNumber(roundedForUnit(bodyweightG, loadUnit), loadUnit, locale)}
      onSave={(text) => {
        if (text.trim() === '') {
          setError(undefined)
          onChange({ bodyweightG: null })
          return true
        }
        const load = parseLoad(text, loadUnit, { maxG: HEAVIEST_G })
        setError(load.ok ? undefined : t(load.why === 'too_large' ? 'bodyweightTooLarge' : 'bodyweightBad'))
        if (load.ok) onChange({ bodyweightG: load.grams })
        return load.ok
      }}
    />
  )
}

/** A body is not known to the gram: a tenth of a pound is as fine as a scale shows. */
function roundedForUnit(g: number, unit: 'kg' | 'lb'): number {
  return unit === 'kg' ? g : Math.round(Math.round(g / 45.359237) * 45.359237)
}

function WeeklyGoal({ goal, onChange }: { goal: number; onChange: (goal: number) => void }) {
  const t = useTranslations('you')
  return (
    <Stepper
      label={t('weeklyGoal')}
      value={t('goal', { n: goal })}
      less={{ label: t('goalLess'), disabled: goal <= 1, onClick: () => onChange(goal - 1) }}
      more={{ label: t('goalMore'), disabled: goal >= 14, onClick: () => onChange(goal + 1) }}
    />
  )
}

/** Of a profile that came to this phone before they were asked for. */
const USUAL = defaultProfile('')

/** Rest by the kind of a set; that of a working set is each exercise's own. */
function Rests({ profile, onChange }: Props) {
  const t = useTranslations('you.rests')
  const { warmupRestS = USUAL.warmupRestS, chainRestS = USUAL.chainRestS } = profile
  return (
    <>
      <Stepper
        label={t('warmup')}
        hint={t('warmupHint')}
        value={t('seconds', { n: warmupRestS })}
        less={{
          label: t('warmupLess'),
          disabled: warmupRestS <= 0,
          onClick: () => onChange({ warmupRestS: Math.max(0, warmupRestS - 15) }),
        }}
        more={{
          label: t('warmupMore'),
          disabled: warmupRestS >= LONGEST_S,
          onClick: () => onChange({ warmupRestS: Math.min(LONGEST_S, warmupRestS + 15) }),
        }}
      />
      <Stepper
        label={t('chain')}
        hint={t('chainHint')}
        value={t('more', { n: chainRestS })}
        less={{
          label: t('chainLess'),
          disabled: chainRestS <= 0,
          onClick: () => onChange({ chainRestS: Math.max(0, chainRestS - 15) }),
        }}
        more={{
          label: t('chainMore'),
          disabled: chainRestS >= LONGEST_S,
          onClick: () => onChange({ chainRestS: Math.min(LONGEST_S, chainRestS + 15) }),
        }}
      />
    </>
  )
}

type Step = { label: string; disabled: boolean; onClick: () => void }

function Stepper(props: { label: string; hint?: string; value: string; less: Step; more: Step }) {
  const id = useId()
  const { label, hint, value, less, more } = props
  return (
    <fieldset aria-labelledby={id}>
      <p id={id} className="mb-1.5 font-medium text-ink-2 text-sm">
        {label}
      </p>
      <div className="edge flex items-center justify-between rounded-2 p-0.5">
        <IconButton {...less}>
          <Minus size={22} aria-hidden />
        </IconButton>
        <output className="num font-semibold text-lg">{value}</output>
        <IconButton {...more}>
          <Plus size={22} aria-hidden />
        </IconButton>
      </div>
      {hint && <p className="mt-1.5 text-ink-2 text-sm">{hint}</p>}
    </fieldset>
  )
}

const SAVE_AFTER_MS = 800

type SavedProps = {
  label: string
  hint?: string
  error?: string
  value: string
  /** False when it can't be saved as it stands. */
  onSave: (text: string) => boolean
  autoComplete?: string
  inputMode?: 'decimal'
  maxLength?: number
}

/** Saves a moment after the last key, and on leaving the field or the screen. What can't be saved stays as typed. */
function SavedText({ value, onSave, ...field }: SavedProps) {
  const [text, setText] = useState(value)
  const [isTyping, setTyping] = useState(false)
  const save = useRef(() => {})
  save.current = () => {
    if (isTyping && (text === value || onSave(text))) setTyping(false)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: each key starts the wait anew
  useEffect(() => {
    if (!isTyping) return
    const timer = setTimeout(() => save.current(), SAVE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [text, isTyping])
  useEffect(() => () => save.current(), [])
  return (
    <TextField
      {...field}
      value={isTyping ? text : value}
      onBlur={() => save.current()}
      onChange={(event) => {
        setTyping(true)
        setText(event.target.value)
      }}
    />
  )
}
