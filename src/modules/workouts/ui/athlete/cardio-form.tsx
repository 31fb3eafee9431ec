'use client'
/** A run, ride, row or swim by hand: what, how far, how long; all else can be left out. */
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { parseDistance, parseEntered } from '../../../../shared/entered-number.ts'
import { dayOf, isoDate } from '../../../../shared/local-day.ts'
import { Button } from '../../../../ui/button.tsx'
import { TextField } from '../../../../ui/field.tsx'
import { Segmented } from '../../../../ui/segmented.tsx'
import { SelectField } from '../../../../ui/select-field.tsx'
import { FOOT_M, isBeyondBelief, MOST_INCLINE_TENTHS } from '../../rules/cardio/pace.ts'
import { exercisesOf, isTreadmill, SPORTS, type Sport } from '../../rules/cardio/track.ts'
import { fieldsOfWhen, type WhenFields, whenOf } from '../../rules/when.ts'
import type { ExerciseBook } from './exercise-book.ts'
import type { Habits } from './set-fields.ts'
import { useCardioWords } from './use-cardio-words.ts'

export type CardioEntry = {
  sport: Sport
  exerciseId: string
  when: WhenFields
  distanceM: number | null
  enteredDistance: string | null
  distanceUnit: 'm' | 'km' | 'mi'
  durationMs: number
  gainM: number | null
  /** Of a treadmill, tenths of a percent. */
  inclineTenths: number | null
  avgHr: number | null
}

type Props = {
  habits: Habits
  book: ExerciseBook
  today: number
  zone: string
  onSave: (entry: CardioEntry) => void
}

type Wrong = 'distance' | 'time' | 'fast' | 'when' | 'hr' | 'incline'
const digits = (text: string, most: number) => text.replace(/\D/g, '').slice(0, most)

