'use client'
/** The home screen's shortcut: what the button on Today does, without looking for it. */
import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { profiles } from '../../modules/users/model.ts'
import { useLive, useMaybePhone } from '../../sync/client/hooks.ts'
import { address } from './addresses.ts'
import { useStartWorkout } from './start-workout.ts'
import { useAthlete } from './use-athlete.ts'

export function StartRoute() {
  return <main className="h-dvh bg-bg">{useMaybePhone() && <Start />}</main>
}

function Start() {
  const { startEmpty } = useStartWorkout(useAthlete())
  const [, navigate] = useLocation()
  const hasStarted = useRef(false)
  // The bodyweight of the day is the profile's.
  const isRead = useLive((rows) => rows.all(profiles).then(() => true), [])
  useEffect(() => {
    if (!isRead || hasStarted.current) return
    hasStarted.current = true
    // Behind the workout lies Today: going back, or coming back later, starts no other one.
    navigate(address.today, { replace: true })
    startEmpty()
  }, [isRead, navigate, startEmpty])
  return null
}
