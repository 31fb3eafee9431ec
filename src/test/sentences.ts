/** Finds what a person would read that stands in the code: it belongs to the catalogue (src/messages). */
import { parseSync } from 'oxc-parser'
import type { SourceFile } from './house.ts'

type Node = { type: string; [key: string]: unknown }

/** Rooms whose words are shown. The kit's gallery shows samples; what the server says is decision 13. */
const SHOWS = /^(modules\/[a-z]+\/(rules|ui)|screens(?!\/kit\/)|client|ui)\/.*\.tsx?$/
const FOR_TESTS = /\.test\.tsx?$|\/fixtures[\w-]*\.tsx?$/
/** Attributes that are read or heard, down to one word. */
const READ = new Set(['aria-label', 'alt', 'title', 'label', 'placeholder', 'hint', 'detail', 'text'])
const BRAND = /^spotter$/i

export function sentencesIn(file: SourceFile): string[] {
  if (!SHOWS.test(file.path) || FOR_TESTS.test(file.path)) return []
  const found: string[] = []
  look(parseSync(file.path, file.text).program as unknown as Node, found)
  return found.map((text) => `${file.path}: “${text.trim().replace(/\s+/g, ' ')}”`)
}

function look(node: Node, found: string[]): void {
  if (isForDevelopers(node) || isClassName(node)) return
  const text = textOf(node)
  const isRead =
    node.type === 'JSXText'
      ? hasWord(text ?? '')
      : node.type === 'JSXAttribute'
        ? READ.has(nameOf(node.name)) && /^\p{Lu}\p{L}/u.test(textOf(node.value as Node | null) ?? '')
        : text !== null && isSentence(text)
  if (isRead) found.push(text ?? textOf(node.value as Node) ?? '')
  else for (const child of childrenOf(node)) look(child, found)
}

/** Between tags one word is enough, save the product's name. */
function hasWord(text: string): boolean {
  const bare = text.replace(/&\w+;/g, ' ').trim()
  return /\p{L}{2}/u.test(bare) && !BRAND.test(bare)
}

/** Words side by side that begin or end like a sentence, or quote; `…` is what a template puts in. */
function isSentence(text: string): boolean {
  const bare = text.trim()
  if (!/(\p{L}{2,}|…)[,;:.!?”)]*\s+[“(]?(\p{L}{2,}|…)/u.test(bare) || !/\p{L}{2}/u.test(bare)) return false
  const isPlain = bare.split(/\s+/).every((word) => /^[“(]?(…|[\p{L}’']+|\d+)[,;:.!?”)]*$/u.test(word))
  return /^[“(]?\p{Lu}/u.test(bare) || /[.!?]$/.test(bare) || /[“”]/.test(bare) || (isPlain && /^…/.test(bare))
}

/** What is thrown or logged is read by developers. */
function isForDevelopers(node: Node): boolean {
  if (node.type === 'ThrowStatement') return true
  const callee = node.callee as Node | undefined
  if (node.type === 'NewExpression') return /Error$/.test(nameOf(callee))
  return node.type === 'CallExpression' && callee?.type === 'MemberExpression' && nameOf(callee.object) === 'console'
}

function isClassName(node: Node): boolean {
  return (
    (node.type === 'JSXAttribute' && /className$/i.test(nameOf(node.name))) ||
    (node.type === 'CallExpression' && nameOf(node.callee) === 'cx')
  )
}

function textOf(node: Node | null): string | null {
  if (node?.type === 'TemplateLiteral') {
    return (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join('…')
  }
  const isText = node?.type === 'JSXText' || node?.type === 'Literal'
  return isText && typeof node.value === 'string' ? node.value : null
}

const nameOf = (node: unknown) => String((node as { name?: unknown } | undefined)?.name ?? '')

function childrenOf(node: Node): Node[] {
  return Object.values(node)
    .flat()
    .filter((child): child is Node => typeof (child as Node | null)?.type === 'string')
}
