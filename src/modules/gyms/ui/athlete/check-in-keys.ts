'use client'
/**
 * What this phone makes door codes with: fetched once with a signal, kept on the phone under the account's name, and gone
 * with the account. The server's clock comes along, since a phone's own may be wrong.
 */
import { useEffect, useState } from 'react'
import { askServer } from '../../../../client/ask-server.ts'
import { codeOfDigest, stepBytes, stepOf } from '../../rules/check-in-code.ts'

export type CheckInKey = { memberId: string; gymId: string; gymName: string; number: number; name: string; key: string }
export type CheckInKeys = {
  keys: CheckInKey[]
  /** Milliseconds that the server's clock was ahead of this one. */
  aheadMs: number
}

const STORE = 'train-check-in'

type Kept = CheckInKeys & { account: string }

function readKept(account: string): CheckInKeys | null {
  try {
    const kept = JSON.parse(localStorage.getItem(STORE) ?? 'null') as Kept | null
    return kept?.account === account ? kept : null
  } catch {
    return null
  }
}

/** When the account leaves this phone. */
export function forgetCheckInKeys(): void {
  localStorage.removeItem(STORE)
}

/** Null while nothing is known; what is kept at once, and what the server says as soon as it does. */
export function useCheckInKeys(account: string): CheckInKeys | null {
  const [known, setKnown] = useState(() => readKept(account))
  useEffect(() => {
    const abort = new AbortController()
    setKnown(readKept(account))
    fetchKeys(account, abort.signal).then(
      (fresh) => {
        if (abort.signal.aborted) return
        const kept: Kept = { ...fresh, account }
        localStorage.setItem(STORE, JSON.stringify(kept))
        setKnown(fresh)
      },
      // No signal, or signed out: what is kept goes on working.
      () => {},
    )
    return () => abort.abort()
  }, [account])
  return known
}

async function fetchKeys(account: string, signal: AbortSignal): Promise<CheckInKeys> {
  const sent = Date.now()
  const { keys, now } = await askServer<{ keys: CheckInKey[]; now: number }>('gyms.checkInKeys', account, signal)
  // The answer was written somewhere between the two readings of this clock.
  return { keys, aheadMs: now - (sent + Date.now()) / 2 }
}

/** The code of that half minute. Needs nothing but this phone; null where the browser has no cryptography to make it. */
export async function makeCode(key: string, at: number): Promise<string | null> {
  if (!globalThis.crypto?.subtle) return null
  const bytes = Uint8Array.from(atob(key.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0))
  const hmac = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  return codeOfDigest(new Uint8Array(await crypto.subtle.sign('HMAC', hmac, stepBytes(stepOf(at)))))
}
