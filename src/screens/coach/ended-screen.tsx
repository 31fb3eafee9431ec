'use client'
/** Nothing of the athlete is on it, and every way out loads anew: what was in memory is gone. */
import { useEffect } from 'react'
import { useTranslations } from 'use-intl'

const LINK = 'edge inline-flex min-h-8 items-center rounded-1 px-3 font-medium hover:bg-bg'

export function EndedScreen({ access }: { access: 'gone' | 'signed-out' }) {
  const t = useTranslations('athletePage')
  useEffect(() => {
    document.title = 'Spotter'
  }, [])
  const signIn = `/sign-in?next=${encodeURIComponent('/coach')}`
  return (
    <div role="alert" className="grid gap-4 px-6 py-16 text-base">
      <h1>{access === 'gone' ? t('revoked') : t('signedOut')}</h1>
      <p className="text-sm">
        <a className={LINK} href={access === 'gone' ? '/coach' : signIn}>
          {access === 'gone' ? t('toAthletes') : t('signIn')}
        </a>
      </p>
    </div>
  )
}
