'use client'
import { useTranslations } from 'use-intl'
import { type Problem, type Said, valuesOf } from '../../rules/import/problems.ts'

/** What is wrong with a file, a line of it or its import, as a sentence. */
export function useProblemWords(): (said: Said | Problem) => string {
  const t = useTranslations('import.problem')
  return (said) => t(said.key, valuesOf(said))
}
