import { beforeAll, expect, test } from 'vitest'
import type { TestDatabase } from '../../../test/database.ts'
import { linkIn, newestLetter } from '../../../test/letters.ts'
import { newPerson, openServices } from '../../../test/people.ts'
import { findMe } from './accounts.ts'
import { previewLetter } from './by-letter.ts'
import { removeExpiredProofs } from './proofs.ts'
import { sendVerification, verifyAddress } from './verification.ts'

const ip = '192.0.2.77'
let db: TestDatabase
beforeAll(async () => {
  db = await openServices()
})

test('an address is verified by its letter’s link, once, and the log says so without the address', async () => {
  const ana = await newPerson('Ana')
  expect((await findMe(ana)).isVerified).toBe(false)
  expect(await sendVerification(ana)).toEqual({ sent: true })
  const token = linkIn(await newestLetter(db, ana.email))
  expect(await previewLetter({ token, ip })).toMatchObject({ kind: 'verify', email: ana.email })
  // Looking is not using it.
  expect((await findMe(ana)).isVerified).toBe(false)
  expect(await verifyAddress({ token, ip })).toEqual({ email: ana.email })
  expect((await findMe(ana)).isVerified).toBe(true)
  await expect(verifyAddress({ token, ip })).rejects.toMatchObject({
    code: 'conflict',
    message: 'This link was used already: each works once.',
  })
  expect(await sendVerification(ana)).toEqual({ sent: false })
  const log = await db.admin`select action, before, after from audit where subject_id = ${ana.userId}`
  expect(log).toContainEqual({ action: 'address.verify', before: null, after: null })
  expect(JSON.stringify(await db.admin`select * from verification`)).not.toContain(token)
})

test('of two who use a link at the same moment one is told that it was used', async () => {
  const ben = await newPerson('Ben')
  await sendVerification(ben)
  const token = linkIn(await newestLetter(db, ben.email))
  const answers = await Promise.all(
    Array.from({ length: 6 }, () =>
      verifyAddress({ token, ip }).then(
        () => 'done',
        ({ code }) => code,
      ),
    ),
  )
  expect(answers.sort()).toEqual(['conflict', 'conflict', 'conflict', 'conflict', 'conflict', 'done'])
})

test('a link that expired, or that leads nowhere, does nothing and says what to do', async () => {
  const cleo = await newPerson('Cleo')
  const day = 86_400_000
  await sendVerification(cleo, Date.now() - 4 * day)
  const token = linkIn(await newestLetter(db, cleo.email))
  const expired = { code: 'conflict', message: 'This link has expired: ask for a new letter.' }
  await expect(previewLetter({ token, ip })).rejects.toMatchObject(expired)
  await expect(verifyAddress({ token, ip })).rejects.toMatchObject(expired)
  await removeExpiredProofs()
  await removeExpiredProofs(Date.now() + day)
  await expect(verifyAddress({ token, ip })).rejects.toMatchObject({ code: 'not_found' })
  expect((await findMe(cleo)).isVerified).toBe(false)
})

test('letters to one address are limited', async () => {
  const dora = await newPerson('Dora')
  for (let n = 0; n < 6; n++) await sendVerification(dora)
  await expect(sendVerification(dora)).rejects.toMatchObject({ code: 'rate_limited' })
})
