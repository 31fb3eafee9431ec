'use client'
import { newId } from '../../../../shared/id.ts'
import type { Workout } from '../../model.ts'

const KEY = 'spotter.holder'
let known: string | null = null

/** Names this phone as the one that logs an open workout. Not the sync device id, which a reset replaces. */
export function thisDevice(): string {
  if (known) return known
  try {
    known = localStorage.getItem(KEY)
    if (!known) {
      known = newId()
      localStorage.setItem(KEY, known)
    }
  } catch {
    // Without storage the name lasts as long as the page.
    known ??= newId()
  }
  return known
}

/** Logged on this phone, or by nobody in particular. */
export function isHeldHere({ holder }: Pick<Workout, 'holder'>): boolean {
  return holder === null || holder === thisDevice()
}
