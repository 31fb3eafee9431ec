/** PostgreSQL refuses a text with a NUL, and half of a surrogate pair is no text: names the field that holds one. */
import { fieldName, type Path, shown } from '../shared/input-error.ts'

/** Null when every text in `value` can be stored. */
export function unstorableSentence(value: unknown): string | null {
  const found = findUnstorable(value, [])
  if (!found) return null
  const field = fieldName(found.path)
  const was = shown(found.text.toWellFormed(), found.path)
  return `${field.charAt(0).toUpperCase()}${field.slice(1)} holds a character that can’t be stored: it was ${was}.`
}

function findUnstorable(value: unknown, path: Path): { path: Path; text: string } | null {
  if (typeof value === 'string') return value.includes('\u0000') || !value.isWellFormed() ? { path, text: value } : null
  if (typeof value !== 'object' || value === null) return null
  for (const [key, inner] of Object.entries(value)) {
    const found = findUnstorable(inner, [...path, Array.isArray(value) ? Number(key) : key])
    if (found) return found
  }
  return null
}
