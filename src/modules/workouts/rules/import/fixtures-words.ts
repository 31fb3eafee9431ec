/** Problems as the athlete reads them: the real catalogue, filled as the screens fill it. */
import { createTranslator } from 'use-intl'
import messages from '../../../../messages/en/athlete-elsewhere.json' with { type: 'json' }
import { type Problem, type Said, type SaidKey, valuesOf } from './problems.ts'

const words: Record<SaidKey, string> = messages.import.problem
/** tsc refuses a sentence of the catalogue that nothing says, and above one that it lacks. */
export const SAID: Record<keyof typeof messages.import.problem, string> = words

const t = createTranslator({ locale: 'en', messages, namespace: 'import.problem' })

export const sentence = (said: Said | Problem) => t(said.key, valuesOf(said) as never)
