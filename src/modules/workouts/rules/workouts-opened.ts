/** Which workouts a commit opened: started, brought back, or finished and opened again. */
import { workouts } from '../model.ts'

type Held = { id: string; data: Record<string, unknown>; deleted: boolean }

export function workoutsOpened(changes: readonly { entity: string; row: Held; before: Held | undefined }[]): string[] {
  return changes.flatMap(({ entity, row, before }) =>
    entity === workouts.name && isOpen(row) && !isOpen(before) ? [row.id] : [],
  )
}

function isOpen(row: Held | undefined): boolean {
  return row !== undefined && !row.deleted && row.data.state === 'open'
}
