/**
 * The code that a member's phone shows at the door, made without a network: RFC 6238 over HMAC-SHA-256, six digits, a new
 * one each half minute. The HMAC itself comes in: the phone and the server have their own.
 */

export const STEP_MS = 30_000
/** Half minutes that a phone's clock may be off, either way; the time that a hand takes to the scanner is in it. */
export const STEPS_OFF = 2
const DIGITS = 6

export const stepOf = (ms: number): number => Math.floor(ms / STEP_MS)

/** Steps at which a code that is read now may have been made, the likeliest first. */
export function stepsAround(ms: number): number[] {
  const now = stepOf(ms)
  return Array.from({ length: 2 * STEPS_OFF + 1 }, (_, i) => now + (i % 2 === 0 ? -i / 2 : (i + 1) / 2))
}

/** The counter as RFC 4226 hashes it: eight bytes, big-endian. */
export function stepBytes(step: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(step))
  return bytes
}

/** Dynamic truncation, RFC 4226 §5.3. */
export function codeOfDigest(digest: Uint8Array): string {
  const at = (digest.at(-1) ?? 0) & 0x0f
  const [a = 0, b = 0, c = 0, d = 0] = digest.subarray(at, at + 4)
  const number = ((a & 0x7f) << 24) | (b << 16) | (c << 8) | d
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0')
}

export type CheckInText = { gymId: string | null; number: number; code: string }

const MARK = 'SPOTTER'

/** What the picture holds. Upper case only: a QR code packs it tighter. */
export function qrText({ gymId, number, code }: { gymId: string; number: number; code: string }): string {
  return `${MARK}:${gymId.toUpperCase()}:${number}:${code}`
}

/** `1042 481902`: the member's number and the code, as they are read to the desk. */
export const spokenText = ({ number, code }: { number: number; code: string }): string => `${number} ${code}`

const PICTURE = new RegExp(`^${MARK}:([0-9A-F-]{36}):(\\d{1,9}):(\\d{${DIGITS}})$`)

/** What a camera read or a hand typed; null for what is no code of ours. */
export function readCheckInText(text: string): CheckInText | null {
  const [, gymId, number, code] = PICTURE.exec(text.trim()) ?? []
  if (gymId && number && code) return { gymId: gymId.toLowerCase(), number: Number(number), code }
  const digits = text.replace(/[\s.,·–-]/g, '')
  if (!/^\d+$/.test(digits) || digits.length <= DIGITS || digits.length > DIGITS + 9) return null
  return { gymId: null, number: Number(digits.slice(0, -DIGITS)), code: digits.slice(-DIGITS) }
}
