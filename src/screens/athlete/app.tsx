'use client'
/** The athlete's app: words, the phone's engine, and the frame around every screen. One static page, routed here. */
import { useLayoutEffect, useState } from 'react'
import { IntlProvider } from 'use-intl'
import { Router } from 'wouter'
import { AccountProvider } from '../../client/account-provider.tsx'
import { arrivingWords } from '../../client/words.ts'
import english from '../../messages/en/athlete.json'
import { ToastHost } from '../../ui/toast.tsx'
import { useInBrowser } from '../../ui/use-in-browser.ts'
import { deviceAccount } from '../../wiring/sync-phone.ts'
import { Frame } from './frame.tsx'

export function AthleteApp() {
  // As the page itself found out before it was painted (`ui/words-script.ts`). The prerender knows no phone.
  const locale = useInBrowser(() => document.documentElement.dataset.locale ?? 'en', 'en')
  const messages = useWords()
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

/** The page hides itself till another language's words are here, or can't be had: then it speaks English. */
function useWords(): typeof english {
  const [words, setWords] = useState(english)
  const [hasAsked, setHasAsked] = useState(false)
  useLayoutEffect(() => {
    void arrivingWords()?.then((arrived) => {
      if (arrived) setWords(arrived as typeof english)
      else document.documentElement.lang = 'en'
      setHasAsked(true)
    })
  }, [])
  useLayoutEffect(() => {
    if (hasAsked) delete document.documentElement.dataset.words
  }, [hasAsked])
  return words
}
