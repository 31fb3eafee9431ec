import { describe, expect, test } from 'vitest'
import { parseEnv } from './env.ts'

const BASE = {
  DATABASE_URL: 'postgres://spotter_app@127.0.0.1/spotter',
  DATABASE_JOBS_URL: 'postgres://spotter_jobs@127.0.0.1/spotter',
  SESSION_SECRET: 'a secret that only the tests know, of 32 or more',
}
const SMTP = { SMTP_URL: 'smtp://user:pass@mail.example.com:587', MAIL_FROM: 'Spotter <no-reply@example.com>' }
const GOOGLE = { GOOGLE_CLIENT_ID: 'client-of-google', GOOGLE_CLIENT_SECRET: 'secret-of-google' }

describe('what mail and Google need', () => {
  test('is taken together, or not at all', () => {
    expect(parseEnv({ ...BASE, ...SMTP, ...GOOGLE })).toMatchObject({ ...SMTP, ...GOOGLE })
    expect(parseEnv({ ...BASE, SMTP_URL: '', MAIL_FROM: '' })).not.toHaveProperty('SMTP_URL')
    expect(parseEnv({ ...BASE, MAIL_FROM: 'no-reply@example.com' })).toMatchObject({
      MAIL_FROM: 'no-reply@example.com',
    })
  })

  test.each([
    [{ SMTP_URL: SMTP.SMTP_URL }, 'MAIL_FROM is not set: with SMTP_URL, set it to the sender of its letters'],
    [
      { SMTP_URL: 'mail.example.com' },
      'SMTP_URL has a value that can not be used: set it to the address of a mail server',
    ],
    [{ ...SMTP, MAIL_FROM: 'Spotter' }, 'MAIL_FROM has a value that can not be used'],
    [{ ...SMTP, MAIL_FROM: 'a@b\r\nBcc: everybody@c' }, 'MAIL_FROM has a value that can not be used'],
    [{ GOOGLE_CLIENT_ID: GOOGLE.GOOGLE_CLIENT_ID }, 'GOOGLE_CLIENT_SECRET is not set: with GOOGLE_CLIENT_ID'],
    [{ GOOGLE_CLIENT_SECRET: GOOGLE.GOOGLE_CLIENT_SECRET }, 'GOOGLE_CLIENT_ID is not set: with GOOGLE_CLIENT_SECRET'],
    [{ SPOTTER_OUTBOX: 'guessable' }, 'SPOTTER_OUTBOX has a value that can not be used'],
  ])('%o is explained', (given, sentence) => {
    expect(() => parseEnv({ ...BASE, ...given })).toThrow(sentence)
  })
})
