/** In which zone a track was recorded: the day it belongs to is its own, not that of whoever brings it in at home. */
import { isZone } from '../../../../shared/local-day.ts'
import { offsetMs } from '../../../../shared/local-instant.ts'

/** Farther from the sun's time than any zone is. */
const FAR_MIN = 210

/**
 * The device's own zone where what the file says agrees with it. Elsewhere the zone of whole hours that the file's clock
 * or, without one, the meridian says; half hours have no such zone and stay the device's.
 */
export function zoneOfTrack(at: number, device: string, offsetMin: number | null, lon: number | null): string {
  const here = Math.round(offsetMs(at, device) / 60_000)
  const sun = lon === null ? null : Math.round(lon / 15) * 60
  const there = offsetMin ?? (sun !== null && apart(sun, here) > FAR_MIN ? sun : here)
  if (there === here || there % 60 !== 0) return device
  // Etc/GMT-9 is nine hours ahead: the sign is turned round by convention.
  const zone = `Etc/GMT${there > 0 ? '-' : '+'}${Math.abs(there / 60)}`
  return there === 0 ? 'UTC' : isZone(zone) ? zone : device
}

/** By the shorter way round the clock. */
function apart(a: number, b: number): number {
  const minutes = Math.abs(a - b) % 1440
  return Math.min(minutes, 1440 - minutes)
}
