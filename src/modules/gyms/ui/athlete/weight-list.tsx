'use client'
/** Single weights: bars of a kind, handles, what goes on top of a stack. */
import { Plus, X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '../../../../ui/button.tsx'
import { IconButton } from '../../../../ui/icon-button.tsx'
import type { Weight } from '../../model/places.ts'
import { NumberBox } from './number-box.tsx'

type Props = {
  /** What one of them is called. */
  label: string
  weights: readonly Weight[]
  unit: Weight['unit']
  /** In thousandths: a new one, until somebody says better. Without it they are added elsewhere. */
  first?: number
  onChange: (weights: Weight[]) => void
}

/** Of a kind; nobody owns more. */
const MOST = 4

export function WeightList({ label, weights, unit, first, onChange }: Props) {
  const t = useTranslations('places.weights')
  return (
    <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
      {weights.map((weight, i) => {
        const name = weights.length === 1 ? label : t('nth', { what: label, n: i + 1 })
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: weights have no name but their place
          <span key={i} className="flex min-w-36 flex-1 basis-36 items-end">
            <NumberBox
              label={name}
              milli={weight.milli}
              unit={weight.unit}
              onSave={(milli) => onChange(weights.map((one, at) => (at === i ? { ...one, milli: milli ?? 0 } : one)))}
            />
            <IconButton
              label={t('remove', { what: name })}
              onClick={() => onChange(weights.filter((_, at) => at !== i))}
            >
              <X size={20} aria-hidden />
            </IconButton>
          </span>
        )
      })}
      {first !== undefined && (
        <Button
          icon={<Plus size={18} aria-hidden />}
          disabled={weights.length >= MOST}
          onClick={() => onChange([...weights, { milli: first, unit }])}
        >
          {label}
        </Button>
      )}
    </div>
  )
}
