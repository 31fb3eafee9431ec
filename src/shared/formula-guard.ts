/**
 * A text that a spreadsheet would run as a formula is made plain text by an apostrophe before it; a text that has one
 * already gets another, so that taking one off gives back exactly what was written.
 */
const FORMULA = /^'*[=+\-@\t\r]/

export const isFormula = (text: string) => FORMULA.test(text)
export const guardFormula = (text: string) => (isFormula(text) ? `'${text}` : text)
export const unguardFormula = (text: string) => (text.startsWith("'") && isFormula(text) ? text.slice(1) : text)
