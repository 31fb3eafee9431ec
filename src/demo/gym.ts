/**
 * The gym of the demo: its staff of every role, two locations, what stands in one of them, and a roster as an owner knows
 * it. Some two hundred people come from a file, as they would; a few have left, some come no more, and the athletes of the
 * demo train there.
 */
import type { ImportRow } from '../modules/gyms/model.ts'
import type { RosterRow } from '../modules/gyms/rules/roster.ts'
import { unpackRoster } from '../modules/gyms/rules/roster-wire.ts'
import { addLocation, createGym, listGyms, openGym } from '../modules/gyms/service/gyms.ts'
import { importMembers, listImports } from '../modules/gyms/service/imports.ts'
import { inviteMembers } from '../modules/gyms/service/member-invites.ts'
import { addMember, changeMembers } from '../modules/gyms/service/members.ts'
import { publishGymPlace, saveGymPlace } from '../modules/gyms/service/places.ts'
import { readRoster } from '../modules/gyms/service/roster.ts'
import { addStaff } from '../modules/gyms/service/staff.ts'
import { withActor } from '../server/db.ts'
import type { Actor } from '../shared/actor.ts'
import { isAppError } from '../shared/errors.ts'
import { idFromFacts } from '../shared/id-from-facts.ts'
import { dayOf } from '../shared/local-day.ts'
import { FLOOR } from './floor.ts'
import { ATHLETES, COACHES, FRONT, OWNER } from './people.ts'
import { type Dice, diceOf } from './random.ts'

const DAY_MS = 86_400_000
const ZONE = 'Europe/London'
const WALK_INS = 210
const FILE = 'members-2024.csv'

const FIRST =
  'Abigail Adam Ade Aisling Alba Amara Amir Andrei Aneta Anya Arjun Astrid Bea Bilal Bruno Carys Chidi Chloe Dafydd Dana Deepa Dylan Eamon Ebony Edie Ella Emeka Esme Ewan Faisal Femi Florence Freya Gareth Gemma Gita Harriet Hassan Holly Hugo Imogen Iona Isla Ivan Jamal Jasmine Joanna Jonas Kamal Kezia Kofi Laila Leon Lowri Lucia Magda Marek Mateus Maya Mina Morgan Nadia Neil Niamh Nina Oisín Olive Omar Oscar Owen Petra Poppy Priya Rafael Rhys Rosie Ruben Saoirse Sean Selma Shreya Sofia Stefan Tariq Theo Tilda Tom Umar Vera Victor Wanda Will Yara Yusuf Zara Zoltán'.split(
    ' ',
  )
const LAST =
  'Adeyemi Ahmed Baker Banerjee Bennett Bevan Brennan Byrne Cartwright Chaudhry Clarke Cole Costa Davies Dumitru Ellis Evans Fletcher Ford Ghosh Gibson Grant Hale Harris Hayes Hussain Iqbal Jenkins Kapoor Kaya Kelly Khan Lane Lewis Lowe Mbeki Mensah Mitchell Moran Murphy Nagy Ndiaye Novák Nowak Okafor Okonkwo Osborne Parry Patel Popescu Price Quigley Rahman Reeves Roberts Rossi Ryan Sharma Silva Singh Stone Szabó Taylor Thomas Tran Underwood Vaughan Walsh Ward West Yilmaz'.split(
    ' ',
  )

export async function loadDemoGym(
  args: { gymId: string; actorOf: (key: string) => Actor; demoId: (key: string) => string },
  now: number,
): Promise<void> {
  const { gymId, actorOf, demoId } = args
  const owner = actorOf(OWNER.key)
  if ((await listGyms(owner)).length === 0) {
    await createGym(owner, { name: 'Ironbridge Strength', zone: ZONE, id: gymId }, now - 1_200 * DAY_MS)
  }
  const hired = [...FRONT, ...COACHES.map(({ key }) => ({ key, role: 'coach' as const }))]
  for (const [n, { key, role }] of hired.entries()) {
    await unlessThere(addStaff(owner, { gymId, userId: demoId(key), role }, now - (900 - n * 190) * DAY_MS))
  }
  if ((await openGym(owner, { gymId })).locations.length === 0) {
    for (const name of ['Wharf Street', 'Dockside']) await addLocation(owner, { gymId, name }, now - 1_000 * DAY_MS)
  }
  const floor = { gymId, placeId: demoId('floor') }
  await saveGymPlace(owner, { ...floor, place: FLOOR }, now - 300 * DAY_MS)
  await publishGymPlace(owner, floor, now - 300 * DAY_MS + 40 * 60_000)
  for (const [n, { key, name, months }] of ATHLETES.entries()) {
    // Not all at the same minute of the day.
    const since = now - months * 30 * DAY_MS - ((n * 47) % 600) * 60_000
    await unlessThere(addMember(owner, { gymId, name, userId: demoId(key) }, since))
  }
  await bringMembers(owner, gymId, now)
  await beAtTheGym(owner, gymId, now)
}

