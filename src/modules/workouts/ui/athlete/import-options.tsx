'use client'
/** One of a few, each a large button; a guess is marked as one until it is chosen. */
import { useTranslations } from 'use-intl'
import { cx } from '../../../../ui/cx.ts'

type OptionsProps<V extends string> = {
  title: string
  detail?: string
  value: V | undefined
  guess: V
  options: readonly { value: V; label: string }[]
  onChange: (value: V) => void
}

export function Options<V extends string>({ title, detail, value, guess, options, onChange }: OptionsProps<V>) {
  const t = useTranslations('import.question')
  return (
    <fieldset>
      <legend className="font-semibold">{title}</legend>
      {detail && <p className="num mt-0.5 text-ink-2 text-sm">{detail}</p>}
      <div className="mt-2.5 flex flex-wrap gap-2">
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            aria-pressed={option.value === value}
            onClick={() => onChange(option.value)}
            className={cx(
              'flex min-h-14 flex-1 flex-col items-center justify-center rounded-2 px-2 font-semibold active:bg-pressed',
              option.value === value ? 'edge-accent bg-raised' : 'edge',
            )}
          >
            {option.label}
            {value === undefined && option.value === guess && (
              <span className="font-medium text-ink-2 text-sm">{t('likely')}</span>
            )}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
