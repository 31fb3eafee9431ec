/** Privacy and terms, in plain words. Who runs this server is said by its operator. */
import { createTranslator } from 'use-intl/core'
import messages from '../../messages/en/legal.json'
import { HomeLink } from './home-link.tsx'

const t = createTranslator({ locale: 'en', messages, namespace: 'legal' })

const SECTIONS = {
  privacy: ['phone', 'server', 'seen', 'others', 'cookies', 'time', 'rights', 'contact'],
  terms: ['promise', 'health', 'account', 'content', 'gyms', 'limits', 'end'],
} as const

/** Who runs a server, as its operator says it; null where they do not. */
export type Operator = { name: string | null; contact: string | null }

export function LegalPage({ page, operator }: { page: 'privacy' | 'terms'; operator: Operator }) {
  const { name, contact } = operator
  return (
    <main className="mx-auto w-full max-w-[68ch] px-5 py-8 text-[1.0625rem] leading-[1.6]">
      <HomeLink />
      <h1 className="mt-6 text-balance font-bold text-[2.125rem] leading-[1.1] tracking-[-0.03em]">
        {t(`${page}.title`)}
      </h1>
      <p className="mt-4 text-[1.1875rem] text-ink-2">{t(`${page}.lead`)}</p>
      {SECTIONS[page].map((section) => (
        <section key={section} aria-labelledby={section} className="mt-8">
          <h2 id={section} className="font-semibold text-[1.1875rem]">
            {t(`${page}.${section}.title` as never)}
          </h2>
          <p className="mt-2 text-ink-2">{t(`${page}.${section}.text` as never)}</p>
        </section>
      ))}
      <p className="mt-10 border-line border-t pt-6 text-ink-2">
        {name ? t('operator', { name }) : t('unknown')} {name && contact ? t('reach', { contact }) : null}
      </p>
    </main>
  )
}
