/** A gym's letters. Each says who writes, what for, and what becomes visible to whom. */
import { writeLetter } from '../../../server/mail/layout.ts'

export type WrittenLetter = { subject: string; text: string; html: string }

export function memberLetter(args: { gymName: string; name: string; link: string; days: number }): WrittenLetter {
  const { gymName, name, link, days } = args
  const subject = `${gymName} invites you to Spotter`
  return {
    subject,
    ...writeLetter({
      title: subject,
      lines: [
        `${name}, ${gymName} has you on its list of members. With an account at Spotter you check in with a code on your phone, with or without a signal, and keep a training log that is yours alone.`,
        'Open the link to see what the gym knows of you, and decide. It sees your name, your contact and when you were there: never what you train.',
      ],
      button: { label: 'See what is shared', href: link },
      notes: [
        `The link works for ${days} days, once. It is made for you: don’t pass it on.`,
        `You are no member of ${gymName}? Then somebody typed your address by mistake. Ignore this letter: nothing happens.`,
      ],
    }),
  }
}

export function staffLetter(args: { gymName: string; role: string; link: string; days: number }): WrittenLetter {
  const { gymName, role, link, days } = args
  const subject = `Work with ${gymName} on Spotter`
  return {
    subject,
    ...writeLetter({
      title: subject,
      lines: [`${gymName} invites you to join its staff as ${role}. The link says what you will see and do there.`],
      button: { label: 'Look at the invite', href: link },
      notes: [
        `The link works for ${days} days. Whoever has it can join: don’t pass it on.`,
        'You expected nothing of the kind? Ignore this letter: nothing happens.',
      ],
    }),
  }
}
