'use client'
/** The athlete's own ramp, step by step: kept as a setting, and given up again for the usual one. */
import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../../../ui/button.tsx'
import { TextField } from '../../../../ui/field.tsx'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { MOST_STEPS, USUAL_STEPS, type WarmupStep } from '../../rules/warmup-ramp.ts'

const RANGE = { percent: [0, 90], reps: [1, 30] } as const
type Key = keyof typeof RANGE

/** Null until it says something. */
function read(key: Key, text: string): number | null {
  const value = Number(text)
  const [least, most] = RANGE[key]
  return /^\d{1,2}$/.test(text) && value >= least && value <= most ? value : null
}

type Props = {
  /** Null while the usual ones hold. */
  own: readonly WarmupStep[] | null
  onSave: (own: WarmupStep[] | null) => void
}

export function WarmupSteps({ own, onSave }: Props) {
  const t = useTranslations('calc.warmup.edit')
  const [typed, setTyped] = useState(() =>
    (own ?? USUAL_STEPS).map(({ percent, reps }) => ({ percent: String(percent), reps: String(reps) })),
  )
  const steps = typed.flatMap((row) => {
    const [percent, reps] = [read('percent', row.percent), read('reps', row.reps)]
    return percent === null || reps === null ? [] : { percent, reps }
  })
  const field = (i: number, key: Key) => (
    <div className="min-w-0 flex-1">
      <TextField
        label={t(key, { n: i + 1 })}
        hideLabel
        inputMode="numeric"
        autoComplete="off"
        className="num text-center"
        value={typed[i]?.[key] ?? ''}
        onChange={({ target }) => setTyped(typed.map((one, at) => (at === i ? { ...one, [key]: target.value } : one)))}
      />
    </div>
  )
  return (
    <>
      <ol className="grid gap-2">
        {typed.map((_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place among the others
          <li key={i} className="flex items-center gap-2">
            {field(i, 'percent')}
            <span className="text-ink-2">{t('times')}</span>
            {field(i, 'reps')}
            <IconButton
              label={t('remove', { n: i + 1 })}
              disabled={typed.length === 1}
              onClick={() => setTyped(typed.toSpliced(i, 1))}
            >
              <Trash2 size={20} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ol>
      <p className="mt-2 text-ink-2 text-sm">{t('hint')}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button
          icon={<Plus size={18} aria-hidden />}
          disabled={typed.length >= MOST_STEPS}
          onClick={() => setTyped([...typed, { percent: '', reps: '' }])}
        >
          {t('add')}
        </Button>
        {own !== null && <Button onClick={() => onSave(null)}>{t('usual')}</Button>}
      </div>
      <Button
        tone="primary"
        size="large"
        wide
        className="mt-4"
        disabled={steps.length < typed.length}
        onClick={() => onSave(steps.sort((a, b) => a.percent - b.percent))}
      >
        {t('save')}
      </Button>
    </>
  )
}
