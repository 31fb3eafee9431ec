/** The letters about an account. Each says what happened, what to do, and what if it wasn't you. */
import { type LetterParts, writeLetter } from '../../../server/mail/layout.ts'

export type WrittenLetter = { subject: string; text: string; html: string }

const written = (subject: string, parts: Omit<LetterParts, 'title'> & { title?: string }): WrittenLetter => ({
  subject,
  ...writeLetter({ title: subject, ...parts }),
})

export function verifyLetter({ email, link }: { email: string; link: string }): WrittenLetter {
  return written('Confirm your address', {
    lines: [
      `Is ${email} the address of your Spotter account? Open the link and confirm it, so that you can get back in if you forget your password.`,
    ],
    button: { label: 'Confirm this address', href: link },
    notes: [
      'The link works for three days, once.',
      'You have no account at Spotter? Then somebody typed your address by mistake. Ignore this letter: nothing happens.',
    ],
  })
}
