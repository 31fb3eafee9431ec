/** The letters of an account that leaves. */
import { type LetterParts, writeLetter } from '../../../server/mail/layout.ts'
import type { WrittenLetter } from './letters.ts'

const written = (subject: string, parts: Omit<LetterParts, 'title'>): WrittenLetter => ({
  subject,
  ...writeLetter({ title: subject, ...parts }),
})

/** `6 December 2026`, in UTC: the hour matters to nobody seven days ahead. */
const day = (at: number) => new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(at)

export function leavingLetter({ dueAt, link }: { dueAt: number; link: string }): WrittenLetter {
  return written('Your account will be deleted', {
    lines: [
      `On ${day(dueAt)} your account and your log are deleted for good. Until then nothing is lost: sign in and keep the account.`,
      'You are signed out on all devices.',
    ],
    button: { label: 'Keep my account', href: link },
    notes: ['It wasn’t you? Sign in, keep the account, and change your password.'],
  })
}

export function keptLetter({ link }: { link: string }): WrittenLetter {
  return written('Your account stays', {
    lines: ['You signed in and kept your account. Nothing was deleted.'],
    button: { label: 'Your account', href: link },
    notes: ['It wasn’t you? Change your password: somebody else has it.'],
  })
}
