// Messages are parsed by the build, so that no phone carries a parser for them (next.config.ts names this file).
import compile from 'icu-minify/compile'

/** Every text below `node`, compiled. */
export function compiled(node) {
  if (typeof node === 'string') return compile(node)
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, compiled(value)]))
}

export default function messagesLoader(source) {
  return `export default ${JSON.stringify(compiled(JSON.parse(source)))}`
}
