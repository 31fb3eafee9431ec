'use client'
import { useTranslations } from 'use-intl'

/** The number that was asked for, and a line about it. */
export function Answer({ value, text }: { value: string; text: string }) {
  return (
    <p className="num" role="status">
      <strong className="block font-bold text-[2rem] leading-tight tracking-tight">{value}</strong>
      <span className="text-ink-2">{text}</span>
    </p>
  )
}

/** How it was found: formula, figures, rounding. */
export function Why({ lines }: { lines: readonly string[] }) {
  const t = useTranslations('calc')
  return (
    <details className="mt-3 border-line border-t" open>
      <summary className="flex min-h-12 cursor-pointer items-center font-semibold">{t('why')}</summary>
      <ul className="num grid gap-1.5 pb-2 text-ink-2 text-sm">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  )
}
