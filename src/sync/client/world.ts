/** What the engine was handed: collections and mutations by name, and in whose name it acts. */
import { derivedId } from '../../shared/id.ts'
import type { Collection, MutationContext } from '../mutation.ts'
import { upcast } from '../upcast.ts'
import type { AnyCollection, AnyMutation, LoggedMutation } from './api.ts'
import type { TableName } from './store.ts'
import { rowTable } from './store.ts'

export type World = {
  space: string
  actor: string
  collections: ReadonlyMap<string, Collection>
  mutations: ReadonlyMap<string, AnyMutation>
  /** Every table that holds rows. */
  rowTables: readonly TableName[]
}

export function createWorld(parts: {
  space: string
  actor: string
  collections: readonly AnyCollection[]
  mutations: readonly AnyMutation[]
}): World {
  return {
    space: parts.space,
    actor: parts.actor,
    collections: new Map(parts.collections.map((collection) => [collection.name, collection as Collection])),
    mutations: new Map(parts.mutations.map((mutation) => [mutation.name, mutation])),
    rowTables: parts.collections.map((collection) => rowTable(collection.name)),
  }
}

export function contextOf(world: World, { mid, at }: { mid: string; at: number }): MutationContext {
  return { actor: world.actor, space: world.space, at, mid, id: (n) => derivedId(mid, n) }
}

export type Runnable = { mutation: AnyMutation; args: never }

/**
 * The mutation and its arguments in today's form; undefined when this build does not know it (an entry of a newer or a
 * much older build): then it has no effect here and the server decides.
 */
export function runnableOf(
  world: World,
  { name, v, args }: Pick<LoggedMutation, 'name' | 'v' | 'args'>,
): Runnable | undefined {
  const cast = upcast(world.mutations, name, v, args)
  return cast.ok ? { mutation: cast.mutation, args: cast.args } : undefined
}
