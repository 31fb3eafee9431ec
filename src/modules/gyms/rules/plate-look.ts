/** How a plate is drawn: by its weight, as lifters know it from afar. The number always stands beside the colour. */
import type { Weight } from '../model/places.ts'
import { roughG } from './amount.ts'

/** In pixels, and a colour's token. */
export type PlateLook = { height: number; colour: string }

/** Colours as on competition plates in kg; pounds borrow them by size. */
export function plateLook(plate: Weight): PlateLook {
  const plateG = roughG(plate)
  if (plateG >= 24_000) return { height: 46, colour: 'var(--plate-red)' }
  if (plateG >= 19_000) return { height: 43, colour: 'var(--plate-blue)' }
  if (plateG >= 14_000) return { height: 36, colour: 'var(--plate-yellow)' }
  if (plateG >= 9_000) return { height: 32, colour: 'var(--plate-green)' }
  if (plateG >= 4_000) return { height: 28, colour: 'var(--plate-light)' }
  if (plateG >= 2_000) return { height: 24, colour: 'var(--plate-light)' }
  return { height: 20, colour: 'var(--plate-dark)' }
}
