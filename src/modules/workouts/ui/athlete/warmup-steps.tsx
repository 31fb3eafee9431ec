'use client'
/** The athlete's own ramp, step by step: typed, kept as a setting, and given up again for the usual one. */
import { Plus, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../../../ui/button.tsx'
import { TextField } from '../../../../ui/field.tsx'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { MOST_STEPS, USUAL_STEPS, type WarmupStep } from '../../rules/warmup-ramp.ts'

type Typed = { percent: string; reps: string }

const typedOf = (steps: readonly WarmupStep[]): Typed[] =>
  steps.map(({ percent, reps }) => ({ percent: String(percent), reps: String(reps) }))

function stepOf({ percent, reps }: Typed): WarmupStep | null {
  const isShare = /^\d{1,2}$/.test(percent) && Number(percent) <= 90
  const isCount = /^\d{1,2}$/.test(reps) && Number(reps) >= 1 && Number(reps) <= 30
  return isShare && isCount ? { percent: Number(percent), reps: Number(reps) } : null
}

type Props = {
  /** Null while the usual ones hold. */
  own: readonly WarmupStep[] | null
  onChange: (own: WarmupStep[] | null) => void
  onDone: () => void
}

export function WarmupSteps({ own, onChange, onDone }: Props) {
  const t = useTranslations('calc.warmup')
  const [typed, setTyped] = useState(() => typedOf(own ?? USUAL_STEPS))
  const kept = useRef(typed)
  const save = useRef((_rows: Typed[]) => {})
  save.current = (rows) => {
    const steps = rows.map(stepOf)
    // What is half typed waits until it says something.
    if (rows === kept.current || steps.includes(null)) return
    kept.current = rows
    onChange(steps.flatMap((step) => step ?? []).sort((a, b) => a.percent - b.percent))
  }
  const latest = useRef(typed)
  latest.current = typed
  useEffect(() => () => save.current(latest.current), [])
  const change = (rows: Typed[], isWhole = false) => {
    setTyped(rows)
    if (isWhole) save.current(rows)
  }
  const field = (row: Typed, i: number, key: keyof Typed) => (
    <div className="min-w-0 flex-1">
      <TextField
        label={t(`edit.${key}`, { n: i + 1 })}
        hideLabel
        inputMode="numeric"
        autoComplete="off"
        className="num text-center"
        value={row[key]}
        aria-invalid={stepOf({ percent: '0', reps: '1', [key]: row[key] }) === null || undefined}
        onChange={({ target }) => change(typed.map((one, at) => (at === i ? { ...one, [key]: target.value } : one)))}
        onBlur={() => save.current(typed)}
      />
    </div>
  )
  return (
    <>
      <ol className="grid gap-2">
        {typed.map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place among the others
          <li key={i} className="flex items-center gap-2">
            {field(row, i, 'percent')}
            <span className="text-ink-2">{t('edit.times')}</span>
            {field(row, i, 'reps')}
            <span className="text-ink-2">{t('edit.unit')}</span>
            <IconButton
              label={t('edit.remove', { n: i + 1 })}
              disabled={typed.length === 1}
              onClick={() =>
                change(
                  typed.filter((_, at) => at !== i),
                  true,
                )
              }
            >
              <X size={20} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ol>
      <p className="mt-2 text-ink-2 text-sm">{t('edit.hint')}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button
          icon={<Plus size={18} aria-hidden />}
          disabled={typed.length >= MOST_STEPS}
          onClick={() => change([...typed, { percent: '', reps: '' }])}
        >
          {t('edit.add')}
        </Button>
        {own !== null && (
          <Button
            onClick={() => {
              const usual = typedOf(USUAL_STEPS)
              kept.current = usual
              setTyped(usual)
              onChange(null)
            }}
          >
            {t('edit.usual')}
          </Button>
        )}
      </div>
      <Button
        tone="primary"
        size="large"
        wide
        className="mt-4"
        disabled={typed.some((row) => stepOf(row) === null)}
        onClick={onDone}
      >
        {t('edit.done')}
      </Button>
    </>
  )
}
