/**
 * Erasing people whose day has come. Promises: what the registry says of each table is done, and nothing else; it can be
 * killed anywhere and goes on with the next run, which does the same over what is left; from its first step on nobody
 * signs in as them, and no phone brings back a row of theirs.
 */
import { jobsPool, NOBODY, type Tx, takeTime, withActor } from '../../../server/db.ts'
import * as generic from '../queries/personal-data.ts'
import * as queries from '../queries/privacy.ts'
import * as accounts from '../queries.ts'
import { type Erased, erasedBy, idsOnly, isAboutPeople, NOW, type Registry, SELF } from '../rules/personal-data.ts'
import { writeAudit } from './audit.ts'
import { announceEnded } from './sessions.ts'

/** Rows of one transaction. */
const BATCH = 5_000
const PEOPLE_A_TURN = 20
/** What lets somebody in. */
const DOORS = ['credential', 'passkey', 'oauth_account', 'auth_session']
/** A rebuild that was under way may leave rollups behind it: the second walk finds them. */
const WALKS = 2

/** Who was erased. `onStep` is told before each table: the tests die there. */
export async function eraseDue(
  registry: Registry,
  now = Date.now(),
  onStep: (table: string) => void = () => {},
): Promise<string[]> {
  const due = await queries.findDueDeletions(jobsPool(), { now, limit: PEOPLE_A_TURN })
  const erased: string[] = []
  for (const { userId } of due) if (await erase(registry, userId, now, onStep)) erased.push(userId)
  return erased
}

async function erase(registry: Registry, userId: string, now: number, onStep: (table: string) => void) {
  const asJob = <T>(subjects: string[], work: (tx: Tx) => Promise<T>) =>
    withActor(
      NOBODY,
      subjects,
      async (tx) => {
        await takeTime(tx)
        await generic.nameSpace(tx, { personId: userId })
        return work(tx)
      },
      { sql: jobsPool() },
    )
  // First the doors, with the log's lock: whoever waited for it finds neither, and nobody signs in any more.
  const sessions = await asJob([userId], async (tx) => {
    if (!(await queries.lockDueDeletion(tx, { userId, now }))) return null
    await generic.takeSpace(tx, { personId: userId })
    const person = { table: 'person', finding: { column: 'id' }, personId: userId }
    await generic.setRowsAbout(tx, { ...person, always: { name: '' }, ifEmpty: { erased_at: now } })
    const ended = await accounts.revokeSessions(tx, { userId, at: now })
    for (const table of DOORS) {
      await generic.deleteRowsAbout(tx, { table, finding: { column: 'user_id' }, personId: userId, limit: BATCH })
    }
    return ended
  })
  if (sessions === null) return false
  await announceEnded(sessions)

  const { ids, gyms } = await asJob([userId], (tx) => keptIds(tx, registry, userId))
  // Backwards: the registry names what others hang on first.
  const tables = Object.entries(registry).reverse()
  for (let walk = 0; walk < WALKS; walk++) {
    for (const [table, entry] of tables) {
      if (!isAboutPeople(entry)) continue
      onStep(table)
      for (const [finding, erased] of erasedBy(entry)) {
        const at = { table, finding, personId: userId }
        if (erased === 'delete') {
          while ((await asJob([userId], (tx) => generic.deleteRowsAbout(tx, { ...at, limit: BATCH }))) === BATCH);
        } else await asJob([userId, ...gyms], (tx) => takeOut(tx, erased, at, ids, now))
      }
      for (const column of entry.lists ?? []) {
        await asJob([userId], (tx) => generic.takeOutOfList(tx, { table, column, personId: userId }))
      }
    }
  }
  await asJob([userId], async (tx) => {
    await queries.markErased(tx, { userId, at: now })
    await writeAudit(tx, { userId, sessionId: null }, now, { action: 'account.erase', subjectId: userId })
  })
  return true
}

async function takeOut(
  tx: Tx,
  erased: Erased,
  at: generic.Place,
  mentioned: readonly string[],
  now: number,
): Promise<void> {
  if (erased === 'keep' || erased === 'delete') return
  if ('set' in erased) {
    const { always, ifEmpty } = valuesOf(erased.set, at.personId, now)
    return generic.setRowsAbout(tx, { ...at, always, ifEmpty })
  }
  const words = erased.idsOf
  for (const { id, ...said } of await generic.findWords(tx, { ...at, words, mentioned })) {
    const left = Object.entries(said).map(([column, value]) => [column, idsOnly(value)] as const)
    const changed = left.filter(([column, value]) => JSON.stringify(value) !== JSON.stringify(said[column]))
    if (changed.length === 0) continue
    await generic.replaceWords(tx, { table: at.table, id: String(id), words: Object.fromEntries(changed) })
  }
}

function valuesOf(set: Readonly<Record<string, string | number | null>>, personId: string, now: number) {
  const isSpecial = (value: unknown) => value === NOW || value === SELF
  const entries = Object.entries(set)
  return {
    always: Object.fromEntries(entries.filter(([, value]) => !isSpecial(value))),
    ifEmpty: Object.fromEntries(
      entries
        .filter(([, value]) => isSpecial(value))
        .map(([column, value]) => [column, value === NOW ? now : personId]),
    ),
  }
}

/**
 * Of rows that stay (a gym's members): the ids under which the log of changes may speak of the person, and the gyms they
 * are of. Read before any of those rows forgets who it was.
 */
async function keptIds(tx: Tx, registry: Registry, personId: string): Promise<{ ids: string[]; gyms: string[] }> {
  const ids: string[] = []
  const gyms = new Set<string>()
  for (const [table, entry] of Object.entries(registry)) {
    if (!isAboutPeople(entry)) continue
    for (const [finding, erased] of erasedBy(entry)) {
      const column = 'column' in finding ? finding.column : ''
      const isTakenOut = typeof erased === 'object' && 'set' in erased && erased.set[column] === null
      if (!isTakenOut) continue
      for (const { id, gymId } of await generic.findKeptIds(tx, { table, finding, personId })) {
        // A coach's members are other people.
        if (entry.person.includes(column)) ids.push(id)
        if (gymId) gyms.add(gymId)
      }
    }
  }
  return { ids, gyms: [...gyms] }
}
