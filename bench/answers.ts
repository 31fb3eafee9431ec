/**
 * Whether the time of an answer tells if an address has an account: signing up, asking for a letter, its code, signing in,
 * and asking for another address, in turns with an address that has one and one that has none. The difference of the medians is what counts.
 */
import { newVisitor } from '../e2e/support/visitor.ts'
import { newId } from '../src/shared/id.ts'
import { type Line, median, ms, printTable } from './support/report.ts'
import { openStage } from './support/stage.ts'

const TRIES = 200
const LIMIT_MS = 5
const PEOPLE = 10

const stage = await openStage()
const { app, admin } = stage
const known: string[] = []
for (let n = 0; n < PEOPLE; n++) known.push((await newVisitor(app.url, `Known ${n}`).signUp()).email)
const asker = await newVisitor(app.url, 'Asker').signUp()
const nobody = () => `${newId()}@example.test`

type Ask = (email: string) => Promise<string>

async function order(procedure: string, input: unknown): Promise<{ ask?: string; text: string }> {
  const answer = await fetch(`${app.url}/api/trpc/${procedure}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${procedure} answered ${answer.status}: ${text}`)
  return { ...(JSON.parse(text) as { result: { data: { ask: string } } }).result.data, text }
}

const csrf = await fetch(`${app.url}/api/auth/csrf`)
const cookie = csrf.headers
  .getSetCookie()
  .map((line) => line.split(';')[0])
  .join('; ')
const { csrfToken } = (await csrf.json()) as { csrfToken: string }

async function enter(provider: string, fields: Record<string, string>): Promise<string> {
  const answer = await fetch(`${app.url}/api/auth/callback/${provider}`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken, ...fields, callbackUrl: app.url, json: 'true' }),
    redirect: 'manual',
  })
  return `${answer.status} ${await answer.text()}`
}

/** What differs by chance in every answer: secrets and times. */
const bare = (text: string) => text.replaceAll(/"(ask|expiresAt)":("[^"]+"|\d+)/g, '"$1":…')

/** Before the clock starts: what a try needs. */
type Case = { what: string; prepare?: (email: string) => Promise<string>; ask: Ask }
const asks = new Map<string, string>()
const CASES: Case[] = [
  {
    what: 'sign-up',
    ask: async (email) => (await order('users.signUp', { name: 'Try', email, password: 'a good password' })).text,
  },
  { what: 'forgotten password', ask: async (email) => (await order('users.askLetter', { kind: 'reset', email })).text },
  {
    what: 'sign-in by letter',
    ask: async (email) => (await order('users.askLetter', { kind: 'sign-in', email })).text,
  },
  {
    what: 'a wrong code',
    prepare: async (email) => {
      const { ask = '' } = await order('users.askLetter', { kind: 'sign-in', email })
      asks.set(email, ask)
      return ask
    },
    ask: (email) => enter('letter', { ask: asks.get(email) ?? '', code: '000000' }),
  },
  {
    what: 'another address',
    ask: async (email) => {
      const { status, text } = await asker.mutate('users.askAddressChange', { email, password: asker.password })
      if (status !== 200) throw new Error(`users.askAddressChange answered ${status}: ${text}`)
      return text
    },
  },
  { what: 'sign-in, wrong password', ask: (email) => enter('credentials', { email, password: 'not the right one' }) },
]

const lines: Line[] = []
for (const { what, prepare, ask } of CASES) {
  const times = { known: [] as number[], unknown: [] as number[] }
  const answers = { known: new Set<string>(), unknown: new Set<string>() }
  for (let n = -10; n < TRIES; n++) {
    // Each first in turns, so that neither always follows the other.
    for (const who of n % 2 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)) {
      const email = who === 'known' ? (known[(n + 10) % PEOPLE] ?? '') : nobody()
      await admin`delete from rate_limit`
      await prepare?.(email)
      const began = performance.now()
      const said = await ask(email)
      const took = performance.now() - began
      if (n < 0) continue
      times[who].push(took)
      answers[who].add(bare(said))
    }
  }
  const [k, u] = [median(times.known), median(times.unknown)]
  lines.push({
    what: `${what}: known ${ms(k)}, unknown ${ms(u)}, ${TRIES} each`,
    measured: `Δp50 ${ms(Math.abs(k - u))}`,
    budget: `< ${LIMIT_MS} ms`,
    pass: Math.abs(k - u) < LIMIT_MS,
  })
  const same =
    answers.known.size === 1 && [...answers.known][0] === [...answers.unknown][0] && answers.unknown.size === 1
  lines.push({ what: `${what}: the answers`, measured: same ? 'the same' : 'differ', budget: 'the same', pass: same })
}
await stage.close()
printTable('Answers for addresses with and without an account', lines)
