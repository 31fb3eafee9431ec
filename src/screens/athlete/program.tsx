'use client'
/** One program: what its days ask for, where it begins, and following it; followed, what can be changed about it. */
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Redirect, useLocation } from 'wouter'
import type { ProgramVersion } from '../../modules/programs/model.ts'
import { followProgram, leaveProgram } from '../../modules/programs/mutators.ts'
import { daysToCome, type PlannedPlace, placesOf, planDay, startOf } from '../../modules/programs/rules/next-session.ts'
import { programBoard } from '../../modules/programs/rules/program-board.ts'
import { snapAt } from '../../modules/programs/rules/snap.ts'
import { startFromLog } from '../../modules/programs/rules/start-from-log.ts'
import { BoardList } from '../../modules/programs/ui/athlete/board-list.tsx'
import { PlaceList } from '../../modules/programs/ui/athlete/place-list.tsx'
import { StartLoads, type TypedLoads } from '../../modules/programs/ui/athlete/start-loads.tsx'
import { useReady } from '../../modules/programs/ui/athlete/use-ready.ts'
import { defaultProfile } from '../../modules/users/model.ts'
import { editProfile } from '../../modules/users/mutators.ts'
import { handDays } from '../../modules/workouts/rules/hand-days.ts'
import { useKeepUnits } from '../../modules/workouts/ui/athlete/habits.ts'
import { useMutate } from '../../modules/workouts/ui/athlete/use-mutate.ts'
import { newId } from '../../shared/id.ts'
import { loadNumber } from '../../shared/units.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { showToast } from '../../ui/toast.tsx'
import { address } from './addresses.ts'
import { Page } from './page.tsx'
import { ProgramPlaceSheet } from './program-place-sheet.tsx'
import { TakeAlong } from './take-along.tsx'
import { type Athlete, useAthlete } from './use-athlete.ts'
import { useFigures } from './use-figures.ts'
import { type FollowedProgram, useProgram } from './use-program.ts'

export function ProgramScreen({ id }: { id: string }) {
  const athlete = useAthlete()
  const followed = useProgram(athlete)
  const ready = useReady()
  const newest = ready?.newestProgram(id)
  if (ready === null || (ready && !newest)) return <Redirect to={address.programs} replace />
  if (followed === undefined || !newest) {
    return (
      <Page title={newest?.title ?? ''} back={address.programs} ready={false}>
        {null}
      </Page>
    )
  }
  return followed?.program.id === id ? (
    <Followed athlete={athlete} followed={followed} />
  ) : (
    <Offered athlete={athlete} program={newest} other={followed} />
  )
}

/** Twelve weeks reach into four months. */
const LATELY = ({ months }: { months: object }) => Object.keys(months).sort().slice(-4)

type OfferedProps = { athlete: Athlete; program: ProgramVersion; other: FollowedProgram | null }

