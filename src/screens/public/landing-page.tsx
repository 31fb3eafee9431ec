/** The front door: what Spotter is, in ten seconds, with the product itself, and the ways in. It needs no script. */
import type { ReactNode } from 'react'
import { createTranslator } from 'use-intl/core'
import messages from '../../messages/en/portal.json'

const t = createTranslator({ locale: 'en', messages, namespace: 'landing' })

type Size = { width: number; height: number }
const PHONE: Size = { width: 412, height: 915 }
const DESK: Size = { width: 1440, height: 900 }

/** Each picture is there in both themes; the one of the other theme is not fetched. */
function Picture({ name, alt, size, first = false }: { name: string; alt: string; size: Size; first?: boolean }) {
  return (['dark', 'light'] as const).map((theme) => (
    <img
      key={theme}
      className={`${theme === 'dark' ? 'in-dark' : 'in-light'} h-auto w-full rounded-2 ring-1 ring-line-strong ${size === PHONE ? 'rounded-[28px]' : ''}`}
      src={`/landing/${name}-${theme}.webp`}
      {...size}
      alt={alt}
      loading="lazy"
      fetchPriority={first ? 'high' : 'auto'}
      decoding="async"
    />
  ))
}

function Side(props: {
  id: string
  kicker: string
  title: string
  text: string
  children: ReactNode
  more: ReactNode
}) {
  return (
    <section
      aria-labelledby={props.id}
      className="grid items-center gap-8 border-line border-t py-12 md:grid-cols-[minmax(0,5fr)_minmax(0,8fr)] md:gap-12 md:py-16"
    >
      <div>
        <p className="caps">{props.kicker}</p>
        <h2 id={props.id} className="mt-2 text-balance font-bold text-[1.75rem] leading-[1.1] tracking-[-0.025em]">
          {props.title}
        </h2>
        <p className="mt-4 max-w-[46ch] text-[1.0625rem] text-ink-2 leading-[1.55]">{props.text}</p>
        <p className="mt-4 max-w-[46ch] text-[1.0625rem] text-ink-2 leading-[1.55]">{props.more}</p>
      </div>
      <div>{props.children}</div>
    </section>
  )
}

type LinkProps = { href: string; children: ReactNode }

function QuietLink(props: LinkProps) {
  return <a className="py-3 text-ink-2 hover:text-ink" {...props} />
}

function TextLink(props: LinkProps) {
  return <a className="font-semibold text-accent-text underline underline-offset-4" {...props} />
}

export function LandingPage() {
  return (
    <div className="min-h-dvh">
      <header className="mx-auto flex max-w-[1120px] flex-wrap items-center gap-x-6 px-5 py-3 text-[0.9375rem]">
        <p className="mr-auto py-3 font-bold text-[1.0625rem] tracking-[-0.03em]">
          spotter<span className="text-accent-text">.</span>
        </p>
        <nav aria-label={t('main')} className="flex gap-x-6">
          <QuietLink href="/coach">{t('coaches')}</QuietLink>
          <QuietLink href="/gym">{t('gyms')}</QuietLink>
          <a className="py-3 font-semibold hover:text-ink" href="/sign-in">
            {t('signIn')}
          </a>
        </nav>
      </header>
      <main className="mx-auto max-w-[1120px] px-5">
        <div className="grid items-center gap-12 pt-6 pb-16 md:grid-cols-[1fr_330px] md:pt-10">
          <div>
            <h1 className="text-balance font-bold text-[2.5rem] leading-[1.05] tracking-[-0.035em] md:text-[3.75rem]">
              {t('title')}
            </h1>
            <p className="mt-5 max-w-[44ch] text-[1.1875rem] text-ink-2 leading-[1.5]">{t('lead')}</p>
            <div className="mt-8 flex flex-wrap gap-3">
              <a
                className="rounded-[16px] bg-accent px-7 py-4 font-bold text-[1.0625rem] text-accent-ink hover:bg-accent-press"
                href="/train"
              >
                {t('open')}
              </a>
              <a className="edge rounded-[16px] px-7 py-4 font-semibold text-[1.0625rem]" href="/sign-up">
                {t('signUp')}
              </a>
            </div>
            <p className="mt-4 text-[0.9375rem] text-ink-3">{t('openHint')}</p>
          </div>
          <div className="mx-auto w-full max-w-[330px]">
            <Picture name="logging" alt={t('pictureLogging')} size={PHONE} first />
          </div>
        </div>

        <Side
          id="athletes"
          kicker={t('athletes')}
          title={t('athletesTitle')}
          text={t('athletesText')}
          more={
            <>
              {t('athletesMore')} <TextLink href="/train">{t('open')}</TextLink>
            </>
          }
        >
          <div className="grid grid-cols-2 gap-4 md:mx-auto md:max-w-[560px]">
            <div>
              <Picture name="today" alt={t('pictureToday')} size={PHONE} />
            </div>
            <div>
              <Picture name="exercise" alt={t('pictureExercise')} size={PHONE} />
            </div>
          </div>
        </Side>
        <Side
          id="coaches"
          kicker={t('coaches')}
          title={t('coachesTitle')}
          text={t('coachesText')}
          more={<TextLink href="/coach">{t('coachesLink')}</TextLink>}
        >
          <Picture name="coach" alt={t('pictureCoach')} size={DESK} />
        </Side>
        <Side
          id="gyms"
          kicker={t('gyms')}
          title={t('gymsTitle')}
          text={t('gymsText')}
          more={<TextLink href="/gym">{t('gymsLink')}</TextLink>}
        >
          <Picture name="gym" alt={t('pictureGym')} size={DESK} />
        </Side>

        <section aria-labelledby="hold" className="border-line border-t py-12 md:py-16">
          <h2 id="hold" className="font-bold text-[1.75rem] leading-[1.1] tracking-[-0.025em]">
            {t('holdTitle')}
          </h2>
          <ul className="mt-6 grid gap-6 text-[1.0625rem] leading-[1.55] md:grid-cols-3 md:gap-10">
            <li>{t('hold1')}</li>
            <li>{t('hold2')}</li>
            <li>{t('hold3')}</li>
          </ul>
        </section>
      </main>
      <footer className="mx-auto max-w-[1120px] px-5 text-[0.9375rem] text-ink-2">
        <div className="flex flex-wrap items-center gap-x-6 border-line border-t py-6">
          <p className="mr-auto py-3">{t('footer')}</p>
          <QuietLink href="/privacy">{t('privacy')}</QuietLink>
          <QuietLink href="/terms">{t('terms')}</QuietLink>
        </div>
      </footer>
    </div>
  )
}
