import { parseEntered, type Refused } from './entered-number.ts'
import { rir2OfRpe2 } from './units.ts'

/** Effort as it is typed, RPE 1 to 10 or reps in reserve 0 to 10 in halves, as RIR × 2. */
export function parseEffort(text: string, scale: 'rpe' | 'rir'): { ok: true; rir2: number } | Refused {
  const parsed = parseEntered(text)
  if (!parsed.ok) return parsed
  const unit = 10n ** BigInt(parsed.value.scale)
  const doubled = parsed.value.digits * 2n
  if (doubled % unit !== 0n) return { ok: false, why: 'not_half_steps' }
  const halves = Number(doubled / unit)
  if (halves > 20) return { ok: false, why: 'too_large' }
  return { ok: true, rir2: scale === 'rpe' ? rir2OfRpe2(halves) : halves }
}
