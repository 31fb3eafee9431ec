/**
 * Who is there. Promises: a visit counts once, whether it was pressed twice, sent again or its code shown twice; one that
 * was taken back keeps its row; a code is made by the member's phone alone, without a network, and opens nothing else.
 */
import { createHmac } from 'node:crypto'
import type { Tx } from '../../../server/db.ts'
import { env } from '../../../server/env.ts'
import type { Actor } from '../../../shared/actor.ts'
import { appError } from '../../../shared/errors.ts'
import { civilOf, dayOf } from '../../../shared/local-day.ts'
import { instantOfLocal } from '../../../shared/local-instant.ts'
import { writeAudit } from '../../users/service/audit.ts'
import * as queries from '../queries/attendance.ts'
import { findGym } from '../queries/gyms.ts'
import { findMember, lockMemberByNumber, type MemberRow } from '../queries/members.ts'
import { codeOfDigest, readCheckInText, stepBytes, stepsAround } from '../rules/check-in-code.ts'
import { inGym } from './access.ts'
import { requireLocation } from './gyms.ts'
import { listMemberships, NO_MEMBER } from './members.ts'

/** Whoever was counted within this time came once. */
export const AGAIN_MS = 60 * 60_000
const DESK_ROWS = 500

/** Never stored: made of the server's secret, so that a copy of the database checks nobody in. */
function keyOf(memberId: string): Buffer {
  return createHmac('sha256', env().SESSION_SECRET).update(`check-in ${memberId}`).digest()
}

export type CheckInKey = { memberId: string; gymId: string; gymName: string; number: number; name: string; key: string }

/** What a member's phone keeps, to make codes with. `now` tells it how wrong its clock is. */
export async function readCheckInKeys(actor: Actor, now = Date.now()): Promise<{ keys: CheckInKey[]; now: number }> {
  const memberships = await listMemberships(actor)
  const keys = memberships.map(({ memberId, gymId, gymName, number, name }) => {
    return { memberId, gymId, gymName, number, name, key: keyOf(memberId).toString('base64url') }
  })
  return { keys, now }
}

const CODE_USED = 'This code was used already. Let the phone show its next one.'
const TAKEN_BACK = 'This check-in was taken back, so it doesn’t count. Check the member in anew if they are here.'

export type CheckedIn = {
  /** `again`: it was counted before, and is not counted twice. */
  outcome: 'in' | 'again'
  attendanceId: string
  at: number
  memberId: string
  number: number
  name: string
  /** This one included. */
  visits: number
}

/** `id` comes from the desk: sent again after a lost answer, it is the same visit. */
export async function checkIn(
  actor: Actor,
  args: { gymId: string; id: string; locationId: string | null } & ({ memberId: string } | { code: string }),
  now = Date.now(),
): Promise<CheckedIn> {
  const { gymId, id, locationId } = args
  return inGym(actor, { gymId, action: 'check_in' }, async (tx) => {
    const { member, codeStep } =
      'memberId' in args
        ? { member: await findMember(tx, { gymId, memberId: args.memberId, lock: true }), codeStep: null }
        : await memberOfCode(tx, { gymId, text: args.code, now })
    if (!member) throw appError('not_found', NO_MEMBER)
    if (member.endedAt !== null && member.endedAt <= now) {
      throw appError('conflict', 'This membership has ended. Bring it back in the roster, then check in.')
    }
    const { last, visits } = await queries.findLastVisit(tx, { gymId, memberId: member.id })
    const who = { memberId: member.id, number: member.number, name: member.name }
    if (last && (last.id === id || now - last.at < AGAIN_MS)) {
      return { ...who, outcome: last.id === id ? 'in' : 'again', attendanceId: last.id, at: last.at, visits }
    }
    // Not locked: the member is, and who moves many members locks the location first.
    if (locationId !== null) await requireLocation(tx, { gymId, locationId })
    const way = codeStep === null ? 'desk' : 'code'
    const visit = { id, gymId, memberId: member.id, locationId, at: now, way, byId: actor.userId, codeStep } as const
    if (!(await queries.insertVisit(tx, visit))) {
      throw appError('conflict', way === 'code' ? CODE_USED : TAKEN_BACK)
    }
    await writeAudit(tx, actor, now, {
      action: 'attendance.add',
      gymId,
      subjectId: member.userId,
      after: { attendanceId: id, memberId: member.id, name: member.name, way },
    })
    return { ...who, outcome: 'in', attendanceId: id, at: now, visits: visits + 1 }
  })
}

async function memberOfCode(
  tx: Tx,
  args: { gymId: string; text: string; now: number },
): Promise<{ member: MemberRow; codeStep: number }> {
  const read = readCheckInText(args.text)
  if (!read) {
    throw appError(
      'bad_input',
      'This is no check-in code. It is the member’s number and six digits, as their phone shows.',
    )
  }
  if (read.gymId !== null && read.gymId !== args.gymId) {
    throw appError('bad_input', 'This code is for another gym. The member can switch gyms above their code.')
  }
  const member = await lockMemberByNumber(tx, { gymId: args.gymId, number: read.number })
  const codeStep =
    member && stepsAround(args.now).find((step) => codeOfDigest(hmac(keyOf(member.id), step)) === read.code)
  // The same words for a number that is nobody's: the desk is no place to try numbers at.
  if (!member || codeStep === undefined || codeStep === null) {
    throw appError('bad_input', 'This code is not valid now: it changes every half minute. Ask for the one that shows.')
  }
  return { member, codeStep }
}

const hmac = (key: Buffer, step: number) => createHmac('sha256', key).update(stepBytes(step)).digest()

/** Taking back what was taken back is fine. */
export async function undoCheckIn(
  actor: Actor,
  args: { gymId: string; attendanceId: string },
  now = Date.now(),
): Promise<void> {
  const { gymId, attendanceId } = args
  await inGym(actor, { gymId, action: 'check_in' }, async (tx) => {
    const undone = await queries.markVisitUndone(tx, { gymId, id: attendanceId, at: now, by: actor.userId })
    if (!undone) throw appError('not_found', 'There is no such check-in in this gym: reload the list.')
    if (!undone.first) return
    const member = await findMember(tx, { gymId, memberId: undone.memberId })
    await writeAudit(tx, actor, now, {
      action: 'attendance.undo',
      gymId,
      subjectId: member?.userId ?? null,
      before: { attendanceId, memberId: undone.memberId, name: member?.name ?? '' },
    })
  })
}

export type Desk = { day: number; visits: queries.DeskRow[] }

/** Who came today, on the gym's own day. */
export async function readDesk(actor: Actor, args: { gymId: string }, now = Date.now()): Promise<Desk> {
  const { gymId } = args
  return inGym(
    actor,
    { gymId, action: 'check_in' },
    async (tx) => {
      const gym = await findGym(tx, { gymId })
      const zone = gym?.zone ?? 'UTC'
      const day = dayOf(now, zone)
      const { year, month, day: date } = civilOf(day)
      const from = instantOfLocal(year, month, date, 0, 0, 0, zone)
      return { day, visits: await queries.findVisitsSince(tx, { gymId, from, limit: DESK_ROWS }) }
    },
    { readOnly: true },
  )
}
