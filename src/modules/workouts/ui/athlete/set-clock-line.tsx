// biome-ignore-all lint/a11y/useSemanticElements: a row of the sets' grid, which is no table element
'use client'
/**
 * Under the set to do: its clock, and the rest between its sides. Started by a tap, the clock counts with its own time to
 * get ready, and logs what it ends.
 */
import { Play, Square } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { cx } from '../../../../ui/cx.ts'
import type { SetFigures } from '../../model.ts'
import { endedSets, type Phase, phaseAt, type SetClock, workSeconds } from '../../rules/set-clock.ts'
import { setClock, useSetClock } from './clock-store.ts'
import { clockText } from './clock-text.ts'
import { signalRestOver } from './rest-signal.ts'
import { startRest } from './rest-timer.ts'
import { useNow } from './use-now.ts'
import type { Block } from './use-open-workout.ts'

const READY_MS = 5000
/** Ended longer ago than this nobody was there: nothing is logged in their name. */
const AWAY_MS = 60_000

type Props = {
  block: Block
  setId: string
  figures: SetFigures
  name: string
  check: (setId: string, more?: Partial<SetFigures>) => void
}

export function SetClocks({ isTimed, sideRestS, ...props }: Props & { isTimed: boolean; sideRestS: number }) {
  return (
    <>
      {isTimed && <SetClockLine {...props} />}
      {sideRestS > 0 && <SideRestLine block={props.block} name={props.name} seconds={sideRestS} />}
    </>
  )
}

function SetClockLine({ block, setId, figures, name, check }: Props) {
  const t = useTranslations('setClock')
  const running = useSetClock()
  const { entry, sets } = block
  if (running?.entryId === entry.id) return <Running clock={running} name={name} check={check} />

  const everyS = entry.everyS ?? null
  const workS = workSeconds(entry, block.exercise.measure, figures)
  const start = () => {
    const open = sets.filter(({ doneAt }) => doneAt === null).map(({ id }) => id)
    const setIds = everyS === null ? [setId] : open.slice(open.indexOf(setId))
    setClock({ workoutId: entry.workoutId, entryId: entry.id, setIds, startedAt: Date.now() + READY_MS, everyS, workS })
  }
  const what =
    everyS === null
      ? workS === null
        ? t('up')
        : t('down', { time: clockText(workS * 1000) })
      : workS === null
        ? t('every', { time: clockText(everyS * 1000) })
        : t('turns', { work: clockText(workS * 1000), rest: clockText((everyS - workS) * 1000) })
  return (
    <Line>
      <button
        type="button"
        aria-label={t('startLabel', { name, what })}
        onClick={start}
        className="edge inline-flex min-h-12 items-center gap-2 rounded-[12px] px-4 font-semibold text-[0.875rem] active:bg-pressed"
      >
        <Play size={17} aria-hidden />
        {t('start')}
      </button>
      <span className="num min-w-0 flex-1 text-ink-2 text-sm">{what}</span>
    </Line>
  )
}

/** One tap between left and right: the same timer as after the set, shorter. */
function SideRestLine({ block, name, seconds }: { block: Block; name: string; seconds: number }) {
  const t = useTranslations('setClock')
  const time = clockText(seconds * 1000)
  return (
    <Line>
      <button
        type="button"
        aria-label={t('sidesLabel', { name, time })}
        onClick={() => startRest(block.entry.workoutId, seconds, Date.now())}
        className="edge inline-flex min-h-12 items-center gap-2 rounded-[12px] px-4 font-semibold text-[0.875rem] active:bg-pressed"
      >
        <Play size={17} aria-hidden />
        {t('sidesStart', { time })}
      </button>
      <span className="min-w-0 flex-1 text-ink-2 text-sm">{t('sides')}</span>
    </Line>
  )
}

type RunningProps = { clock: SetClock; name: string; check: Props['check'] }

function Running({ clock, name, check }: RunningProps) {
  const t = useTranslations('setClock')
  const now = useNow(200) ?? clock.startedAt
  const phase = phaseAt(clock, now)
  const logged = useRef(new Set<string>())
  const [said, setSaid] = useState('')
  const step = `${phase.kind} ${'index' in phase ? phase.index : ''}`

  // biome-ignore lint/correctness/useExhaustiveDependencies: once at each turn of the clock, not at each look at it
  useEffect(() => {
    setSaid(wordsOf(phase))
    if (phase.kind !== 'ready') signalRestOver()
    // What the clock has ended is done; the reps of a set that only began by it are the athlete's to tell.
    for (const { setId, at } of endedSets(clock, Date.now())) {
      if (logged.current.has(setId) || Date.now() - at > AWAY_MS) continue
      logged.current.add(setId)
      check(setId, { durationMs: (clock.workS ?? 0) * 1000 })
    }
    if (phase.kind === 'over') setClock(null)
  }, [step])

  const stop = () => {
    const { everyS, setIds } = clock
    const [first] = setIds
    const doneMs = Math.floor((Date.now() - clock.startedAt) / 1000) * 1000
    setClock(null)
    // One set alone that was stopped in time lasted as long as it did.
    if (everyS === null && first && doneMs > 0) check(first, { durationMs: doneMs })
  }
  const isAlone = clock.everyS === null
  return (
    <Line>
      <span role="status" className="sr-only">
        {said}
      </span>
      <b
        role="timer"
        className={cx(
          'num min-w-[4.6rem] font-bold text-[1.5625rem] tracking-tight',
          phase.kind === 'work' ? 'text-good-num' : 'text-ink-2',
        )}
      >
        {timeOf(phase)}
      </b>
      <span className="num min-w-0 flex-1 text-ink-2 text-sm">
        {t(phase.kind === 'over' ? 'work' : phase.kind)}
        {!isAlone && 'index' in phase && (
          <strong className="block font-semibold text-ink">
            {t('round', { n: phase.index + 1, of: clock.setIds.length })}
          </strong>
        )}
      </span>
      <button
        type="button"
        aria-label={t(isAlone ? 'stopLabel' : 'endLabel', { name })}
        onClick={stop}
        className="inline-flex min-h-12 items-center gap-2 rounded-[12px] edge px-4 font-semibold text-[0.875rem] active:bg-pressed"
      >
        <Square size={15} aria-hidden />
        {t(isAlone ? 'stop' : 'end')}
      </button>
    </Line>
  )

  function wordsOf(of: Phase): string {
    if (of.kind === 'ready') return t('readyLive')
    if (of.kind === 'over') return t('overLive')
    return isAlone ? t('workLive') : t(`${of.kind}Round`, { n: of.index + 1, of: clock.setIds.length })
  }
}

function timeOf(phase: Phase): string {
  if (phase.kind === 'over') return clockText(0)
  const left = phase.leftMs
  return left === null && phase.kind === 'work'
    ? clockText(Math.floor(phase.doneMs / 1000) * 1000)
    : clockText(Math.ceil((left ?? 0) / 1000) * 1000)
}

function Line({ children }: { children: React.ReactNode }) {
  return (
    <div role="row" tabIndex={-1}>
      <span role="cell" className="flex flex-wrap items-center gap-3 py-1 pr-4 pl-[18px]">
        {children}
      </span>
    </div>
  )
}
