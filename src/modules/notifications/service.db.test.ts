/** The end of a rest on a phone whose page is hidden: over a real push service, without a clock. */
import { describe, expect, test } from 'vitest'
import { MINUTE, NOW, over, restingPhones, ringAll, rings } from '../../test/resting-phones.ts'
import { hearRest, nextDueAt, ringNext } from './service.ts'

const { stage, newPhone, rang, states } = restingPhones()

describe('a rest whose page is hidden', () => {
  test('rings on its phone when it ends, not before, and once', async () => {
    const phone = await newPhone()
    await hearRest(phone, rings(phone), NOW)
    expect(await nextDueAt()).toBe(NOW + MINUTE)
    await ringAll(NOW + MINUTE - 1)
    expect(stage.service.taken).toEqual([])
    await ringAll(NOW + MINUTE)
    await ringAll(NOW + MINUTE + 1_000)
    expect(stage.service.faults).toEqual([])
    expect(stage.service.taken).toMatchObject([
      {
        to: phone.name,
        topic: 'first',
        ttlS: 30,
        urgency: 'high',
        said: { tag: 'rest', title: 'Rest is over', body: 'Bench press 60 × 5', url: '/train/workout' },
      },
    ])
    expect(await nextDueAt()).toBeNull()
    // What was said is not kept once it was sent.
    expect(await stage.db.admin`select state, title, body from timer`).toEqual([{ state: 'rang', title: '', body: '' }])
  })

  test('rings on that phone only, and on the one of the newest rest', async () => {
    const first = await newPhone()
    const second = await newPhone(first)
    await hearRest(first, rings(first, { name: 'older', saidAt: 900 }), NOW)
    await hearRest(second, rings(second, { name: 'newer', saidAt: 5, leftMs: 2 * MINUTE }), NOW)
    await ringAll(NOW + 3 * MINUTE)
    expect(await states()).toEqual(['late'])
    await hearRest(second, rings(second, { name: 'newest', saidAt: 6 }), NOW)
    await ringAll(NOW + MINUTE)
    expect(rang()).toEqual([second.name])
  })

  test('that is skipped, or whose page is back, never rings', async () => {
    const phone = await newPhone()
    await hearRest(phone, rings(phone), NOW)
    await hearRest(phone, over(phone), NOW + 1_000)
    await ringAll(NOW + MINUTE)
    expect(stage.service.taken).toEqual([])
    expect(await states()).toEqual(['over'])
    // Hidden again while it still runs.
    await hearRest(phone, rings(phone, { saidAt: 3 }), NOW + 2_000)
    await ringAll(NOW + 2_000 + MINUTE)
    expect(rang()).toEqual([phone.name])
  })

  test('rings nothing when its words overtake each other, and once when they come twice', async () => {
    const phone = await newPhone()
    await hearRest(phone, over(phone), NOW)
    await hearRest(phone, rings(phone), NOW)
    await ringAll(NOW + MINUTE)
    expect(stage.service.taken).toEqual([])
    await hearRest(phone, rings(phone, { name: 'second', saidAt: 3 }), NOW)
    await ringAll(NOW + MINUTE)
    await hearRest(phone, rings(phone, { name: 'second', saidAt: 3 }), NOW)
    await ringAll(NOW + 2 * MINUTE)
    expect(rang()).toEqual([phone.name])
  })

  test('never rings after the workout was finished on another device', async () => {
    const phone = await newPhone()
    const tablet = await newPhone(phone)
    await hearRest(phone, rings(phone, { saidAt: 500 }), NOW)
    // That it has no rest of that name of its own is no reason to end one.
    await hearRest(tablet, over(tablet, { saidAt: 1 }), NOW)
    expect(await states()).toEqual(['waits'])
    await hearRest(tablet, over(tablet, { name: null, saidAt: 2 }), NOW)
    await ringAll(NOW + MINUTE)
    expect(stage.service.taken).toEqual([])
  })

  test('is cancelled by nobody else, and not by a browser in which somebody else is signed in', async () => {
    const phone = await newPhone()
    const other = await newPhone()
    await hearRest(phone, rings(phone), NOW)
    await hearRest(other, over(phone, { name: null, saidAt: 9 }), NOW)
    await hearRest(other, over(other, { name: null, saidAt: 9 }), NOW)
    await ringAll(NOW + MINUTE)
    expect(rang()).toEqual([phone.name])
  })

  test('is dropped when nobody could ring within 30 seconds of its end', async () => {
    const phone = await newPhone()
    await hearRest(phone, rings(phone), NOW)
    await ringAll(NOW + MINUTE + 30_001)
    expect(stage.service.taken).toEqual([])
    expect(await states()).toEqual(['late'])
  })
})

describe('while it is being sent', () => {
  /** The service has the push and keeps its answer back. */
  function holdAnswer() {
    let give = (_status: number) => {}
    let arrived = () => {}
    const hasArrived = new Promise<void>((done) => {
      arrived = done
    })
    stage.service.answer(() => {
      arrived()
      return new Promise((done) => {
        give = done
      })
    })
    return { hasArrived, give: (status: number) => give(status) }
  }

  test('nobody else sends it, and who cancels it waits for what became of it', async () => {
    const phone = await newPhone()
    await hearRest(phone, rings(phone), NOW)
    const held = holdAnswer()
    const sending = ringNext(NOW + MINUTE)
    await held.hasArrived
    expect(await ringNext(NOW + MINUTE)).toBe(false)
    const cancelling = hearRest(phone, over(phone), NOW + MINUTE)
    held.give(503)
    await Promise.all([sending, cancelling])
    stage.service.answer(() => 201)
    // It was to be tried again; the word came before that.
    await ringAll(NOW + MINUTE + 20_000)
    expect(stage.service.taken).toEqual([])
    expect(await states()).toEqual(['over'])
  })

  test('a sender that dies lets go of it at once, and another sends it', async () => {
    const phone = await newPhone()
    await hearRest(phone, rings(phone), NOW)
    const held = holdAnswer()
    const sending = ringNext(NOW + MINUTE, stage.db.jobs).catch(() => 'died')
    await held.hasArrived
    await stage.db.admin`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and state = 'idle in transaction' and usename = 'spotter_jobs'`
    stage.service.answer(() => 201)
    await expect.poll(() => ringNext(NOW + MINUTE)).toBe(true)
    held.give(500)
    expect(await sending).toBe('died')
    await ringAll(NOW + MINUTE + 1_000)
    expect(rang()).toEqual([phone.name])
  })

  test('many at once go once each', async () => {
    const all = await Promise.all(Array.from({ length: 12 }, () => newPhone()))
    await Promise.all(all.map((phone) => hearRest(phone, rings(phone), NOW)))
    await Promise.all(Array.from({ length: 6 }, () => ringAll(NOW + MINUTE)))
    expect(rang().sort()).toEqual(all.map(({ name }) => name).sort())
  })
})
