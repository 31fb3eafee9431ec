/** The letters of an account that gets another address. */
import { type LetterParts, writeLetter } from '../../../server/mail/layout.ts'
import { HALF_AN_HOUR, NOBODY_ASKS, type WrittenLetter } from './letters.ts'

const written = (subject: string, parts: Omit<LetterParts, 'title'>): WrittenLetter => ({
  subject,
  ...writeLetter({ title: subject, ...parts }),
})

export function newAddressLetter({ link, code }: { link: string; code: string }): WrittenLetter {
  return written('Your new address at Spotter', {
    lines: ['Somebody, probably you, wants the letters of their Spotter account to come here. Type this code there:'],
    code,
    button: { label: 'Or open this link', href: link },
    notes: [
      'The link works where you are signed in to that account.',
      HALF_AN_HOUR,
      'It wasn’t you? Ignore this letter: nothing is changed without it.',
      NOBODY_ASKS,
    ],
  })
}

/** To an address that has an account already. */
export function takenAddressLetter({ site }: { site: string }): WrittenLetter {
  return written('This address has a Spotter account already', {
    lines: [
      'Somebody, probably you, wants to use this address for another Spotter account. It has an account of its own, so nothing was changed.',
      'Are both yours, and the other one should have this address? Sign in to the one with this address, and give it another address or delete it first.',
    ],
    button: { label: 'Sign in', href: `${site}/sign-in` },
    notes: ['It wasn’t you? Ignore this letter: your account is as it was.'],
  })
}

/** To the address that was. */
export function oldAddressLetter({ site }: { site: string }): WrittenLetter {
  return written('Your Spotter account has another address', {
    lines: [
      'The address of your Spotter account was changed. Letters go to the new one, and this one opens nothing any more.',
    ],
    notes: [
      'It wasn’t you? Then somebody is in your account. Where you are still signed in, choose a new password, which signs every other device out, and change the address back.',
    ],
    button: { label: 'Look at your account', href: `${site}/account` },
  })
}
