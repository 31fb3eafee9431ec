/** What a file does besides importing, read off its syntax tree: the SQL it writes and the clocks and wires it reaches for. */
import { parseSync } from 'oxc-parser'

type Node = { type: string; start: number; end: number; [key: string]: unknown }

export type Deeds = {
  /** Tagged templates other than `String.raw`, and calls of `.unsafe`: only a database has them. */
  sql: boolean
  /** Globals that are read: not names of properties, not types. */
  globals: Set<string>
}

const GLOBALS = new Set([
  ...['Date', 'Temporal', 'performance', 'crypto', 'setTimeout', 'setInterval', 'queueMicrotask'],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'navigator'],
  ...['localStorage', 'sessionStorage', 'indexedDB', 'globalThis', 'window', 'document', 'process'],
])

const known = new WeakMap<object, Deeds>()

export function deedsOf(file: { path: string; text: string }): Deeds {
  const found = known.get(file) ?? readDeeds(file)
  known.set(file, found)
  return found
}

function readDeeds(file: { path: string; text: string }): Deeds {
  const deeds: Deeds = { sql: false, globals: new Set() }
  walk(parseSync(file.path, file.text).program as unknown as Node, null, '', (node, parent, key) => {
    if (node.type === 'TaggedTemplateExpression') {
      const tag = node.tag as Node
      deeds.sql ||= file.text.slice(tag.start, tag.end) !== 'String.raw'
    }
    if (node.type === 'MemberExpression') {
      const name = nameOf(node)
      deeds.sql ||= name === 'unsafe'
      const object = node.object as Node
      if (object.type === 'Identifier' && object.name === 'Math' && name === 'random') deeds.globals.add('Math.random')
    }
    if (node.type !== 'Identifier' || !GLOBALS.has(String(node.name))) return
    if (isRead(node, parent, key)) deeds.globals.add(String(node.name))
  })
  return deeds
}

/** `a.name` and `a['name']`. */
function nameOf({ property }: Node): unknown {
  const node = property as Node
  return node.type === 'Literal' ? node.value : node.name
}

function isRead(node: Node, parent: Node | null, key: string): boolean {
  if (!parent || parent.type.startsWith('TS')) return false
  if (parent.type === 'MemberExpression' && key === 'property' && !parent.computed) return false
  if (parent.type === 'Property' && key === 'key' && !parent.shorthand) return false
  // Arithmetic on what is given, without a clock.
  return !(parent.type === 'MemberExpression' && node.name === 'Date' && nameOf(parent) === 'UTC')
}

function walk(
  node: Node,
  parent: Node | null,
  key: string,
  see: (node: Node, parent: Node | null, key: string) => void,
): void {
  see(node, parent, key)
  for (const [name, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child && typeof child === 'object' && typeof (child as Node).type === 'string')
        walk(child as Node, node, name, see)
    }
  }
}
