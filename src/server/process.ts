/**
 * What must exist once in a process. Our server and Next each hold their own copy of every module, so a plain
 * module-level variable exists twice; this map lives behind one global symbol.
 */
const KEY = Symbol.for('spotter.process')

type Holder = { [KEY]?: Map<string, unknown> }

/** What `once` made under this name; undefined where nothing has asked for it. */
export function made<T>(name: string): T | undefined {
  return (globalThis as Holder)[KEY]?.get(name) as T | undefined
}

export function once<T>(name: string, make: () => T): T {
  const holder = globalThis as Holder
  holder[KEY] ??= new Map()
  const held = holder[KEY]
  if (!held.has(name)) held.set(name, make())
  return held.get(name) as T
}
