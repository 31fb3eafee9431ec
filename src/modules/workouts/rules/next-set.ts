/** The way through a workout: which set comes next, how supersets alternate and are named, and when one rests. */
import type { LoggedSet, WorkoutExercise } from '../model.ts'
import { type RestHabits, restOfKind, USUAL_REST } from './rest-of-kind.ts'
import { isChained, isNumbered } from './set-kinds.ts'

type Block = {
  entry: Pick<WorkoutExercise, 'id' | 'superset'>
  sets: readonly Pick<LoggedSet, 'id' | 'kind' | 'doneAt'>[]
}

/** Blocks in their order. Null when nothing is left to do. */
export function nextSetId(blocks: readonly Block[]): string | null {
  const last = lastDone(blocks)
  if (!last) return firstOpen(blocks)?.id ?? null
  const group = groupOf(blocks, last.block)
  const inGroup = nextInGroup(group)
  if (inGroup) return inGroup.id
  const after = blocks.slice(blocks.indexOf(last.block) + 1)
  return (firstOpen(after) ?? firstOpen(blocks))?.id ?? null
}

/**
 * Seconds of rest after a set: none before the next of a chain (drops, rest-pause, myo-reps) and more behind its last, none
 * while another exercise of the superset waits in this round, less after a warm-up.
 */
export function restAfterS(
  blocks: readonly Block[],
  setId: string,
  restS: number,
  habits: RestHabits = USUAL_REST,
): number {
  const block = blocks.find(({ sets }) => sets.some(({ id }) => id === setId))
  if (!block) return 0
  const index = block.sets.findIndex(({ id }) => id === setId)
  const set = block.sets[index]
  const follower = block.sets[index + 1]
  const isChainOpen = follower !== undefined && isChained(follower.kind) && follower.doneAt === null
  const group = groupOf(blocks, block)
  const rounds = workDone(block)
  const isRoundOpen = group.some((other) => other !== block && workDone(other) < rounds && firstOpen([other]) !== null)
  if (isRoundOpen && set?.kind !== 'warmup') return 0
  return restOfKind(set?.kind, isChainOpen, restS, habits)
}

/** "A1", "A2", "B1" for exercises in supersets, null for those that stand alone. */
export function supersetLabels(blocks: readonly Block[]): (string | null)[] {
  const letters = new Map<number, string>()
  const counts = new Map<number, number>()
  return blocks.map((block) => {
    const { superset } = block.entry
    if (superset === null || groupOf(blocks, block).length < 2) return null
    const letter = letters.get(superset) ?? String.fromCharCode(65 + (letters.size % 26))
    letters.set(superset, letter)
    const count = (counts.get(superset) ?? 0) + 1
    counts.set(superset, count)
    return `${letter}${count}`
  })
}

/** Where a round of a superset ends: with the last exercise of those that share its letter. Null outside of one. */
export function roundOf(labels: readonly (string | null)[], index: number): 'end' | 'open' | null {
  const label = labels[index]
  if (!label) return null
  return labels.slice(index + 1).some((other) => other?.[0] === label[0]) ? 'open' : 'end'
}

function lastDone(blocks: readonly Block[]): { block: Block; at: number } | null {
  let last: { block: Block; at: number } | null = null
  for (const block of blocks) {
    for (const { doneAt } of block.sets) {
      if (doneAt !== null && (!last || doneAt >= last.at)) last = { block, at: doneAt }
    }
  }
  return last
}

function groupOf(blocks: readonly Block[], block: Block): readonly Block[] {
  const { superset } = block.entry
  return superset === null ? [block] : blocks.filter(({ entry }) => entry.superset === superset)
}

/** Warm-ups come first; then whoever has done the fewest working sets. */
function nextInGroup(group: readonly Block[]): Block['sets'][number] | null {
  const open = group.filter(({ sets }) => sets.some(({ doneAt }) => doneAt === null))
  const warming = open.find(({ sets }) => sets.find(({ doneAt }) => doneAt === null)?.kind === 'warmup')
  const turn = warming ?? [...open].sort((a, b) => workDone(a) - workDone(b))[0]
  return turn ? firstOpen([turn]) : null
}

function workDone({ sets }: Block): number {
  return sets.filter(({ kind, doneAt }) => doneAt !== null && isNumbered(kind)).length
}

function firstOpen(blocks: readonly Block[]): Block['sets'][number] | null {
  for (const { sets } of blocks) for (const set of sets) if (set.doneAt === null) return set
  return null
}
