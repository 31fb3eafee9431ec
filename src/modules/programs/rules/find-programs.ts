/** Finding a program by how often, how long and with what one trains. */
import type { ProgramVersion } from '../model.ts'

export const LEVELS = ['new', 'some', 'experienced'] as const
export type Level = (typeof LEVELS)[number]
export const KITS = ['gym', 'barbell', 'dumbbells', 'kettlebells', 'none'] as const
export type Kit = (typeof KITS)[number]

/** Whoever has the one can do what asks for the other. */
const SERVES: Readonly<Record<Kit, readonly Kit[]>> = {
  gym: ['gym', 'barbell', 'dumbbells', 'none'],
  barbell: ['barbell', 'none'],
  dumbbells: ['dumbbells', 'none'],
  kettlebells: ['kettlebells', 'none'],
  none: ['none'],
}

/** Null: whatever. */
export type Wish = { days: number | null; level: Level | null; kit: Kit | null }
export type OnShelf = { program: ProgramVersion; level: Level; kit: Kit }

/** The newest version of each, made for what was asked before what also does. */
export function findPrograms(shelf: readonly OnShelf[], { days, level, kit }: Wish): OnShelf[] {
  const newest = [...new Map(shelf.map((one) => [one.program.id, one])).values()]
  const found = newest.filter(
    (one) =>
      (days === null || one.program.daysAWeek === days) &&
      (level === null || one.level === level) &&
      (kit === null || SERVES[kit].includes(one.kit)),
  )
  return [...found.filter((one) => one.kit === kit), ...found.filter((one) => one.kit !== kit)]
}

/** From the address, where anything may stand. */
export function readWish(search: string): Wish {
  const asked = new URLSearchParams(search)
  const days = Number(asked.get('days'))
  return {
    days: Number.isInteger(days) && days > 0 && days <= 7 ? days : null,
    level: LEVELS.find((one) => one === asked.get('level')) ?? null,
    kit: KITS.find((one) => one === asked.get('kit')) ?? null,
  }
}

export function writeWish({ days, level, kit }: Wish): string {
  const asked = new URLSearchParams()
  if (days !== null) asked.set('days', String(days))
  if (level) asked.set('level', level)
  if (kit) asked.set('kit', kit)
  return asked.size > 0 ? `?${asked}` : ''
}
