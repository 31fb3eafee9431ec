/**
 * As much of XML as GPX, TCX and KML are made of: elements by their names, whatever prefix a recorder gives them. Strict about
 * what closes what, since that tells a file that was cut off; no entities of its own, no outside.
 */
import { instantOfText } from './instant.ts'

export type Element = { name: string; attributes: Record<string, string>; children: Element[]; text: string }

const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<![^>]*>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const plain = (text: string) =>
  text.replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|(\w+));/gi, (all, ten, hex, name) => {
    if (name) return NAMED[name] ?? all
    return String.fromCodePoint(ten ? Number(ten) : Number.parseInt(hex, 16))
  })
const bare = (name: string) => name.slice(name.indexOf(':') + 1)

/** The root, or null for what is no XML of that name or ends before its end. */
export function rootOf(text: string, name: string): Element | null {
  const top: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [top]
  let end = text.charCodeAt(0) === 0xfeff ? 1 : 0
  TOKEN.lastIndex = end
  for (let token = TOKEN.exec(text); token; token = TOKEN.exec(text)) {
    // What fits nowhere in between was skipped: no XML.
    if (token.index !== end) return null
    end = TOKEN.lastIndex
    const [, data, closes, tag, attributes, isEmpty, words] = token
    const here = open.at(-1)
    if (!here) return null
    if (data !== undefined) here.text += data
    else if (words !== undefined) here.text += words
    else if (tag === undefined) continue
    else if (closes) {
      if (open.length < 2 || open.pop()?.name !== bare(tag)) return null
    } else {
      const made: Element = { name: bare(tag), attributes: {}, children: [], text: '' }
      for (const [, key = '', one, other] of attributes?.matchAll(ATTRIBUTE) ?? []) {
        made.attributes[key] = plain(one ?? other ?? '')
      }
      here.children.push(made)
      if (!isEmpty) open.push(made)
    }
  }
  return end === text.length && open.length === 1 ? (all(top, name)[0] ?? null) : null
}

export function all(of: Element, name: string): Element[] {
  return of.children.filter((child) => child.name === name)
}

export function first(of: Element | undefined, ...path: string[]): Element | undefined {
  return path.reduce<Element | undefined>((at, name) => at?.children.find((child) => child.name === name), of)
}

export function textOf(of: Element | undefined, ...path: string[]): string | null {
  const found = first(of, ...path)
  return found ? plain(found.text).trim() : null
}

export function numberOf(text: string | null | undefined): number | null {
  if (text === null || text === undefined || text.trim() === '') return null
  const value = Number(text)
  return Number.isFinite(value) ? value : null
}

/** Degrees, or null for what lies on no globe. */
export function degrees(text: string | null | undefined, most: number): number | null {
  const value = numberOf(text)
  return value !== null && Math.abs(value) <= most ? value : null
}

export const instantAt = (of: Element, name: string) => instantOfText(textOf(of, name))

/** The first of that name below, however deep: extensions nest as each recorder likes. */
export function deep(of: Element | undefined, name: string): Element | undefined {
  for (const child of of?.children ?? []) {
    const found = child.name === name ? child : deep(child, name)
    if (found) return found
  }
  return undefined
}
