import { describe, expect, test } from 'vitest'
import { ROSTER_STATES, type RosterState } from '../model.ts'
import {
  countStates,
  FIRST_VIEW,
  paramsOfView,
  prepareRoster,
  type RosterRow,
  statusOf,
  viewOfParams,
  viewRows,
} from './roster.ts'
import { packRoster, unpackRoster } from './roster-wire.ts'

const DAY = 86_400_000
const now = 20_000 * DAY
const clock = { now, absentWeeks: 4 }

let made = 0
function member(name: string, fields: Partial<RosterRow> = {}): RosterRow {
  made += 1
  return {
    id: `id-${made}`,
    number: made,
    name,
    email: null,
    canMail: false,
    hasAccount: true,
    locationId: null,
    coachId: 'kenji',
    startedAt: now - 400 * DAY,
    endedAt: null,
    lastSeenAt: now - DAY,
    invitedUntil: null,
    ...fields,
  }
}

const regular = member('Ana Regular')
const fresh = member('Ben New', { startedAt: now - 3 * DAY, lastSeenAt: null })
const invited = member('Cleo Invited', { hasAccount: false, invitedUntil: now + DAY, lastSeenAt: null })
const lapsed = member('Dan Late Invite', { hasAccount: false, invitedUntil: now - 1, lastSeenAt: null })
const away = member('Eva Away', { lastSeenAt: now - 28 * DAY })
const left = member('Finn Left', { endedAt: now - 1 })
const leaving = member('Gil Leaving', { endedAt: now + DAY })
const alone = member('Hana Alone', { coachId: null })
const all = [regular, fresh, invited, lapsed, away, left, leaving, alone]

const namesIn = (state: RosterState, rows = all) =>
  viewRows(prepareRoster(rows), { ...FIRST_VIEW, state }, clock).map(({ name }) => name.split(' ')[0])

describe('a state is derived', () => {
  test.each([
    ['current', 'Ana Ben Cleo Dan Eva Gil Hana'],
    ['new', 'Ben'],
    ['invited', 'Cleo'],
    ['no_account', 'Cleo Dan'],
    ['absent', 'Eva'],
    ['never', 'Ben Cleo Dan'],
    ['no_coach', 'Hana'],
    ['ended', 'Finn'],
    ['all', 'Ana Ben Cleo Dan Eva Finn Gil Hana'],
  ] as const)('%s: %s', (state, names) => {
    expect(namesIn(state).join(' ')).toBe(names)
  })

  test('and counted as it is listed', () => {
    const counts = countStates(all, clock)
    expect(counts).toEqual(Object.fromEntries(ROSTER_STATES.map((state) => [state, namesIn(state).length])))
  })

  test('in one word: what asks for a look comes first', () => {
    expect(all.map((row) => statusOf(row, clock).kind)).toEqual([
      ...['active', 'new', 'invited', 'never', 'absent', 'ended', 'active', 'active'],
    ])
    expect(statusOf(away, clock)).toEqual({ kind: 'absent', weeks: 4 })
    expect(statusOf(away, { now, absentWeeks: 5 }).kind).toBe('active')
  })
})

describe('the list', () => {
  const show = (view: Partial<typeof FIRST_VIEW>, rows: RosterRow[], names?: Map<string, string>) =>
    viewRows(prepareRoster(rows), { ...FIRST_VIEW, state: 'all', ...view }, clock, names).map(({ name }) => name)

  test('finds by parts of names without accents, by number and by address', () => {
    const rows = [
      member('Łukasz Żółw', { number: 17 }),
      member('Zoë Ångström', { number: 42, email: 'zoe@lab.test' }),
      member('Lu Kas', { number: 171 }),
    ]
    expect(show({ search: 'zol luk' }, rows)).toEqual(['Łukasz Żółw'])
    expect(show({ search: '17' }, rows)).toEqual(['Lu Kas', 'Łukasz Żółw'])
    expect(show({ search: 'lab.test' }, rows)).toEqual(['Zoë Ångström'])
  })

  test('sorts by each column, what is missing last either way', () => {
    const rows = [
      member('B', { number: 2, lastSeenAt: null, coachId: 'x', startedAt: 2 }),
      member('A', { number: 10, lastSeenAt: 5, coachId: null, startedAt: 3 }),
      member('C', { number: 1, lastSeenAt: 9, coachId: 'y', startedAt: 1 }),
    ]
    const names = new Map([
      ['x', 'Zora'],
      ['y', 'Ália'],
    ])
    expect(show({ sort: 'name' }, rows)).toEqual(['A', 'B', 'C'])
    expect(show({ sort: 'number' }, rows)).toEqual(['C', 'B', 'A'])
    expect(show({ sort: 'seen' }, rows)).toEqual(['A', 'C', 'B'])
    expect(show({ sort: 'seen', down: true }, rows)).toEqual(['C', 'A', 'B'])
    expect(show({ sort: 'since', down: true }, rows)).toEqual(['A', 'B', 'C'])
    expect(show({ sort: 'coach' }, rows, names)).toEqual(['C', 'B', 'A'])
  })

  test('who has been erased stands last, by number', () => {
    expect(show({}, [member('', { number: 9 }), member('Zed'), member('', { number: 8 })])).toEqual(['Zed', '', ''])
  })

  test('those without a coach can be asked for, and any number of weeks', () => {
    expect(show({ coach: 'none' }, all)).toEqual(['Hana Alone'])
    expect(show({ state: 'absent', weeks: 5 }, all)).toEqual([])
    expect(show({ state: 'absent', weeks: 2 }, all)).toEqual(['Eva Away'])
  })
})

test('a view comes back from its address, and rubbish in it is the first view', () => {
  const view = {
    ...FIRST_VIEW,
    search: 'ana b',
    state: 'absent' as const,
    coach: 'none',
    sort: 'seen' as const,
    down: true,
    weeks: 6,
  }
  expect(viewOfParams(new URLSearchParams(paramsOfView(view)))).toEqual(view)
  expect(paramsOfView(FIRST_VIEW)).toEqual({})
  expect(viewOfParams(new URLSearchParams('state=x&sort=y&weeks=-3&down=yes'))).toEqual(FIRST_VIEW)
})

test('rows are the same after their journey, to the second', () => {
  expect(unpackRoster(packRoster(all))).toEqual(
    all.map((row) => ({
      ...row,
      endedAt: row.endedAt && Math.round(row.endedAt / 1000) * 1000,
      invitedUntil: row.invitedUntil && Math.round(row.invitedUntil / 1000) * 1000,
    })),
  )
})
