'use client'
/** What the pages before sign-in stand in: words and the way to the server. */
import type { ReactNode } from 'react'
import { IntlProvider } from 'use-intl'
import { PortalProvider } from '../../client/portal-provider.tsx'
import messages from '../../messages/en/portal.json'

export function PublicFrame({ children }: { children: ReactNode }) {
  return (
    <IntlProvider locale="en" messages={messages} timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}>
      <PortalProvider>{children}</PortalProvider>
    </IntlProvider>
  )
}