/** Who was added before a load was killed is in already. */
async function unlessThere(adding: Promise<unknown>): Promise<void> {
  await adding.catch((error: unknown) => {
    if (!isAppError(error) || error.code !== 'conflict') throw error
  })
}

/** True once the last part of it is there. */
export async function hasDemoGym(owner: Actor, gymId: string): Promise<boolean> {
  if ((await listGyms(owner)).length === 0) return false
  return (await rowsOf(owner, gymId)).rows.some(({ lastSeenAt }) => lastSeenAt !== null)
}

const rowsOf = async (owner: Actor, gymId: string) => {
  const { members, version } = await readRoster(owner, { gymId })
  return { rows: unpackRoster(members), version }
}

async function bringMembers(owner: Actor, gymId: string, now: number): Promise<void> {
  if ((await listImports(owner, { gymId })).length > 0) return
  const { version } = await rowsOf(owner, gymId)
  const { locations } = await openGym(owner, { gymId })
  const columns = { Name: 'name', Email: 'email', Mobile: 'phone', Joined: 'startedOn' } as const
  await importMembers(
    owner,
    { gymId, fileName: FILE, columns, rows: walkIns(locations, now), skipped: 0, version },
    now,
  )
}

function walkIns(locations: readonly { id: string }[], now: number): ImportRow[] {
  const roll = diceOf('demo gym walk-ins')
  const today = dayOf(now, ZONE)
  const taken = new Set<string>()
  return Array.from({ length: WALK_INS }, () => {
    let name = ''
    do name = `${roll.pick(FIRST)} ${roll.pick(LAST)}`
    while (taken.has(name))
    taken.add(name)
    const address = name
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^a-z ]/g, '')
      .replace(' ', '.')
    return {
      name,
      email: roll.chance(0.86) ? `${address}@mail.example` : null,
      phone: roll.chance(0.7) ? `07700 900${String(roll.int(0, 999)).padStart(3, '0')}` : null,
      startedOn: today - roll.int(2, 1_100),
      locationId: locations[roll.chance(0.7) ? 0 : 1]?.id ?? null,
      memberId: null,
    }
  })
}

/** Coaches, endings, invites and visits: each member's own dice say how often they come, and whether they stopped. */
async function beAtTheGym(owner: Actor, gymId: string, now: number): Promise<void> {
  const { rows } = await rowsOf(owner, gymId)
  if (rows.some(({ lastSeenAt }) => lastSeenAt !== null)) return
  const { staff, locations } = await openGym(owner, { gymId })
  const coaches = staff.filter(({ role }) => role === 'coach')
  const visits = rows.flatMap((row) => visitsOf(row, diceOf(`demo visits ${row.name}`), now))
  const fresh = rows.filter(({ hasAccount }) => !hasAccount)
  for (const [at, { userId: coachId }] of coaches.entries()) {
    const memberIds = rows.filter((_, n) => n % 5 === at).map(({ id }) => id)
    await changeMembers(owner, { gymId, memberIds, change: { set: 'coach', coachId } }, now - 90 * DAY_MS)
  }
  const left = fresh.filter((_, n) => n % 13 === 4).map(({ id }) => id)
  await changeMembers(owner, { gymId, memberIds: left, change: { set: 'ended', ended: true } }, now - 40 * DAY_MS)
  const gone = new Set(left)
  const invited = fresh.filter(({ id, canMail }, n) => canMail && !gone.has(id) && n % 9 === 2).map(({ id }) => id)
  await inviteMembers(owner, { gymId, memberIds: invited, letters: false }, now - 3 * DAY_MS)
  const kept = visits.filter(({ memberId, at }) => !gone.has(memberId) || at < now - 40 * DAY_MS)
  await withActor(owner, [gymId], async (tx) => {
    for (let from = 0; from < kept.length; from += 4_000) {
      await tx`
        insert into attendance ${tx(
          kept.slice(from, from + 4_000).map(({ memberId, at }) => ({
            id: idFromFacts('demo visit', memberId, at),
            gym_id: gymId,
            member_id: memberId,
            location_id: locations[0]?.id ?? null,
            at,
            way: 'desk',
            by_id: owner.userId,
          })),
        )} on conflict do nothing`
    }
  })
}

const MONTHS_OF_VISITS = 9

function visitsOf(row: RosterRow, roll: Dice, now: number): { memberId: string; at: number }[] {
  if (roll.chance(0.07)) return []
  const perWeek = 0.6 + roll.int(0, 32) / 10
  const stopped = roll.chance(0.16) ? roll.int(4, 30) * 7 : 0
  const first = Math.min(MONTHS_OF_VISITS * 30, Math.floor((now - row.startedAt) / DAY_MS))
  const visits: { memberId: string; at: number }[] = []
  for (let daysAgo = first; daysAgo >= stopped; daysAgo--) {
    if (!roll.chance(perWeek / 7)) continue
    const midnight = Math.floor(now / DAY_MS - daysAgo) * DAY_MS
    const at = midnight + roll.int(6 * 60, 20 * 60 + 30) * 60_000
    if (at < now - 10 * 60_000) visits.push({ memberId: row.id, at })
  }
  return visits
}
