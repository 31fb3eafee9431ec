/** Which messages of the catalogue the code asks for: by the namespace of the translator that a call is made on. */
import { parseSync } from 'oxc-parser'
import type { SourceFile } from './house.ts'

type Node = { type: string; start: number; [key: string]: unknown }
/** The full name of a message, `*` where a word, `**` where all that follows is only known when it runs. */
export type Asked = { path: string; line: number; name: string }

/** The names of a function's translators and their namespaces; those of the functions around it come first. */
type Scope = ReadonlyMap<string, string>

const MAKERS = new Set(['useTranslations', 'createTranslator'])
const METHODS = new Set(['has', 'rich', 'markup', 'raw'])

export function messagesAskedIn(file: SourceFile): Asked[] {
  if (!/\.tsx?$/.test(file.path) || !/useTranslations|createTranslator/.test(file.text)) return []
  const found: Asked[] = []
  const visit = (node: Node, around: Scope) => {
    const scope = isFunction(node) ? new Map([...around, ...translatorsIn(node)]) : around
    const asked = node.type === 'CallExpression' ? askedBy(node, scope) : []
    const line = file.text.slice(0, node.start).split('\n').length
    found.push(...asked.map((name) => ({ path: file.path, line, name })))
    for (const child of childrenOf(node)) visit(child, scope)
  }
  const program = parseSync(file.path, file.text).program as unknown as Node
  visit(program, new Map(translatorsIn(program)))
  return found
}

function askedBy(call: Node, scope: Scope): string[] {
  const callee = call.callee as Node
  const object = callee.type === 'MemberExpression' ? (callee.object as Node) : null
  const isMethod = object !== null && METHODS.has(nameOf(callee.property))
  const on = isMethod ? object : callee
  const space = on.type === 'Identifier' ? scope.get(nameOf(on)) : namespaceOf(on)
  const [key] = call.arguments as Node[]
  if (space === undefined || !key) return []
  return keysOf(key).map((name) => (space === '' ? (name ?? '**') : `${space}.${name ?? '**'}`))
}

/** All that an argument may be. */
function keysOf(node: Node): (string | null)[] {
  if (node.type === 'Literal') return [String(node.value)]
  if (node.type === 'TemplateLiteral') {
    const texts = (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked)
    const inner = (node.expressions as Node[]).map((one) => keysOf(one).filter((key) => key !== null))
    return texts.slice(1).reduce(
      (made, text, i) => {
        const middles = inner[i]?.length ? inner[i] : ['*']
        return made.flatMap((start) => middles.map((middle) => start + middle + text))
      },
      [texts[0] ?? ''],
    )
  }
  if (node.type === 'ConditionalExpression') {
    return [...keysOf(node.consequent as Node), ...keysOf(node.alternate as Node)]
  }
  if (node.type === 'LogicalExpression') return [...keysOf(node.left as Node), ...keysOf(node.right as Node)]
  if (/^TS(As|Satisfies|NonNull)Expression$/.test(node.type)) return keysOf(node.expression as Node)
  return [null]
}

/** Declared in this function itself, not in one that it holds. */
function translatorsIn(node: Node): [string, string][] {
  const found: [string, string][] = []
  const look = (one: Node) => {
    if (one.type === 'VariableDeclarator') {
      const space = namespaceOf(one.init as Node | null)
      if (space !== undefined) found.push([nameOf(one.id), space])
    }
    for (const child of childrenOf(one)) if (!isFunction(child)) look(child)
  }
  for (const child of childrenOf(node)) if (!isFunction(child)) look(child)
  return found
}

/** Of the translator that this expression makes; '' for the whole catalogue, undefined when it makes none. */
function namespaceOf(node: Node | null): string | undefined {
  if (node?.type !== 'CallExpression' || !MAKERS.has(nameOf(node.callee))) return undefined
  const [given] = node.arguments as Node[]
  if (!given) return ''
  if (given.type === 'Literal') return String(given.value)
  const named = (given.properties as Node[] | undefined)?.find((one) => nameOf(one.key) === 'namespace')
  return String((named?.value as Node | undefined)?.value ?? '')
}

const isFunction = (node: Node) => /^(ArrowFunctionExpression|Function(Declaration|Expression))$/.test(node.type)
const nameOf = (node: unknown) => String((node as { name?: unknown } | null)?.name ?? '')

function childrenOf(node: Node): Node[] {
  return Object.values(node)
    .flat()
    .filter((child): child is Node => typeof (child as Node | null)?.type === 'string')
}

/** Every message by its full name. */
export function namesIn(catalogue: object, prefix = ''): string[] {
  return Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : namesIn(value as object, `${prefix}${key}.`),
  )
}
