'use client'
/** How the roster is looked at, kept in the address: a link, a reload and the way back show the same. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { RosterView } from '../../modules/gyms/model.ts'
import { paramsOfView } from '../../modules/gyms/rules/roster.ts'

type Held = { view: RosterView; openId: string | null }

export function useRosterView(base: string, first: Held) {
  const [held, setHeld] = useState<Held>({ view: first.view, openId: first.openId })
  const latest = useRef(held)
  useEffect(() => {
    latest.current = held
  }, [held])
  const put = useCallback(
    (change: Partial<Held>) => {
      const next = { ...latest.current, ...change }
      latest.current = next
      setHeld(next)
      const params = new URLSearchParams({
        ...paramsOfView(next.view),
        ...(next.openId && { m: next.openId }),
      }).toString()
      window.history.replaceState(null, '', params ? `${base}?${params}` : base)
    },
    [base],
  )
  const setView = useCallback((view: RosterView) => put({ view }), [put])
  const setOpenId = useCallback((openId: string | null) => put({ openId }), [put])
  return { ...held, setView, setOpenId }
}
