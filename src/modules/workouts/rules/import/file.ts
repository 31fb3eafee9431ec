/** From bytes to text: what a file is before anything in it is read. Needs only its first bytes to refuse it. */
import { type FileKind, MAX_FILE_BYTES, type Problem, refused, tooLarge } from './problems.ts'

/** First bytes by which a file gives itself away, whatever its name says. */
const SIGNATURES: readonly [readonly number[], FileKind][] = [
  [[0x50, 0x4b, 0x03, 0x04], 'zip'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'oldExcel'],
  [[0x25, 0x50, 0x44, 0x46], 'pdf'],
  [[0x1f, 0x8b], 'compressed'],
  [[0x89, 0x50, 0x4e, 0x47], 'picture'],
  [[0xff, 0xd8, 0xff], 'picture'],
  [[0x47, 0x49, 0x46, 0x38], 'picture'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'database'],
  [[0x62, 0x70, 0x6c, 0x69, 0x73, 0x74], 'settings'],
  [[0x7f, 0x45, 0x4c, 0x46], 'program'],
  [[0x4d, 0x5a, 0x90], 'program'],
]

const binary = (name: string, kind: FileKind) => refused({ key: 'binary', values: { name, kind } })

/** Refuses a file by its size and its first few thousand bytes, before the rest is read. */
export function refuseFile(name: string, bytes: number, head: Uint8Array): Problem | null {
  if (bytes > MAX_FILE_BYTES) return tooLarge(name, bytes)
  if (bytes === 0) return refused({ key: 'empty', values: { name } })
  const signature = SIGNATURES.find(([start]) => start.every((byte, i) => head[i] === byte))
  if (signature) return binary(name, signature[1])
  if (!utf16(head) && looksBinary(head)) return binary(name, 'binary')
  return null
}

function looksBinary(head: Uint8Array): boolean {
  let control = 0
  for (const byte of head) {
    if (byte === 0) return true
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) control++
  }
  return control > head.length / 20
}

/** By its mark, or by every other byte being zero, as Excel's "Unicode text" has it. */
function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const pairs = Math.min(bytes.length, 400) >> 1
  let low = 0
  let high = 0
  for (let i = 0; i < pairs; i++) {
    if (bytes[2 * i + 1] === 0) low++
    if (bytes[2 * i] === 0) high++
  }
  if (pairs > 10 && low > pairs * 0.8 && high === 0) return 'utf-16le'
  if (pairs > 10 && high > pairs * 0.8 && low === 0) return 'utf-16be'
  return null
}

/** UTF-8 or UTF-16; what is neither was saved by an old spreadsheet in the Windows code page. */
export function decodeText(bytes: Uint8Array): string {
  const wide = utf16(bytes)
  if (wide) return new TextDecoder(wide).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The same refusals for text that came without its bytes. */
export function refuseText(name: string, text: string): Problem | null {
  if (text.length > MAX_FILE_BYTES) return tooLarge(name, text.length)
  const head = text.slice(0, 4096)
  if (head.trim() === '') return refused({ key: 'empty', values: { name } })
  if (head.startsWith('PK\u0003\u0004')) return binary(name, 'zip')
  if (head.includes('\u0000') || (head.match(/\ufffd/g)?.length ?? 0) > head.length / 20) {
    return binary(name, 'binary')
  }
  const start = head.replace(/^\ufeff/, '').trimStart()
  if (/^[[{]\s*["{[]/.test(start)) return binary(name, 'json')
  if (/^<(!doctype|html|\?xml)/i.test(start)) return binary(name, 'page')
  return null
}
