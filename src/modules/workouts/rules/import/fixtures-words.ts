/** Problems as the athlete reads them: the real catalogue, filled as the screens fill it. */
import { createTranslator } from 'use-intl'
import messages from '../../../../messages/en/athlete-elsewhere.json' with { type: 'json' }
import { type Problem, type Said, type SaidKey, valuesOf } from './problems.ts'

/** tsc refuses a key without its sentence here, and below a sentence that nothing says. */
const words: Record<SaidKey, string> = messages.import.problem
const problem = words satisfies Record<keyof typeof messages.import.problem, string>

const t = createTranslator({ locale: 'en', messages: { problem }, namespace: 'problem' })

export const sentence = (said: Said | Problem) => t(said.key, valuesOf(said) as never)
