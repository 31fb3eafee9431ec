'use client'
/** The messages of the screens elsewhere, laid over those that came with the page. */
import { type ReactNode, useMemo } from 'react'
import { IntlProvider, useLocale, useMessages } from 'use-intl'
import elsewhere from '../../messages/en/athlete-elsewhere.json'
import programs from '../../messages/en/athlete-programs.json'

export function ElsewhereWords({ children }: { children: ReactNode }) {
  const words = useMessages()
  const all = useMemo(() => ({ ...words, ...programs, ...elsewhere }), [words])
  return (
    <IntlProvider locale={useLocale()} messages={all}>
      {children}
    </IntlProvider>
  )
}
