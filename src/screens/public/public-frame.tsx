'use client'
/** What the pages before sign-in stand in: words and the way to the server. */
import type { ReactNode } from 'react'
import { IntlProvider } from 'use-intl'
import { PortalProvider } from '../../client/portal-provider.tsx'
import messages from '../../messages/en/portal.json'
import { englishLocale } from '../../shared/locale.ts'
import { useInBrowser } from '../../ui/use-in-browser.ts'

export function PublicFrame({ children }: { children: ReactNode }) {
  // The pages are static and know no reader: the browser says here what it says the server in Accept-Language.
  const locale = useInBrowser(() => englishLocale(navigator.language), 'en-GB')
  return (
    <IntlProvider locale={locale} messages={messages} timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}>
      <PortalProvider>{children}</PortalProvider>
    </IntlProvider>
  )
}
