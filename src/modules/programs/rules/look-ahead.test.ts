/** What is told before anybody lifts: the sessions to come, rules that never fire, and where one stands. */
import { describe, expect, it } from 'vitest'
import { findProgram, newestProgram, READY_PROGRAMS, SHELF } from '../data/ready.ts'
import type { PlannedSession, ProgramSlot, ProgramVersion, Rule } from '../model.ts'
import { findPrograms, type OnShelf, readWish, writeWish } from './find-programs.ts'
import { follow } from './fixtures.ts'
import { type Finding, lintRules } from './lint-rules.ts'
import { daysToCome, planDay, type SessionFact } from './next-session.ts'
import { proposalsOf } from './proposals.ts'
import { simulatePlace } from './simulate.ts'

function program(id: string): ProgramVersion {
  const found = findProgram(id, 1)
  if (!found) throw new Error(`No program ${id}`)
  return found
}

function fact(round: number, day: string, state: SessionFact['state'], at = round): SessionFact {
  const session = { id: `${round}${day}`, assignmentId: 'a', round, day, localDay: at } as PlannedSession
  return { session, state, results: new Map(), at }
}

describe('the next four sessions', () => {
  it('of a lift by percent are the weeks of its cycle, and the next cycle with more', () => {
    const of = program('five-three-one-4')
    const [press] = planDay({ round: 1, day: of.days[0] ?? { id: '', title: '', slots: [] } }, [], [], 'kg')
    if (!press) throw new Error('no place')
    const facts = of.days.map(({ id }) => fact(0, id, 'skipped'))
    const coming = simulatePlace(of, facts, press, 'kg', { n: 4 })
    expect(coming.map(({ sets }) => sets.map(({ loadG, reps }) => `${(loadG ?? 0) / 1000}×${reps}`).join(' '))).toEqual(
      [...['20×3 25×3 27.5×3', '22.5×5 25×3 27.5×1', '12.5×5 15×5 17.5×5', '20×5 25×5 27.5×5']],
    )
    expect(coming.map(({ round }) => round)).toEqual([1, 2, 3, 4])
  })
  it('end with the program, and are what comes true for who does as asked', () => {
    const peak = program('meet-peak-4')
    const facts = Array.from({ length: 10 }, (_, round) => peak.days.map(({ id }) => fact(round, id, 'skipped'))).flat()
    const [squat] = planDay({ round: 10, day: peak.days[0] ?? { id: '', title: '', slots: [] } }, facts, [], 'kg')
    if (!squat) throw new Error('no place')
    expect(simulatePlace(peak, facts, squat, 'kg')).toHaveLength(2)

    const linear = program('five-by-five')
    const [first] = planDay({ round: 0, day: linear.days[0] ?? { id: '', title: '', slots: [] } }, [], [], 'kg')
    if (!first) throw new Error('no place')
    const told = simulatePlace(linear, [], first, 'kg').map(({ sets }) => sets[0]?.loadG)
    const came = follow(linear, 4, 'kg', ({ reps, loadG }) => ({ reps, loadG }))
      .flatMap(({ places }) => places.filter(({ slot }) => slot.slot === first.slot.slot))
      .slice(0, 4)
    expect(told).toEqual(came.map(({ sets }) => sets[0]?.loadG))
  })
})

describe('rules that never fire', () => {
  const base: ProgramSlot = { slot: 's', exerciseId: 'back-squat', sets: 3, reps: 5, start: { kg: 20, lb: 45 } }
  const add = (when: Rule['when'], n?: number): Rule => ({ when, ...(n ? { n } : {}), does: 'add', kg: 2.5, lb: 5 })
  const of = (rules: Rule[], slot = base): Finding[] => lintRules({ ...slot, rules })
  const withAmrap: ProgramSlot = { ...base, plan: [[{ reps: 5, amrap: true }]] }

  it('are those behind one that always comes first', () => {
    expect(of([add('amrap', 5), add('amrap', 10)], withAmrap)).toEqual([{ rule: 1, what: 'unreachable', by: 0 }])
    expect(of([add('amrap', 10), add('amrap', 5)], withAmrap)).toEqual([])
    expect(of([add('done'), { when: 'done', does: 'reps', to: 8 }])).toEqual([{ rule: 1, what: 'unreachable', by: 0 }])
    expect(of([{ when: 'done', does: 'reps', to: 8 }, add('done')])).toEqual([])
    expect(of([add('done', 2), add('done', 3)])).toEqual([{ rule: 1, what: 'unreachable', by: 0 }])
  })
  it('and those with nothing to work on', () => {
    expect(of([add('amrap', 5)])).toEqual([
      { rule: 0, what: 'no-headroom' },
      { rule: null, what: 'never-up' },
    ])
    expect(of([{ when: 'done', does: 'harder' }, add('done')])).toEqual([{ rule: 0, what: 'no-headroom' }])
    expect(of([{ when: 'missed', does: 'less', pct: 10 }])).toEqual([{ rule: null, what: 'never-up' }])
    expect(of([{ when: 'done', does: 'reps', to: 5 }, add('done')])).toEqual([{ rule: 0, what: 'no-headroom' }])
  })
  it('are in none of the ready programs', () => {
    for (const { title, days } of READY_PROGRAMS) {
      for (const slot of days.flatMap(({ slots }) => slots)) {
        // Weeks back to what was lifted before go by percent alone.
        const found = lintRules(slot).filter(({ what }) => !(what === 'never-up' && title === 'Back after a break'))
        expect(found, `${title}: ${slot.slot}`).toEqual([])
      }
    }
  })
})

