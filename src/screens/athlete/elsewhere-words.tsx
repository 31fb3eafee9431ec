'use client'
/** The messages of the screens elsewhere beside those that came with the page; another language's above the English. */
import { type ReactNode, useMemo } from 'react'
import { IntlProvider, useLocale, useMessages } from 'use-intl'
import { restNow } from '../../client/words.ts'
import elsewhere from '../../messages/en/athlete-elsewhere.json'
import programs from '../../messages/en/athlete-programs.json'

export function ElsewhereWords({ children }: { children: ReactNode }) {
  const words = useMessages()
  const all = useMemo(() => ({ ...programs, ...elsewhere, ...words, ...restNow()?.messages }), [words])
  return (
    <IntlProvider locale={useLocale()} messages={all}>
      {children}
    </IntlProvider>
  )
}