function Offered({ athlete, program, other }: OfferedProps) {
  const t = useTranslations('programs')
  const mutate = useMutate()
  const keepUnits = useKeepUnits()
  const [, navigate] = useLocation()
  const { book, profile } = athlete
  const unit = profile.loadUnit
  const nameOf = (id: string) => book.get(id).name
  const [loads, setLoads] = useState<TypedLoads>(new Map())
  const fields = useRef<HTMLDivElement>(null)
  const barbell = placesOf(program).filter((slot) => slot.start)
  const snap = snapAt(null, book.get, unit)
  const lately = useFigures('start', LATELY)?.days
  const fromLog = barbell.flatMap((slot) => {
    const found =
      lately && startFromLog(slot, [...lately, ...handDays(profile.bests, book.get)], athlete.today, unit, snap)
    return found ? [{ slot: slot.slot, loadG: found.loadG }] : []
  })
  const [filled, setFilled] = useState<ReadonlyMap<string, number> | null>(null)

  function fill(): void {
    const load = (loadG: number) => ({ loadG, enteredLoad: loadNumber(loadG, unit, 'en'), enteredUnit: unit })
    setLoads(new Map([...loads, ...fromLog.map(({ slot, loadG }) => [slot, load(loadG)] as const)]))
    setFilled(new Map(fromLog.map(({ slot, loadG }) => [slot, loadG])))
  }

  const typed = [...loads].flatMap(([slot, load]) => (load ? [{ slot, ...load }] : []))
  const asTyped = typed.map((load) => ({ ...load, id: load.slot, assignmentId: '', exerciseId: null, setAt: 0 }))

  function follow(): void {
    if (typed.length < loads.size) {
      // The field says what is wrong with it.
      fields.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
      return
    }
    keepUnits()
    if (other) void mutate(leaveProgram, { id: other.assignment.id, leftAt: Date.now() })
    void mutate(followProgram, {
      ...{ id: newId(), programId: program.id, version: program.version, startedAt: Date.now() },
      loads: typed,
    })
    // Nobody set another goal: the week is measured by what the program asks.
    if (profile.weeklyGoal === defaultProfile('').weeklyGoal && program.daysAWeek !== profile.weeklyGoal) {
      void mutate(editProfile, { fields: { weeklyGoal: program.daysAWeek } })
    }
    showToast({ tone: 'good', text: t('started', { title: program.title }) })
    navigate(address.today)
  }

  return (
    <Page
      title={program.title}
      detail={t('week', { days: program.daysAWeek, minutes: program.minutes })}
      back={address.programs}
      dock={
        <Button tone="primary" size="large" wide onClick={follow}>
          {t('follow')}
        </Button>
      }
    >
      <p className="pt-2">{program.forWhom}</p>
      <p className="mt-1 text-ink-2 text-sm">{program.needs}</p>
      {program.rounds && <p className="num mt-1 text-ink-2 text-sm">{t('weeks', { n: program.rounds })}</p>}
      {other && (
        <div className="mt-4">
          <Notice tone="info">{t('replaces', { title: other.program.title })}</Notice>
        </div>
      )}
      {barbell.length > 0 && (
        <Section title={t('begin')}>
          <p className="-mt-1 mb-3 text-ink-2 text-sm">{program.begin ?? t('beginText')}</p>
          {fromLog.length > 0 && (
            <div className="mb-4">
              <Button wide onClick={fill}>
                {t('fromLog', { n: fromLog.length })}
              </Button>
              <p className="mt-1.5 text-ink-2 text-sm">{t('fromLogText')}</p>
            </div>
          )}
          <div ref={fields}>
            <StartLoads
              filled={filled}
              places={barbell.map((slot) => ({
                slot: slot.slot,
                name: nameOf(slot.exerciseId),
                startG: startOf(slot, unit) ?? 0,
                basis: slot.basis,
              }))}
              unit={unit}
              loads={loads}
              onChange={setLoads}
            />
          </div>
        </Section>
      )}
      {program.days.map((day) => (
        <Section key={day.id} title={day.title}>
          <PlaceList places={planDay({ round: 0, day }, [], asTyped, unit, snap)} nameOf={nameOf} unit={unit} />
        </Section>
      ))}
      <TakeAlong
        {...{ athlete, program, followedId: program.id, toCome: daysToCome(program, []) }}
        plan={(day) => planDay(day, [], asTyped, unit, snap)}
      />
      <p className="mt-5 text-ink-2 text-sm">{t('rule')}</p>
    </Page>
  )
}

function Followed({ athlete, followed }: { athlete: Athlete; followed: FollowedProgram }) {
  const t = useTranslations('programs')
  const [, navigate] = useLocation()
  const b = useTranslations('board')
  const [place, setPlace] = useState<PlannedPlace | null>(null)
  const { book, profile } = athlete
  const { program, done, toCome } = followed
  const nameOf = (id: string) => book.get(id).name
  const [next] = toCome
  // A day that this round has behind it comes again with the next.
  const later = Math.min((next?.round ?? 0) + 1, (program.rounds ?? Number.POSITIVE_INFINITY) - 1)
  return (
    <Page title={program.title} detail={t('done', { n: done })} back={address.today}>
      <p className="pt-2 text-ink-2 text-sm">{t('rule')}</p>
      {followed.done > 0 && (
        <Section title={b('title')}>
          <BoardList rounds={programBoard(program, followed.facts)} hrefOf={address.past} />
        </Section>
      )}
      {program.days.map((day) => (
        <Section key={day.id} title={day.title} aside={day.id === next?.day.id ? t('isNext') : undefined}>
          <PlaceList
            places={followed.plan({ day, round: toCome.find((one) => one.day.id === day.id)?.round ?? later })}
            nameOf={nameOf}
            unit={profile.loadUnit}
            onOpen={setPlace}
          />
        </Section>
      ))}
      <p className="mt-3 text-ink-2 text-sm">{t('changeHint')}</p>
      <TakeAlong {...{ athlete, program, followedId: followed.assignment.id, toCome, plan: followed.plan }} />
      <div className="mt-6">
        <Button
          tone="danger-quiet"
          className="-ml-4"
          onClick={() => {
            followed.leave()
            navigate(address.today)
          }}
        >
          {t('leave')}
        </Button>
        <p className="text-ink-2 text-sm">{t('leaveText')}</p>
      </div>
      {place && <ProgramPlaceSheet athlete={athlete} place={place} program={followed} onClose={() => setPlace(null)} />}
    </Page>
  )
}