describe('where one stands', () => {
  const linear = program('five-by-five')

  it('saved as partial the day is still to come; a round that was left behind stays behind', () => {
    const next = (facts: SessionFact[]) => daysToCome(linear, facts)[0]
    expect(next([fact(0, 'a', 'partial')])).toMatchObject({ round: 0, day: { id: 'a' } })
    expect(next([fact(0, 'a', 'done')])).toMatchObject({ round: 0, day: { id: 'b' } })
    expect(next([fact(0, 'a', 'open')])).toMatchObject({ round: 0, day: { id: 'a' } })
    expect(next([fact(0, 'a', 'partial'), fact(0, 'b', 'done'), fact(1, 'a', 'done')])).toMatchObject({
      ...{ round: 1, day: { id: 'b' } },
    })
  })
  it('a program of so many rounds is over after them', () => {
    const back = program('comeback-3')
    const facts = Array.from({ length: 9 }, (_, round) => back.days.map(({ id }) => fact(round, id, 'done'))).flat()
    expect(daysToCome(back, facts.slice(0, -1))).toHaveLength(1)
    expect(daysToCome(back, facts)).toEqual([])
  })
  it('only a finished session proposes, only for what was tried, and only until it was tried again', () => {
    const [day] = linear.days
    if (!day) throw new Error('no day')
    const places = planDay({ round: 0, day }, [], [], 'kg')
    const done = (state: SessionFact['state'], at: number): SessionFact => ({
      ...fact(at, 'a', state),
      results: new Map(
        places.map((place, i) => {
          const sets = place.sets.map(({ reps, loadG }) => (i === 0 ? { reps, loadG } : null))
          return [place.slot.slot, { planned: place.sets, done: sets, from: place.state, round: 0 }]
        }),
      ),
    })
    const of = (facts: SessionFact[]) => proposalsOf(linear, facts, [], '0a', 'kg')
    expect(of([done('partial', 0)])).toEqual([])
    expect(of([done('open', 0)])).toEqual([])
    expect(of([done('done', 0)]).map(({ place, changes }) => [place.slot.slot, changes])).toEqual([
      [places[0]?.slot.slot, true],
    ])
    expect(of([done('done', 0), done('done', 1)])).toEqual([])
  })
})

describe('the shelf', () => {
  const shelf = READY_PROGRAMS.flatMap((program): OnShelf[] => {
    const place = SHELF[program.id]
    return place ? [{ program, ...place }] : []
  })
  const ids = (wish: string) => findPrograms(shelf, readWish(wish)).map((one) => one.program.id)

  it('has every program, fourteen and more of them', () => {
    expect(Object.keys(SHELF).toSorted()).toEqual([...new Set(READY_PROGRAMS.map(({ id }) => id))].toSorted())
    expect(ids('').length).toBeGreaterThanOrEqual(14)
    for (const id of ids('')) expect(newestProgram(id)?.id).toBe(id)
  })
  it('is searched by days, level and what there is, what was made for it first', () => {
    expect(ids('?days=6')).toEqual(['push-pull-legs-6'])
    expect(ids('?kit=none')).toEqual(['bodyweight-3'])
    expect(ids('?kit=kettlebells')).toEqual(['kettlebell-3', 'bodyweight-3'])
    expect(ids('?days=3&level=new&kit=dumbbells')).toEqual(['dumbbells-3', 'bodyweight-3'])
    expect(ids('?days=7&level=nobody')).toEqual([])
  })
  it('keeps what was asked in the address, and nothing that makes no sense', () => {
    expect(writeWish(readWish('?kit=barbell&days=3&level=some'))).toBe('?days=3&level=some&kit=barbell')
    expect(readWish('?days=1e9&level=x&kit=')).toEqual({ days: null, level: null, kit: null })
  })
})
