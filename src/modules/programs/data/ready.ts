/** The ready programs. A version that was shipped never changes: a better one is a new version beside it. */
import type { ProgramVersion } from '../model.ts'
import ready from './ready.json' with { type: 'json' }

export const READY_PROGRAMS = ready as readonly ProgramVersion[]

export function findProgram(id: string, version: number): ProgramVersion | undefined {
  return READY_PROGRAMS.find((one) => one.id === id && one.version === version)
}
