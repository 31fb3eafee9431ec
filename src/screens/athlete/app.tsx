'use client'
/** The athlete's app: words, the phone's engine, and the frame around every screen. One static page, routed here. */
import { IntlProvider } from 'use-intl'
import { Router } from 'wouter'
import { AccountProvider } from '../../client/account-provider.tsx'
import messages from '../../messages/en/athlete.json'
import { usableLocale } from '../../shared/locale.ts'
import { ToastHost } from '../../ui/toast.tsx'
import { useInBrowser } from '../../ui/use-in-browser.ts'
import { deviceAccount } from '../../wiring/sync-phone.ts'
import { Frame } from './frame.tsx'

export function AthleteApp() {
  // English words, the phone's own way of writing numbers and dates. The prerender knows no phone.
  const locale = useInBrowser(() => usableLocale(navigator.language), 'en')
  return (
    <IntlProvider locale={locale} messages={messages} timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}>
      <AccountProvider open={deviceAccount}>
        <Router base="/train" ssrPath="/train">
          <Frame />
        </Router>
      </AccountProvider>
      <ToastHost />
    </IntlProvider>
  )
}
