'use client'
/** Rows of weights that step: dumbbells, kettlebells, a stack. */
import { Plus, X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '../../../../ui/button.tsx'
import { IconButton } from '../../../../ui/icon-button.tsx'
import type { Run } from '../../model/places.ts'
import { isRun } from '../../rules/check-equipment.ts'
import { NumberBox } from './number-box.tsx'

type Props = {
  /** Names what the rows are of, for those who hear one field at a time. */
  label: string
  runs: readonly Run[]
  unit: Run['unit']
  /** A new row, until somebody says better. */
  first: Omit<Run, 'unit'>
  onChange: (runs: Run[]) => void
}

/** A row that is half changed (from 10 to 2) stays on the screen: whoever holds the rows stores them when they are some. */
export function RunList({ label, runs, unit, first, onChange }: Props) {
  const t = useTranslations('places.runs')
  const change = (at: number, fields: Partial<Run>) =>
    onChange(runs.map((run, i) => (i === at ? { ...run, ...fields } : run)))
  const last = runs.at(-1)
  return (
    <div className="grid gap-3">
      {runs.map((run, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place
        <fieldset key={i} className="min-w-0">
          <legend className="sr-only">{t('row', { what: label, n: i + 1 })}</legend>
          <div className="flex flex-wrap items-end gap-2">
            <NumberBox label={t('from')} milli={run.from} onSave={(from) => change(i, { from: from ?? 0 })} />
            <NumberBox label={t('to')} milli={run.to} onSave={(to) => change(i, { to: to ?? 0 })} bad={!isRun(run)} />
            <NumberBox
              label={t('step')}
              milli={run.step}
              unit={run.unit}
              onSave={(step) => change(i, { step: step ?? 0 })}
              bad={!isRun(run)}
            />
            <IconButton
              label={t('remove', { what: label, n: i + 1 })}
              onClick={() => onChange(runs.filter((_, at) => at !== i))}
            >
              <X size={20} aria-hidden />
            </IconButton>
          </div>
          {!isRun(run) && (
            <p role="alert" className="mt-1.5 text-bad text-sm">
              {t('bad')}
            </p>
          )}
        </fieldset>
      ))}
      <Button
        className="justify-self-start"
        aria-label={t('addTo', { what: label })}
        icon={<Plus size={18} aria-hidden />}
        disabled={runs.length >= 12}
        onClick={() =>
          onChange([
            ...runs,
            last ? { ...last, from: last.to + last.step, to: last.to + 5 * last.step } : { ...first, unit },
          ])
        }
      >
        {t('add')}
      </Button>
    </div>
  )
}
