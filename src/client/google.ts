/**
 * Signing in with Google, from the browser: the way there, and what the address says when it comes back. Apart from
 * account.ts, which the athlete's start-up pack holds.
 */
import { askAuth, postForm } from './account.ts'

/** Whether this site is set up for signing in with Google; false when it can't be asked. */
export async function hasGoogle(): Promise<boolean> {
  try {
    return 'google' in (await askAuth<object>('/providers'))
  } catch {
    return false
  }
}

/** Leaves for Google, which sends the browser back to `next`. */
export async function goToGoogle(next: string): Promise<void> {
  const { url } = await postForm('/signin/google', { callbackUrl: next })
  if (url) location.assign(url)
}

/** Why Google opened nothing, as a word of the catalogues. */
export const GOOGLE_REFUSALS = ['unverifiedHere', 'unverifiedThere', 'stopped', 'failed'] as const
export type GoogleRefusal = (typeof GOOGLE_REFUSALS)[number]

const REFUSALS: Record<string, GoogleRefusal> = {
  'unverified-here': 'unverifiedHere',
  'unverified-there': 'unverifiedThere',
  // next-auth's word for an answer of Google's that is a refusal: the person stopped it, or Google did.
  Callback: 'stopped',
}

/** Back from elsewhere without having got in: the address says why, in a word and never in a sentence. */
export function refusalIn(search: string): GoogleRefusal | null {
  const reason = new URLSearchParams(search).get('error')
  return reason ? (REFUSALS[reason] ?? 'failed') : null
}
