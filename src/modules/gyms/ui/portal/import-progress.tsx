'use client'
/** A file on its way in: what is done, what runs, and what a closed tab would mean now. */
import { useEffect } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { cx } from '../../../../ui/cx.ts'
import { ProgressBar } from '../../../../ui/progress-bar.tsx'

export const IMPORT_STEPS = ['sending', 'writing', 'reading'] as const
export type ImportStep = (typeof IMPORT_STEPS)[number]

type Props = {
  step: ImportStep
  /** Of the file, how much has been sent. */
  sent: number
  count: number
}

export function ImportProgress({ step, sent, count }: Props) {
  const t = useTranslations('gym.import.progress')
  const format = useFormatter()
  const at = IMPORT_STEPS.indexOf(step)
  useAskToStay(step === 'sending')
  return (
    <section aria-label={t('title', { count })} className="grid max-w-xl gap-4 px-6 py-6">
      <h2 className="font-bold text-[1rem] tracking-tight">{t('title', { count })}</h2>
      <ProgressBar label={t(`step.${step}`)} share={step === 'sending' ? sent : null} />
      <ol className="num grid gap-1.5">
        {IMPORT_STEPS.map((one, index) => (
          <li
            key={one}
            aria-current={index === at ? 'step' : undefined}
            className={cx('flex gap-3', index === at ? 'font-semibold' : 'text-ink-3')}
          >
            <span className="min-w-0 flex-1">{t(`step.${one}`)}</span>
            <span>
              {index < at && t('done')}
              {index === at && one === 'sending' && format.number(sent, { style: 'percent' })}
            </span>
          </li>
        ))}
      </ol>
      <p role="status" className="text-ink-2">
        {t(`closing.${step}`)}
      </p>
    </section>
  )
}

/** Who closes the tab now loses the import: the browser asks them. */
function useAskToStay(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [isNeeded])
}
