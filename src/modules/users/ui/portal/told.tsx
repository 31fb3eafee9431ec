/** What a letter's link leads to, under its heading. */

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'

export function Told({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h1 className="mb-3 font-bold text-2xl tracking-tight">{title}</h1>
      {children}
    </>
  )
}

/** What a letter was for is done; the account shows it. */
export function Done({ title, text }: { title: string; text: string }) {
  const t = useTranslations('letter')
  return (
    <Told title={title}>
      <p role="status" className="break-words text-ink-2">
        {text}
      </p>
      <p className="mt-6">
        <a href="/account" className="font-semibold text-accent-text underline underline-offset-2">
          {t('toAccount')}
        </a>
      </p>
    </Told>
  )
}
