/** What was said about a file and holds for the next one with the same headers. */
import type { Column } from './columns.ts'
import { foldHeader } from './headers.ts'
import type { ImportAnswers } from './shapes.ts'

/** What files of one make have in common; null for a file without headers, which says nothing of its make. */
export function headerKey(columns: readonly Pick<Column, 'header'>[]): string | null {
  const headers = columns.map(({ header }) => foldHeader(header))
  return headers.every((header) => header === '') ? null : headers.join('\n')
}

/** The zone is left out: it is the phone's, and the phone may have travelled. */
export function kept({ zone: _zone, ...answers }: ImportAnswers): ImportAnswers {
  return answers
}
