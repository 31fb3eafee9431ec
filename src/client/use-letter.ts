'use client'
/** The steps of a form that sends a letter and takes its code. */
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { type AccountProblem, signedInUser } from './account.ts'
import {
  type Asked,
  askedBefore,
  askForLetter,
  enterByLetter,
  forgetAsked,
  type LetterOrder,
  onLetterUsed,
} from './letters.ts'

export type LetterSteps = {
  /** Set once a letter is on its way: the form asks for its code. */
  asked: Asked | null
  busy: boolean
  problem: AccountProblem | null
  /** How many letters were sent from this page, for saying that another one is on its way. */
  sent: number
  ask: (order: LetterOrder) => Promise<void>
  /** Of the form with the fields `code` and, for a reset, `password`. */
  submit: (event: FormEvent<HTMLFormElement>) => void
  /** What stands in the code's field: six digits go by themselves where nothing else is asked. */
  typed: (text: string) => void
  /** Sends the same letter again; null after the page was loaded anew, when nobody knows any more what was typed. */
  again: (() => Promise<void>) | null
  stop: () => void
}

const CODE_DIGITS = 6
/** A letter writes them in two groups. */
const onlyDigits = (text: string) => text.replace(/\D/g, '').slice(0, CODE_DIGITS)

/** `next` is where to go afterwards, `done` goes there. */
export function useLetter(
  next: () => string,
  done: (userId: string, next: string) => void | Promise<void>,
): LetterSteps {
  const [asked, setAsked] = useState<Asked | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<AccountProblem | null>(null)
  const [sent, setSent] = useState(0)
  const order = useRef<LetterOrder | null>(null)
  const finish = useRef(done)
  finish.current = done

  useEffect(() => setAsked(askedBefore()), [])
  const isWaiting = asked !== null
  const goesTo = asked?.next ?? ''
  useEffect(() => {
    if (!isWaiting) return
    return onLetterUsed(() => {
      void signedInUser().then((userId) => userId && finish.current(userId, goesTo))
    })
  }, [isWaiting, goesTo])

  async function ask(given: LetterOrder) {
    setBusy(true)
    setProblem(null)
    const result = await askForLetter(given, next())
    setBusy(false)
    if (!result.ok) return setProblem(result.why)
    order.current = given
    setSent((n) => n + 1)
    setAsked(result.asked)
  }

  async function enter(given: { code: string; password?: string }) {
    if (!asked) return
    setBusy(true)
    setProblem(null)
    const result = await enterByLetter({ ask: asked.ask, ...given })
    // On success the form stays busy: it is about to be left.
    if (result.ok) return finish.current(result.userId, asked.next)
    setBusy(false)
    setProblem(result.why)
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { code = '', password } = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>
    void enter({ code: onlyDigits(code), password })
  }

  function typed(text: string) {
    const code = onlyDigits(text)
    if (code.length === CODE_DIGITS && asked?.kind !== 'reset' && !busy) void enter({ code })
  }

  function stop() {
    forgetAsked()
    order.current = null
    setAsked(null)
    setProblem(null)
    setSent(0)
  }

  const { current: before } = order
  return { asked, busy, problem, sent, ask, submit, typed, again: before && (() => ask(before)), stop }
}
