'use client'
/** Shown where the site is set up for it. */
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { goToGoogle, hasGoogle } from '../../../../client/google.ts'
import { Button } from '../../../../ui/button.tsx'

export function GoogleButton({ next }: { next: () => string }) {
  const t = useTranslations('account')
  const [isThere, setThere] = useState(false)
  const [busy, setBusy] = useState(false)
  useEffect(() => void hasGoogle().then(setThere), [])
  if (!isThere) return null
  return (
    <Button
      wide
      busy={busy}
      onClick={() => {
        setBusy(true)
        void goToGoogle(next()).catch(() => setBusy(false))
      }}
    >
      {t('byGoogle')}
    </Button>
  )
}
