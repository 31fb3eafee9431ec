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

type Way = { link: string; code: string }
export const HALF_AN_HOUR = 'Code and link work for half an hour, once.'
export const NOBODY_ASKS =
  'Nobody from Spotter ever asks you for the code. Type it only where you asked for this letter.'

export function signUpLetter({ link, code }: Way): WrittenLetter {
  return written('Your new Spotter account', {
    lines: ['Type this code where you signed up:'],
    code,
    button: { label: 'Or open this link', href: link },
    notes: [HALF_AN_HOUR, 'You did not sign up? Ignore this letter: without the code no account is made.', NOBODY_ASKS],
  })
}

/** To who signed up with an address that has an account. */
export function knownAlreadyLetter({ link, code }: Way): WrittenLetter {
  return written('You have a Spotter account already', {
    lines: [
      'Somebody, probably you, signed up with this address. It has an account already, so no second one was made.',
      'This code signs you in to the one you have. Type it where you signed up:',
    ],
    code,
    button: { label: 'Or open this link', href: link },
    notes: [
      'Your password is what it was. If you forgot it, choose “Forgot your password?” where you sign in.',
      HALF_AN_HOUR,
      'It wasn’t you? Ignore this letter: nothing was changed.',
      NOBODY_ASKS,
    ],
  })
}

export function signInLetter({ link, code }: Way): WrittenLetter {
  return written('Sign in to Spotter', {
    lines: ['Type this code where you asked for it:'],
    code,
    button: { label: 'Or sign in with this link', href: link },
    notes: [
      HALF_AN_HOUR,
      'It wasn’t you? Ignore this letter: nobody gets in without it, and nothing was changed.',
      NOBODY_ASKS,
    ],
  })
}

export function resetLetter({ link, code }: Way): WrittenLetter {
  return written('Choose a new password', {
    lines: [
      'Somebody, probably you, forgot the password of your Spotter account. Open the link and choose a new one.',
      'Every device that is signed in now is signed out by it. What they have not sent yet stays on them and is sent when they sign in again.',
    ],
    button: { label: 'Choose a new password', href: link },
    code,
    notes: [
      'The code does the same where you asked for this letter, such as in the installed app.',
      HALF_AN_HOUR,
      'It wasn’t you? Ignore this letter: your password stays as it is.',
      NOBODY_ASKS,
    ],
  })
}

export function noAccountLetter({ signUp }: { signUp: string }): WrittenLetter {
  return written('There is no Spotter account with this address', {
    lines: [
      'Somebody, probably you, wanted to sign in to Spotter with this address. There is no account with it.',
      'Perhaps you signed up with another address: try that one. Or make a new account:',
    ],
    button: { label: 'Create an account', href: signUp },
    notes: ['It wasn’t you? Ignore this letter.'],
  })
}

export function passkeyLetter({ name, site }: { name: string; site: string }): WrittenLetter {
  return written('A passkey was added to your account', {
    lines: [`From now on a passkey of ${name} opens your Spotter account.`],
    notes: [
      'It wasn’t you? Then somebody is in your account. Choose a new password, which signs every device out, and remove the passkey in your account.',
    ],
    button: { label: 'Look at your passkeys', href: `${site}/account` },
  })
}

export function tokenLetter({ name, site }: { name: string; site: string }): WrittenLetter {
  return written('An access token was made for your account', {
    lines: [`From now on whoever has the token “${name}” can reach your training log from outside of the app.`],
    notes: [
      'It wasn’t you? Then somebody is in your account. Take the token back in your account, and choose a new password.',
    ],
    button: { label: 'Look at your tokens', href: `${site}/account#tokens` },
  })
}

export function googleLetter({ site }: { site: string }): WrittenLetter {
  return written('Google opens your account now', {
    lines: ['Somebody, probably you, signed in to your Spotter account with Google. From now on that opens it.'],
    notes: ['It wasn’t you? Then somebody uses your Google account: secure that one first.'],
    button: { label: 'Look at your signed-in devices', href: `${site}/account` },
  })
}

export function noGoogleLetter({ site }: { site: string }): WrittenLetter {
  return written('Google no longer opens your account', {
    lines: [
      'Somebody, probably you, removed Google from your Spotter account. Signing in another way works as before.',
    ],
    notes: [
      'It wasn’t you? Then somebody is in your account. Choose a new password, which signs every device out.',
      'Signing in with Google at this very address links the two again.',
    ],
    button: { label: 'Look at your account', href: `${site}/account` },
  })
}
