/** Figures that were asked about ("800 kg?") and kept: not asked about again on this phone, nor while it has no signal. */
import type { SetFigures } from '../../model.ts'

const KEY = 'spotter-kept-figures'
const MOST = 50

type Kept = Pick<SetFigures, 'loadG' | 'reps'> & { id: string }

/** Other figures of the same set are asked about anew. */
const nameOf = ({ id, loadG, reps }: Kept) => `${id} ${loadG} ${reps}`

function read(): string[] {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]') as string[]
  } catch {
    return []
  }
}

export function isKept(set: Kept): boolean {
  return read().includes(nameOf(set))
}

export function keepFigures(set: Kept): void {
  try {
    localStorage.setItem(KEY, JSON.stringify([...read(), nameOf(set)].slice(-MOST)))
  } catch {
    // Without room it is asked again after a reload.
  }
}
