/** The front door: what Spotter is, in ten seconds, and the ways in. No script of its own. */
import { createTranslator } from 'use-intl/core'
import messages from '../../messages/en/portal.json'

const t = createTranslator({ locale: 'en', messages, namespace: 'landing' })

export function LandingPage() {
  return (
    <div className="min-h-dvh">
      <header className="mx-auto flex max-w-[1080px] items-center gap-6 px-5 py-4 text-[0.875rem]">
        <p className="mr-auto font-bold text-[1.0625rem] tracking-[-0.03em]">
          spotter<span className="text-accent-text">.</span>
        </p>
        <a className="py-3 text-ink-2 hover:text-ink" href="/coach">
          {t('coach')}
        </a>
        <a className="py-3 text-ink-2 hover:text-ink" href="/sign-in">
          {t('signIn')}
        </a>
      </header>
      <main className="mx-auto grid max-w-[1080px] items-center gap-12 px-5 pt-6 pb-16 md:grid-cols-[1fr_340px] md:pt-14">
        <div>
          <h1 className="text-balance font-bold text-[2.5rem] leading-[1.05] tracking-[-0.035em] md:text-[3.75rem]">
            {t('title')}
          </h1>
          <p className="mt-5 max-w-[46ch] text-[1.125rem] text-ink-2 leading-[1.5]">{t('lead')}</p>
          <div className="mt-8 flex flex-wrap gap-3">
            <a className="rounded-[16px] bg-accent px-6 py-4 font-bold text-[1.0625rem] text-accent-ink" href="/train">
              {t('open')}
            </a>
            <a
              className="rounded-[16px] px-6 py-4 font-semibold text-[1.0625rem] ring-[1.5px] ring-control ring-inset"
              href="/sign-up"
            >
              {t('signUp')}
            </a>
          </div>
          <ul className="mt-10 grid max-w-[56ch] gap-3 border-line border-t pt-6 text-[0.9375rem] text-ink-2 leading-[1.5]">
            <li>{t('athletes')}</li>
            <li>{t('coaches')}</li>
          </ul>
        </div>
        <img
          className="mx-auto w-full max-w-[340px] rounded-[28px] ring-1 ring-line-strong"
          src="/landing/logging.webp"
          width={412}
          height={915}
          alt={t('picture')}
          decoding="async"
        />
      </main>
    </div>
  )
}
