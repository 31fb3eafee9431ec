/**
 * A thousand rests that end while their pages are hidden, rung by two processes as production has them; one of the two,
 * in turn, is killed three times meanwhile and started again. And rests that are skipped or whose workout is finished before their end. What counts
 * is when the push service has the push, opened with the phone's keys.
 */
import webPush from 'web-push'
import { type App, startApp } from '../e2e/support/app.ts'
import { type PushService, startPushService } from '../src/test/push-service.ts'
import { ms, percentile, printTable } from './support/report.ts'
import { openStage, type Phone } from './support/stage.ts'

const RINGING = 1_000
const ENDED = 200
const IN_FLIGHT = 16
const FIRST_MS = 15_000
const SPAN_MS = 60_000
/** After the first rest's end. */
const KILLS_MS = [10_000, 27_000, 44_000]
const IN_TIME_MS = 3_000

const wait = (forMs: number) => new Promise((done) => setTimeout(done, forMs))
const keys = webPush.generateVAPIDKeys()
const service: PushService = await startPushService({ publicKey: keys.publicKey })
const env = {
  VAPID_PUBLIC_KEY: keys.publicKey,
  VAPID_PRIVATE_KEY: keys.privateKey,
  VAPID_SUBJECT: 'mailto:bench@example.com',
  PUSH_TEST_PEER: service.origin,
}
const stage = await openStage(env)
const second = await startApp(stage.urls, { ...stage.env, ...env })
const apps = [stage.app, second]

type Resting = Phone & { name: string; endsAt: number }

let turn = 0

/** As a phone, to whichever process a proxy has chosen: again until it is answered. */
async function post(path: string, { cookie }: Phone, body: unknown): Promise<void> {
  for (;;) {
    const app = apps[turn++ % apps.length] as App
    const answer = await fetch(`${app.url}${path}`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).catch(() => null)
    if (answer?.ok) return
    if (answer && answer.status < 500) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
    await wait(100)
  }
}

async function each<T>(all: readonly T[], act: (one: T, i: number) => Promise<void>): Promise<void> {
  const rest = all.entries()
  await Promise.all(
    Array.from({ length: IN_FLIGHT }, async () => {
      for (const [i, one] of rest) await act(one, i)
    }),
  )
}

const rings = ({ userId, name }: Resting, leftMs: number) => ({
  ...{ rest: 'rings', account: userId, name, saidAt: 1, title: 'Rest is over', body: 'Bench press 60 × 5' },
  leftMs: Math.round(leftMs),
})

try {
  const signedIn = await stage.signIn(RINGING + ENDED)
  const phones: Resting[] = signedIn.map((phone, i) => ({ ...phone, name: `rest-${i}`, endsAt: 0 }))
  await each(phones, (phone) => post('/api/trpc/notifications.subscribe', phone, service.subscribe(phone.name)))

  // The scheduling itself takes as long as it takes: what is left counts from now.
  const began = Date.now()
  const endOf = (i: number) => began + FIRST_MS + (((i * 7_919) % phones.length) / phones.length) * SPAN_MS
  await each(phones, (phone, i) => post('/api/beacon', phone, rings(phone, Math.max(0, endOf(i) - Date.now()))))
  const scheduledMs = Date.now() - began
  const rows = await stage.admin<{ name: string; endsAt: string }[]>`select name, ends_at as "endsAt" from timer`
  const ends = new Map(rows.map(({ name, endsAt }) => [name, Number(endsAt)]))
  for (const phone of phones) phone.endsAt = ends.get(phone.name) ?? Number.NaN

  const kept = phones.slice(0, RINGING)
  const toldAt = new Map<string, number>()
  const ending = phones.slice(RINGING).map(async (phone, i) => {
    // At any moment before the end, some in the last tenths of a second.
    await wait(phone.endsAt - 200 - ((i * 37) % 100) * 80 - Date.now())
    const isSkip = i % 2 === 0
    await post('/api/beacon', phone, {
      ...{ rest: 'over', account: phone.userId, saidAt: 2 },
      name: isSkip ? phone.name : null,
    })
    toldAt.set(phone.name, Date.now())
  })
  const startsMs: number[] = []
  for (const [i, at] of KILLS_MS.entries()) {
    const app = apps[i % apps.length] as App
    await wait(began + FIRST_MS + at - Date.now())
    await app.kill()
    const killed = Date.now()
    await app.start()
    startsMs.push(Date.now() - killed)
  }
  await Promise.all(ending)
  await wait(began + FIRST_MS + SPAN_MS + 8_000 - Date.now())

  const firstOf = new Map<string, number>()
  for (const { to, at } of service.taken) if (!firstOf.has(to)) firstOf.set(to, at)
  const lateMs = kept.flatMap(({ name, endsAt }) => {
    const at = firstOf.get(name)
    return at === undefined ? [] : [at - endsAt]
  })
  const early = lateMs.filter((late) => late < 0).length
  const inTime = lateMs.filter((late) => late >= 0 && late <= IN_TIME_MS).length / RINGING
  const rangAfter = service.taken.filter(({ to, at }) => at > (toldAt.get(to) ?? Number.POSITIVE_INFINITY)).length
  const twice = service.taken.length - firstOf.size
  printTable('Rests that end while the page is hidden', [
    {
      what: `${RINGING.toLocaleString('en')} rests over ${SPAN_MS / 1000} s, within ${IN_TIME_MS / 1000} s of their end`,
      measured: `${(inTime * 100).toFixed(1)} %`,
      budget: '≥ 99 %',
      pass: inTime >= 0.99,
    },
    { what: 'before their end', measured: String(early), budget: '0', pass: early === 0 },
    { what: 'late, middle', measured: ms(percentile(lateMs, 0.5)), budget: '', pass: null },
    { what: 'late, 99 of 100', measured: ms(percentile(lateMs, 0.99)), budget: '', pass: null },
    { what: 'late, the latest', measured: ms(Math.max(...lateMs)), budget: '', pass: null },
    { what: 'never', measured: String(RINGING - lateMs.length), budget: '', pass: null },
    {
      what: `of ${ENDED} that were skipped or finished, rang afterwards`,
      measured: String(rangAfter),
      budget: '0',
      pass: rangAfter === 0,
    },
    {
      what: 'rang twice (taken, and the process died before it knew)',
      measured: String(twice),
      budget: '',
      pass: null,
    },
    {
      what: 'pushes that no service takes',
      measured: String(service.faults.length),
      budget: '0',
      pass: service.faults.length === 0,
    },
    { what: 'kills, each until it serves again', measured: startsMs.map(ms).join(', '), budget: '', pass: null },
    { what: `${phones.length.toLocaleString('en')} beacons heard`, measured: ms(scheduledMs), budget: '', pass: null },
  ])
} finally {
  await second.stop()
  await stage.close()
  await service.close()
}
