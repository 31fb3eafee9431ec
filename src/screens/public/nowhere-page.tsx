/** An address that leads nowhere: said in a sentence, with the ways on. No script of its own. */
import { createTranslator } from 'use-intl/core'
import messages from '../../messages/en/portal.json'

const t = createTranslator({ locale: 'en', messages, namespace: 'nowhere' })
const LINK = 'edge inline-flex min-h-12 items-center rounded-2 px-4 font-semibold'

export function NowherePage() {
  return (
    <main className="mx-auto grid min-h-dvh max-w-[560px] content-center gap-4 px-5 py-16">
      <h1 className="font-bold text-[1.75rem] tracking-[-0.02em]">{t('title')}</h1>
      <p className="text-ink-2">{t('text')}</p>
      <p className="flex flex-wrap gap-3">
        <a className={LINK} href="/train">
          {t('log')}
        </a>
        <a className={LINK} href="/">
          {t('home')}
        </a>
      </p>
    </main>
  )
}
