'use client'
/** What the sign-in and sign-up pages share: the column, the way to the other page, sending and saying what went wrong. */
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { AccountProblem, AccountResult } from '../../../../client/account.ts'
import { useInBrowser } from '../../../../ui/use-in-browser.ts'

export type Door = {
  /** False until the page's script runs: a form sent by the browser itself would put the password into the address. */
  ready: boolean
  busy: boolean
  problem: AccountProblem | null
  submit: (event: FormEvent<HTMLFormElement>) => void
}

export function useDoor(
  send: (fields: Record<string, string>) => Promise<AccountResult>,
  done: (userId: string) => void,
): Door {
  const ready = useInBrowser(() => true, false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<AccountProblem | null>(null)
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const fields = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>
    setBusy(true)
    setProblem(null)
    const result = await send(fields)
    // On success the button stays busy: the page is about to be left.
    if (result.ok) return done(result.userId)
    setBusy(false)
    setProblem(result.why)
  }
  return { ready, busy, problem, submit: (event) => void submit(event) }
}

export function DoorFrame(props: {
  title: string
  other: { ask: string; link: string; href: string }
  children: ReactNode
}) {
  const t = useTranslations('account')
  // The page that was asked for survives the way over to the other form.
  const link = useRef<HTMLAnchorElement>(null)
  const { href } = props.other
  useEffect(() => {
    if (link.current) link.current.href = `${href}${location.search}`
  }, [href])
  return (
    <main className="mx-auto w-full max-w-sm px-5 py-12">
      <a
        href="/"
        aria-label={t('home')}
        className="inline-flex min-h-12 items-center font-bold text-[1.0625rem] tracking-[-0.03em]"
      >
        spotter<span className="text-accent-text">.</span>
      </a>
      <h1 className="mt-3 mb-6 font-bold text-2xl tracking-tight">{props.title}</h1>
      {props.children}
      <p className="mt-6 text-ink-2 text-sm">
        {props.other.ask}{' '}
        <a
          ref={link}
          href={href}
          className="-my-3 inline-block py-3 font-semibold text-accent-text underline underline-offset-2"
        >
          {props.other.link}
        </a>
      </p>
    </main>
  )
}
