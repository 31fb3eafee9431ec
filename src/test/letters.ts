/** Letters as they would be sent: what stands in the table after the commit. */
import type { TestDatabase } from './database.ts'

export type FoundLetter = { subject: string; text: string; html: string }

/** The newest to an address; throws when there is none. */
export async function newestLetter({ admin }: Pick<TestDatabase, 'admin'>, to: string): Promise<FoundLetter> {
  const [letter] = await admin<FoundLetter[]>`
    select subject, text, html from letter where to_address = ${to} order by id desc limit 1`
  if (!letter) throw new Error('No letter to this address.')
  return letter
}

/** The secret of the link in it. */
export function linkIn({ text }: FoundLetter): string {
  return /\/letter\/([\w-]+)/.exec(text)?.[1] ?? ''
}

/** The code in it, as it is typed. */
export function codeIn({ text }: FoundLetter): string {
  return /^ +(\d{3} \d{3})$/m.exec(text)?.[1] ?? ''
}
