/**
 * Getting in by a letter, from the browser. What was asked for is kept here for as long as the letter works: a phone may
 * end the app while its owner looks into their mail, and only the browser that asked may use the letter's code.
 */
import { type AccountProblem, type AccountResult, enterBy, said } from './account.ts'

const KEY = 'spotter.asked'

export type LetterKind = 'sign-up' | 'sign-in' | 'reset'
export type Asked = {
  kind: LetterKind
  email: string
  /** Secret: with it the letter's code counts. */
  ask: string
  expiresAt: number
  /** Where to go afterwards. */
  next: string
}
export type LetterOrder =
  | { kind: 'sign-up'; name: string; email: string; password: string }
  | { kind: 'sign-in' | 'reset'; email: string }

/** Null when nothing was asked for, or its letter no longer works. */
export function askedBefore(now = Date.now()): Asked | null {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Asked | null
    return kept && kept.expiresAt > now ? kept : null
  } catch {
    return null
  }
}

/** Other tabs hear of it: see `onLetterUsed`. */
export function forgetAsked(): void {
  localStorage.removeItem(KEY)
}

/** Calls back when another tab of this browser used the letter's link. */
export function onLetterUsed(then: () => void): () => void {
  const hear = (event: StorageEvent) => {
    if (event.key === KEY && event.newValue === null) then()
  }
  addEventListener('storage', hear)
  return () => removeEventListener('storage', hear)
}

export async function askForLetter(
  order: LetterOrder,
  next: string,
): Promise<{ ok: true; asked: Asked } | { ok: false; why: AccountProblem }> {
  const { kind, ...given } = order
  const answer = await said<{ ask: string; expiresAt: number }>(
    kind === 'sign-up' ? 'users.signUp' : 'users.askLetter',
    kind === 'sign-up' ? given : order,
  )
  if (!answer.ok) return answer
  const asked = { kind, email: order.email.trim(), next, ...answer.data }
  try {
    localStorage.setItem(KEY, JSON.stringify(asked))
  } catch {
    // A browser that keeps nothing can still type the code on this page.
  }
  return { ok: true, asked }
}

/** By the link (`token`), or by the code where it was asked for. */
export async function enterByLetter(way: {
  token?: string
  ask?: string
  code?: string
  password?: string
}): Promise<AccountResult> {
  const result = await enterBy('letter', way)
  if (result.ok) forgetAsked()
  return result
}
