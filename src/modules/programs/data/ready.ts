/**
 * The ready programs. A version that was shipped never changes: a better one is a new version beside it. Loaded when
 * somebody looks at programs or follows one (`load-ready.ts`).
 */
import type { ProgramVersion } from '../model.ts'
import type { Kit, Level } from '../rules/find-programs.ts'
import ready from './ready.json' with { type: 'json' }
import byPercent from './ready-percent.json' with { type: 'json' }
import byReps from './ready-reps.json' with { type: 'json' }

export const READY_PROGRAMS = [...ready, ...byReps, ...byPercent] as readonly ProgramVersion[]

/** Where each stands on the shelf. Not in the programs themselves, which never change. */
export const SHELF: Readonly<Record<string, { level: Level; kit: Kit }>> = {
  'full-body-3': { level: 'new', kit: 'gym' },
  'upper-lower-4': { level: 'some', kit: 'gym' },
  'five-by-five': { level: 'new', kit: 'barbell' },
  'full-body-2': { level: 'new', kit: 'gym' },
  'push-pull-legs-3': { level: 'some', kit: 'gym' },
  'push-pull-legs-6': { level: 'experienced', kit: 'gym' },
  'five-three-one-4': { level: 'experienced', kit: 'gym' },
  'five-three-one-3': { level: 'some', kit: 'barbell' },
  gzclp: { level: 'some', kit: 'gym' },
  'meet-peak-4': { level: 'experienced', kit: 'gym' },
  'hypertrophy-5': { level: 'some', kit: 'gym' },
  'ramp-4': { level: 'some', kit: 'gym' },
  'bodyweight-3': { level: 'new', kit: 'none' },
  'dumbbells-3': { level: 'new', kit: 'dumbbells' },
  'kettlebell-3': { level: 'some', kit: 'kettlebells' },
  'comeback-3': { level: 'some', kit: 'gym' },
}

export function findProgram(id: string, version: number): ProgramVersion | undefined {
  return READY_PROGRAMS.find((one) => one.id === id && one.version === version)
}

/** The one that is offered. */
export function newestProgram(id: string): ProgramVersion | undefined {
  return READY_PROGRAMS.filter((one) => one.id === id).at(-1)
}
