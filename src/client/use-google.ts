'use client'
/**
 * A form's third door: the browser leaves for Google and comes back to the same form, which then finishes as after any
 * other sign-in. What was logged meanwhile is on the disk already.
 */
import { useEffect, useRef, useState } from 'react'
import { type AccountProblem, signedInUser } from './account.ts'
import { type GoogleRefusal, goToGoogle, hasGoogle, refusalIn } from './google.ts'

export type GoogleDoor = {
  /** False where the site is not set up for it, and until that is known. */
  works: boolean
  busy: boolean
  /** Came back signed in: the form waits for it to be finished. */
  isBack: boolean
  problem: AccountProblem | { refused: GoogleRefusal } | null
  open: () => Promise<void>
}

/** Of the address that Google's answer leads to. */
const BACK = 'by=google'

export function useGoogle(done: (userId: string) => void | Promise<void>): GoogleDoor {
  const [works, setWorks] = useState(false)
  const [busy, setBusy] = useState(false)
  const [came] = useState(() => location.search)
  const refusal = refusalIn(came)
  const [problem, setProblem] = useState<GoogleDoor['problem']>(refusal && { refused: refusal })
  const [isBack, setBack] = useState(refusal === null && came.includes(BACK))
  const finish = useRef(done)
  finish.current = done
  const isBegun = useRef(false)

  useEffect(() => {
    let isHere = true
    void hasGoogle().then((isThere) => isHere && setWorks(isThere))
    return () => {
      isHere = false
    }
  }, [])

  useEffect(() => {
    if (!came || isBegun.current) return
    isBegun.current = true
    // Opened again, or gone back to, the address must not say it once more.
    history.replaceState(history.state, '', location.pathname)
    if (!isBack) return
    void (async () => {
      try {
        const userId = await signedInUser()
        if (userId) return await finish.current(userId)
        setProblem({ refused: 'failed' })
      } catch {
        setProblem({ key: 'noSignal' })
      }
      setBack(false)
    })()
  }, [came, isBack])

  async function open() {
    setBusy(true)
    setProblem(null)
    try {
      // The button stays busy: the page is about to be left.
      await goToGoogle(`${location.pathname}?${BACK}`)
    } catch {
      setProblem({ key: 'noSignal' })
      setBusy(false)
    }
  }
  return { works, busy, isBack, problem, open }
}
