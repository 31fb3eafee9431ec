/**
 * As much of ZIP (APPNOTE 6.3) as a KMZ needs: where its KML lies. Sizes come from the directory at the end, since what
 * stands before each file may leave them out. Encrypted and 64-bit archives are none of these.
 */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04

const END = 0x06054b50
const ENTRY = 0x02014b50
const END_SIZE = 22
const ENTRY_SIZE = 46
const MOST_COMMENT = 65_535

export type Packed = { bytes: Uint8Array<ArrayBuffer>; isDeflated: boolean }

/** The first KML in it, the main one as KMZ has it; null where there is none, or the zip is cut off. */
export function kmlIn(file: Uint8Array<ArrayBuffer>): Packed | null {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const end = endOf(view)
  if (end === null) return null
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i++) {
    if (at + ENTRY_SIZE > end || view.getUint32(at, true) !== ENTRY) return null
    const [nameSize, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ]
    const name = new TextDecoder().decode(file.subarray(at + ENTRY_SIZE, at + ENTRY_SIZE + nameSize))
    if (/\.kml$/i.test(name)) return entryAt(file, view, at)
    at += ENTRY_SIZE + nameSize + extra + comment
  }
  return null
}

function endOf(view: DataView): number | null {
  for (let at = view.byteLength - END_SIZE; at >= 0 && at >= view.byteLength - END_SIZE - MOST_COMMENT; at--) {
    if (view.getUint32(at, true) === END) return at
  }
  return null
}

function entryAt(file: Uint8Array<ArrayBuffer>, view: DataView, entry: number): Packed | null {
  const method = view.getUint16(entry + 10, true)
  const size = view.getUint32(entry + 20, true)
  const head = view.getUint32(entry + 42, true)
  if (head + 30 > file.length || (method !== 0 && method !== 8)) return null
  const start = head + 30 + view.getUint16(head + 26, true) + view.getUint16(head + 28, true)
  return start + size > file.length ? null : { bytes: file.slice(start, start + size), isDeflated: method === 8 }
}