export function useCardioForm({ habits, book, today, zone, onSave }: Props) {
  const t = useTranslations('cardio')
  const words = useCardioWords(habits)
  const [sport, setSport] = useState<Sport>('run')
  const [exerciseId, setExerciseId] = useState('running')
  const [distance, setDistance] = useState('')
  const [clock, setClock] = useState({ h: '', min: '', s: '' })
  const [chosen, setChosen] = useState<{ date: string; time: string } | null>(null)
  const [climb, setClimb] = useState('')
  const [hr, setHr] = useState('')
  const [incline, setIncline] = useState('')
  const [wrong, setWrong] = useState<Wrong | null>(null)

  const unit = words.distanceUnit(sport)
  const durationMs = ((Number(clock.h) * 60 + Number(clock.min)) * 60 + Number(clock.s)) * 1000
  const hint = habits.decimalSign === ',' ? ({ decimal: ',' } as const) : ({ decimal: '.' } as const)
  const far = distance.trim() === '' ? null : parseDistance(distance, unit, hint)
  const metres = far?.ok ? far.metres : 0
  // Until somebody says when it began, it has just ended.
  const ended = whenOf(justEnded(durationMs, zone))
  const when = chosen ?? ended

  function check(): CardioEntry | Wrong {
    if (far && !far.ok) return 'distance'
    if (durationMs === 0 || durationMs > 86_400_000) return 'time'
    if (isBeyondBelief(sport, metres, durationMs)) return 'fast'
    const fields = chosen
      ? fieldsOfWhen({ ...chosen, minutes: durationMs / 60_000 }, zone, Date.now())
      : justEnded(durationMs, zone)
    if (!fields) return 'when'
    const up = climb === '' ? null : Number(climb)
    const beats = hr === '' ? null : Number(hr)
    if (beats !== null && (beats < 20 || beats > 260)) return 'hr'
    const inclineTenths = isTreadmill(exerciseId) && incline.trim() !== '' ? tenthsOf(incline) : null
    if (inclineTenths !== null && !(inclineTenths <= MOST_INCLINE_TENTHS)) return 'incline'
    return {
      ...{ inclineTenths, sport, exerciseId, when: fields, durationMs, distanceUnit: unit },
      distanceM: far ? metres : null,
      enteredDistance: far?.ok ? far.entered : null,
      gainM: up === null || habits.distanceUnit === 'km' ? up : Math.round(up * FOOT_M),
      avgHr: beats,
    }
  }

  function save(): void {
    const checked = check()
    if (typeof checked === 'string') setWrong(checked)
    else onSave(checked)
  }

  function choose(next: Sport): void {
    setSport(next)
    setExerciseId(exercisesOf(next)[0] ?? 'running')
    setWrong(null)
  }

  const error = (...of: Wrong[]) => (wrong && of.includes(wrong) ? t(`wrong.${wrong}`) : undefined)
  const typed =
    <A extends unknown[]>(change: (...args: A) => void) =>
    (...args: A) => {
      setWrong(null)
      change(...args)
    }
  const pace = words.paceNumber(sport, metres, durationMs)
  const exercises = exercisesOf(sport)

  const fields = (
    <div className="grid gap-4">
      <Segmented
        label={t('what')}
        options={SPORTS.map((value) => ({ value, label: t(`sport.${value}`) }))}
        value={sport}
        onChange={choose}
      />
      {exercises.length > 1 && (
        <SelectField
          label={t('exercise')}
          options={exercises.map((id) => ({ value: id, label: book.get(id).name }))}
          value={exerciseId}
          onChange={setExerciseId}
        />
      )}
      <TextField
        label={t('distanceIn', { unit })}
        inputMode="decimal"
        autoComplete="off"
        value={distance}
        error={error('distance', 'fast')}
        onChange={(event) => typed(setDistance)(event.target.value.slice(0, 12))}
      />
      <fieldset className="min-w-0">
        <legend className="mb-1.5 font-medium text-ink-2 text-sm">{t('time')}</legend>
        <div className="grid grid-cols-3 gap-2.5">
          {(['h', 'min', 's'] as const).map((part) => (
            <TextField
              key={part}
              label={t(`clock.${part}`)}
              inputMode="numeric"
              autoComplete="off"
              placeholder="0"
              value={clock[part]}
              aria-invalid={error('time') ? true : undefined}
              onChange={(event) =>
                typed(setClock)({ ...clock, [part]: digits(event.target.value, part === 'h' ? 2 : 3) })
              }
            />
          ))}
        </div>
        {error('time') && (
          <p role="alert" className="mt-1.5 text-bad text-sm">
            {error('time')}
          </p>
        )}
      </fieldset>
      <p className="num flex items-baseline gap-1.5" role="status">
        <span className="text-ink-2">{words.paceName(sport)}</span>
        <span className="ml-auto font-bold text-xl tracking-tight">{pace ?? '–'}</span>
        <span className="text-ink-2">{words.paceUnit(sport)}</span>
      </p>
      <div className="flex flex-wrap gap-3 *:min-w-0 *:grow [&>:first-child]:basis-[10rem] [&>:last-child]:basis-[7.5rem]">
        <TextField
          label={t('day')}
          type="date"
          required
          max={isoDate(today)}
          value={when.date}
          error={error('when')}
          onChange={(event) => typed(setChosen)({ date: event.target.value, time: when.time })}
        />
        <TextField
          label={t('began')}
          type="time"
          required
          value={when.time}
          onChange={(event) => typed(setChosen)({ date: when.date, time: event.target.value })}
        />
      </div>
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={t('climbedIn', { unit: words.climbUnit })}
          inputMode="numeric"
          autoComplete="off"
          value={climb}
          onChange={(event) => typed(setClimb)(digits(event.target.value, 5))}
        />
        <TextField
          label={t('avgHrIn')}
          inputMode="numeric"
          autoComplete="off"
          value={hr}
          error={error('hr')}
          onChange={(event) => typed(setHr)(digits(event.target.value, 3))}
        />
        {isTreadmill(exerciseId) && (
          <TextField
            label={t('inclineIn')}
            inputMode="decimal"
            autoComplete="off"
            value={incline}
            error={error('incline')}
            onChange={(event) => typed(setIncline)(event.target.value.slice(0, 6))}
          />
        )}
      </div>
    </div>
  )
  const button = (
    <Button tone="primary" size="large" wide onClick={save}>
      {t('save', { sport })}
    </Button>
  )
  return { fields, button }
}

/** NaN where it is no number. */
function tenthsOf(text: string): number {
  const parsed = parseEntered(text)
  return parsed.ok ? Math.round((Number(parsed.value.digits) * 10) / 10 ** parsed.value.scale) : Number.NaN
}

function justEnded(durationMs: number, zone: string): WhenFields {
  const startedAt = Date.now() - durationMs
  return { startedAt, zone, localDay: dayOf(startedAt, zone), endedAt: startedAt + durationMs, activeMs: durationMs }
}
