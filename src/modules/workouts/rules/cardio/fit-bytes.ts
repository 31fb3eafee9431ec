/**
 * FIT as it lies in the file: messages by number, fields by number. Lenient where recorders are (a sum of zero, files one
 * behind the other), strict where a file was cut off or changed. Garmin's protocol, chapters 3 to 5.
 */

export type FitMessage = { number: number; fields: Map<number, number> }

type Definition = {
  number: number
  little: boolean
  fields: { id: number; size: number; type: number }[]
  skip: number
}

const TIMESTAMP = 253
/** By base type: bytes, whether signed, and the value that means nothing. */
const TYPES: Record<number, { size: 1 | 2 | 4; signed: boolean; none: number }> = {
  0: { size: 1, signed: false, none: 0xff },
  1: { size: 1, signed: true, none: 0x7f },
  2: { size: 1, signed: false, none: 0xff },
  3: { size: 2, signed: true, none: 0x7fff },
  4: { size: 2, signed: false, none: 0xffff },
  5: { size: 4, signed: true, none: 0x7fffffff },
  6: { size: 4, signed: false, none: 0xffffffff },
  10: { size: 1, signed: false, none: 0 },
  11: { size: 2, signed: false, none: 0 },
  12: { size: 4, signed: false, none: 0 },
}

export function isFit(bytes: Uint8Array): boolean {
  return bytes.length >= 12 && String.fromCharCode(...bytes.subarray(8, 12)) === '.FIT'
}

/** The wanted messages in order; null for what was cut off or changed on its way. */
export function fitMessages(bytes: Uint8Array, wanted: ReadonlySet<number>): FitMessage[] | null {
  const messages: FitMessage[] = []
  for (let from = 0; from < bytes.length; ) {
    const rest = bytes.subarray(from)
    const view = new DataView(rest.buffer, rest.byteOffset, rest.byteLength)
    const head = rest[0] ?? 0
    if (head < 12 || !isFit(rest)) return null
    const end = head + view.getUint32(4, true)
    if (end + 2 > rest.length) return null
    const sum = view.getUint16(end, true)
    if (sum !== 0 && sum !== fitSum(rest.subarray(0, end))) return null
    if (!readOne(view, head, end, wanted, messages)) return null
    from += end + 2
  }
  return messages
}

function readOne(view: DataView, from: number, end: number, wanted: ReadonlySet<number>, into: FitMessage[]): boolean {
  const definitions = new Map<number, Definition>()
  let stamp = 0
  for (let at = from; at < end; ) {
    const head = view.getUint8(at++)
    const isShort = (head & 0x80) !== 0
    if (!isShort && (head & 0x40) !== 0) {
      const defined = defineAt(view, at, end, (head & 0x20) !== 0)
      if (!defined) return false
      definitions.set(head & 0x0f, defined.definition)
      at = defined.at
      continue
    }
    const definition = definitions.get(isShort ? (head >> 5) & 3 : head & 0x0f)
    if (!definition) return false
    const size = definition.fields.reduce((sum, field) => sum + field.size, definition.skip)
    if (at + size > end) return false
    const fields = fieldsAt(view, at, definition)
    // A short header counts on from the last whole time, in 32 seconds.
    if (isShort) fields.set(TIMESTAMP, stamp + (((head & 0x1f) - (stamp & 0x1f) + 32) & 0x1f))
    stamp = fields.get(TIMESTAMP) ?? stamp
    if (wanted.has(definition.number)) into.push({ number: definition.number, fields })
    at += size
  }
  return true
}

function defineAt(
  view: DataView,
  at: number,
  end: number,
  hasOwn: boolean,
): { definition: Definition; at: number } | null {
  if (at + 5 > end) return null
  const little = view.getUint8(at + 1) === 0
  const definition: Definition = { number: view.getUint16(at + 2, little), little, fields: [], skip: 0 }
  const n = view.getUint8(at + 4)
  let next = at + 5
  if (next + 3 * n > end) return null
  for (let i = 0; i < n; i++, next += 3) {
    const [id, size, type] = [view.getUint8(next), view.getUint8(next + 1), view.getUint8(next + 2) & 0x1f]
    definition.fields.push({ id, size, type })
  }
  if (!hasOwn) return { definition, at: next }
  // What a maker adds of its own is stepped over.
  if (next >= end) return null
  const own = view.getUint8(next++)
  if (next + 3 * own > end) return null
  for (let i = 0; i < own; i++, next += 3) definition.skip += view.getUint8(next + 1)
  return { definition, at: next }
}

/** Single numbers only: texts and lists say nothing that is asked. */
function fieldsAt(view: DataView, from: number, { fields, little }: Definition): Map<number, number> {
  const values = new Map<number, number>()
  let at = from
  for (const { id, size, type } of fields) {
    const known = TYPES[type]
    if (known && known.size === size) {
      const value = numberAt(view, at, known, little)
      if (value !== known.none) values.set(id, value)
    }
    at += size
  }
  return values
}

function numberAt(view: DataView, at: number, { size, signed }: { size: 1 | 2 | 4; signed: boolean }, little: boolean) {
  if (size === 1) return signed ? view.getInt8(at) : view.getUint8(at)
  if (size === 2) return signed ? view.getInt16(at, little) : view.getUint16(at, little)
  return signed ? view.getInt32(at, little) : view.getUint32(at, little)
}

const HALVES = [
  0x0000, 0xcc01, 0xd801, 0x1400, 0xf001, 0x3c00, 0x2800, 0xe401, 0xa001, 0x6c00, 0x7800, 0xb401, 0x5000, 0x9c01,
  0x8801, 0x4400,
] as const

/** The protocol's check sum (CRC-16), half a byte at a time. */
export function fitSum(bytes: Uint8Array): number {
  let sum = 0
  for (const byte of bytes) {
    for (const half of [byte & 15, byte >> 4]) {
      sum = ((sum >> 4) & 0x0fff) ^ (HALVES[sum & 15] ?? 0) ^ (HALVES[half] ?? 0)
    }
  }
  return sum
}
