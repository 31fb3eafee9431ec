/** Which two pictures stand side by side. */
import type { ProgressPhoto } from '../model/body.ts'

export type Pair = { before: ProgressPhoto; after: ProgressPhoto }

/**
 * Those that were chosen; else the oldest and the newest of the pose of the newest one that there are two of, or of all.
 * `photos` are newest first. Null with fewer than two.
 */
export function pairOf(
  photos: readonly ProgressPhoto[],
  chosen: { before?: string; after?: string } = {},
): Pair | null {
  const alike = photos.map(({ pose }) => photos.filter((other) => other.pose === pose)).find(({ length }) => length > 1)
  const of = alike ?? photos
  const [newest, oldest] = [of[0], of.at(-1)]
  if (!newest || !oldest || photos.length < 2) return null
  const find = (id: string | undefined) => photos.find((photo) => photo.id === id)
  return { before: find(chosen.before) ?? oldest, after: find(chosen.after) ?? newest }
}
