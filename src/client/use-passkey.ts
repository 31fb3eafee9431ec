'use client'
/** A form's second door: the browser offers passkeys by itself where it can, and by a button everywhere. */
import { useEffect, useRef, useState } from 'react'
import type { AccountProblem } from './account.ts'

const load = () => import('./passkeys.ts')

export type PasskeyDoor = {
  /** False where the browser has none, and until that is known. */
  works: boolean
  busy: boolean
  problem: AccountProblem | null
  open: () => Promise<void>
}

export function usePasskey(done: (userId: string) => void | Promise<void>): PasskeyDoor {
  const [works, setWorks] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<AccountProblem | null>(null)
  const finish = useRef(done)
  finish.current = done

  useEffect(() => {
    let isHere = true
    void (async () => {
      // Without a signal the part may not be there: the other ways in stay.
      const passkeys = await load().catch(() => null)
      if (!passkeys || !isHere) return
      setWorks(passkeys.passkeysWork())
      const result = await passkeys.signInByPasskey({ quietly: true })
      if (!isHere || !result) return
      if (result.ok) await finish.current(result.userId)
      else setProblem(result.why)
    })()
    return () => {
      isHere = false
      void load().then(
        (passkeys) => passkeys.stopOffering(),
        () => {},
      )
    }
  }, [])

  async function open() {
    setBusy(true)
    setProblem(null)
    const result = await load().then((passkeys) => passkeys.signInByPasskey())
    if (result?.ok) return finish.current(result.userId)
    setBusy(false)
    if (result) setProblem(result.why)
  }
  return { works, busy, problem, open }
}
