'use client'
/** The way out of a page that stands alone: an installed app has no button of a browser's. */
import { useTranslations } from 'use-intl'

export function HomeLink() {
  const t = useTranslations('account')
  return (
    <a
      href="/"
      aria-label={t('home')}
      className="inline-flex min-h-12 items-center font-bold text-[1.0625rem] tracking-[-0.03em]"
    >
      spotter<span className="text-accent-text">.</span>
    </a>
  )
}
