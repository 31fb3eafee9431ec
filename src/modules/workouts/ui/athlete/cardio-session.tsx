'use client'
/** What a recorded session adds to its workout: figures, the way over its length, splits, fastest stretches, its file. */
import { Download } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { formatDistance } from '../../../../shared/units.ts'
import { ChartFrame } from '../../../../ui/charts/chart-frame.tsx'
import { LineChart } from '../../../../ui/charts/line-chart.tsx'
import { ListRow } from '../../../../ui/list-row.tsx'
import { Figure, Section } from '../../../../ui/section.tsx'
import { Segmented } from '../../../../ui/segmented.tsx'
import type { CardioSession } from '../../model/cardio.ts'
import type { LoggedSet } from '../../model.ts'
import { inclineAdjustedM, paceOf } from '../../rules/cardio/pace.ts'
import { PART_SIZE, SPLIT_SIZE, type Sport, sportOf, stretchM } from '../../rules/cardio/track.ts'
import { clockText } from './clock-text.ts'
import { RouteOutline } from './route-outline.tsx'
import type { Habits } from './set-fields.ts'
import { type CardioWords, useCardioWords } from './use-cardio-words.ts'

type Props = {
  set: LoggedSet
  exerciseId: string
  name: string
  habits: Habits
  /** Null where only the set says something: a distance and a time that were typed. */
  cardio: CardioSession | null
  /** With all pauses; null where it is not the workout's. */
  elapsedMs: number | null
  onSaveFile: (file: NonNullable<CardioSession['file']>) => void
}

export function CardioSessionView({ set, exerciseId, name, habits, cardio, elapsedMs, onSaveFile }: Props) {
  const t = useTranslations('cardio')
  const words = useCardioWords(habits)
  const sport = sportOf(exerciseId)
  const { distanceM, durationMs } = set
  const pace = paceOf(sport, { distanceM: distanceM ?? 0, ms: durationMs ?? 0 }, habits.distanceUnit)
  if (!pace && !cardio) return null
  const inclineTenths = cardio?.inclineTenths ?? null
  const flatM = distanceM !== null && inclineTenths !== null ? inclineAdjustedM(distanceM, inclineTenths) : null
  const flatPace = flatM === null ? null : words.paceNumber(sport, flatM, durationMs ?? 0)
  const bests = set.bests && set.bests[0] === distanceM && set.bests[1] === durationMs ? set.bests.slice(2) : []
  return (
    <section aria-label={name} className="mt-3">
      <div className="flex flex-wrap gap-x-8 gap-y-3 py-2">
        {distanceM !== null && (
          <Figure value={words.distance(distanceM, sport)} unit={words.distanceUnit(sport)} label={t('distance')} />
        )}
        {durationMs !== null && <Figure value={clockText(durationMs)} label={t('moving')} />}
        {pace && (
          <Figure
            value={words.paceNumber(sport, distanceM ?? 0, durationMs ?? 0)}
            unit={words.paceUnit(sport)}
            label={words.paceName(sport)}
          />
        )}
        {inclineTenths !== null && <Figure value={words.incline(inclineTenths)} unit="%" label={t('incline')} />}
        {flatPace !== null && <Figure value={flatPace} unit={words.paceUnit(sport)} label={t('flatPace')} />}
        {elapsedMs !== null && elapsedMs !== durationMs && <Figure value={clockText(elapsedMs)} label={t('elapsed')} />}
        {cardio && <Extra cardio={cardio} words={words} />}
      </div>
      {flatPace !== null && flatM !== null && distanceM !== null && inclineTenths !== null && (
        <p className="text-ink-2 text-sm">
          {t('flatWhy', {
            distance: words.distance(distanceM, sport),
            flat: words.distance(flatM, sport),
            unit: words.distanceUnit(sport),
            incline: words.incline(inclineTenths),
          })}
        </p>
      )}
      {cardio && cardio.outline.length > 0 && (
        <div className="mt-3">
          <RouteOutline label={t('route')} outline={cardio.outline} />
          <p className="mt-1.5 text-ink-2 text-sm">{t('routeNote')}</p>
        </div>
      )}
      {cardio && cardio.parts.length > PART_SIZE && distanceM !== null && (
        <Along cardio={cardio} distanceM={distanceM} sport={sport} words={words} />
      )}
      {cardio && <Splits cardio={cardio} sport={sport} words={words} habits={habits} />}
      {bests.length > 0 && <Bests bests={bests} habits={habits} sport={sport} words={words} />}
      {cardio?.file && <TheFile file={cardio.file} onSave={onSaveFile} />}
    </section>
  )
}

function Extra({ cardio, words }: { cardio: CardioSession; words: CardioWords }) {
  const t = useTranslations('cardio')
  const { gainM, avgHr, maxHr } = cardio
  return (
    <>
      {gainM !== null && <Figure value={words.climb(gainM)} unit={words.climbUnit} label={t('climbed')} />}
      {avgHr !== null && <Figure value={avgHr} unit={t('bpm')} label={t('avgHr')} />}
      {maxHr !== null && <Figure value={maxHr} unit={t('bpm')} label={t('maxHr')} />}
    </>
  )
}

type What = 'pace' | 'height' | 'hr'
type AlongProps = { cardio: CardioSession; distanceM: number; sport: Sport | null; words: CardioWords; habits: Habits }

function Along({ cardio, distanceM, sport, words }: Omit<AlongProps, 'habits'>) {
  const t = useTranslations('cardio')
  const [what, setWhat] = useState<What>('pace')
  const n = cardio.parts.length / PART_SIZE
  const [partMs, partDm, partHr] = [0, 1, 2].map((at) =>
    Array.from({ length: n }, (_, i) => cardio.parts[i * PART_SIZE + at] ?? 0),
  ) as [number[], number[], number[]]
  const options = [
    { value: 'pace' as const, label: words.paceName(sport) },
    ...(cardio.gainM !== null ? [{ value: 'height' as const, label: t('height') }] : []),
    ...(cardio.avgHr !== null ? [{ value: 'hr' as const, label: t('hr') }] : []),
  ]
  const part = distanceM / partMs.length
  const speed = sport === 'ride'
  const values = {
    // A pace is faster the less it is: drawn upside down, so that fast is up.
    pace: partMs.map((ms) => (ms <= 0 ? null : speed ? part / ms : -ms / part)),
    height: partDm.map((dm) => dm / 10),
    hr: partHr.map((hr) => hr || null),
  }[what]
  const text = (y: number): string => {
    if (what === 'pace') return words.paceNumber(sport, part, speed ? part / y : -y * part) ?? ''
    return what === 'height' ? words.climb(y) : String(Math.round(y))
  }
  const unit = what === 'pace' ? words.paceUnit(sport) : what === 'height' ? words.climbUnit : t('bpm')
  const at = (x: number) => `${words.distance(Math.round(x), sport)}\u00a0${words.distanceUnit(sport)}`
  const points = values.flatMap((y, i) => (y === null ? [] : [{ x: part * (i + 1), y }]))
  const title = options.find(({ value }) => value === what)?.label ?? ''
  return (
    <div className="mt-6">
      {options.length > 1 && (
        <div className="mb-3">
          <Segmented label={t('overDistance')} options={options} value={what} onChange={setWhat} />
        </div>
      )}
      <ChartFrame
        title={title}
        detail={unit}
        words={{ showTable: t('showTable'), showChart: t('showChart') }}
        table={{ head: [t('distance'), title], rows: points.map(({ x, y }) => [at(x), `${text(y)}\u00a0${unit}`]) }}
      >
        <LineChart
          label={t('chartLabel', { what: title })}
          series={[{ label: title, colour: what === 'hr' ? 5 : what === 'height' ? 3 : 1, points }]}
          formatX={(x) => at(x)}
          formatY={text}
          ends={false}
        />
      </ChartFrame>
    </div>
  )
}

function Splits({ cardio, sport, words, habits }: Omit<AlongProps, 'distanceM'>) {
  const t = useTranslations('cardio')
  const inMiles = habits.distanceUnit === 'mi' && cardio.mileSplits.length > 0
  const flat = inMiles ? cardio.mileSplits : cardio.splits
  const splits = Array.from({ length: flat.length / SPLIT_SIZE }, (_, i) =>
    flat.slice(i * SPLIT_SIZE, (i + 1) * SPLIT_SIZE),
  )
  if (splits.length === 0) return null
  const whole = inMiles ? 1609 : stretchM(sport)
  const paceMs = splits.map(([metres = 1, ms = 0]) => ms / metres)
  const slowest = Math.max(...paceMs)
  const [hasHr, hasHeight] = [cardio.avgHr !== null, cardio.gainM !== null]
  return (
    <Section title={t('splits')}>
      <table className="num w-full text-sm">
        <thead>
          <tr className="caps text-left text-ink-2!">
            <Head>{words.distanceUnit(sport)}</Head>
            <Head>{words.paceName(sport)}</Head>
            <Head isBar>
              <span className="sr-only">{t('time')}</span>
            </Head>
            {hasHeight && <Head isRight>{words.climbUnit}</Head>}
            {hasHr && <Head isRight>{t('bpm')}</Head>}
          </tr>
        </thead>
        <tbody>
          {splits.map(([metres = 0, ms = 0, net = 0, hr = 0], i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a split is its place
            <tr key={i} className="border-line border-t">
              <th scope="row" className="h-10 w-14 text-left font-semibold text-ink-2">
                {words.distanceUnit(sport) === 'm'
                  ? words.distance(i * whole + metres, sport)
                  : metres < whole
                    ? words.distance(metres, sport)
                    : i + 1}
              </th>
              <td className="w-16 font-semibold text-base">{words.paceNumber(sport, metres, ms) ?? '–'}</td>
              <td className="pr-3">
                <span className="sr-only">{clockText(ms)}</span>
                <span aria-hidden className="block h-2.5 overflow-hidden rounded-full">
                  <span
                    className="block h-full rounded-full bg-accent"
                    style={{ width: `${barShare(paceMs[i] ?? slowest, paceMs)}%` }}
                  />
                </span>
              </td>
              {hasHeight && <td className="w-14 text-right">{net > 0 ? `+${words.climb(net)}` : words.climb(net)}</td>}
              {hasHr && <td className="w-12 text-right">{hr || '–'}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

/** Faster is longer; the slowest is still a fifth of the row. */
function barShare(msPerM: number, all: readonly number[]): number {
  const fastest = Math.min(...all.filter((ms) => ms > 0))
  return Math.max(20, Math.round((fastest / Math.max(msPerM, fastest)) * 100))
}

function Head({ children, isRight, isBar }: { children: ReactNode; isRight?: boolean; isBar?: boolean }) {
  return (
    <th scope="col" className={`pb-1 font-semibold ${isRight ? 'text-right' : ''} ${isBar ? 'w-auto' : ''}`}>
      {children}
    </th>
  )
}

type BestsProps = { bests: readonly number[]; habits: Habits; sport: Sport | null; words: CardioWords }

function Bests({ bests, habits, sport, words }: BestsProps) {
  const t = useTranslations('cardio')
  // They have names of their own, whatever unit their runner counts in.
  const nameOf = (metres: number): string => {
    if (metres === 1609) return t('mile')
    if (metres === 21_098) return t('half')
    if (metres === 42_195) return t('marathon')
    return formatDistance(metres, metres < 1000 ? 'm' : 'km', habits.locale)
  }
  const pairs = Array.from({ length: bests.length / 2 }, (_, i) => [bests[2 * i] ?? 0, bests[2 * i + 1] ?? 0] as const)
  return (
    <Section title={t('bests')}>
      <ul>
        {pairs.map(([metres, ms]) => (
          <li key={metres} className="flex min-h-11 items-center gap-3 border-line border-b py-1.5 last:border-b-0">
            <span className="num min-w-0 flex-1 font-medium">{nameOf(metres)}</span>
            <span className="num text-ink-2 text-sm">
              {words.paceNumber(sport, metres, ms)} {words.paceUnit(sport)}
            </span>
            <span className="num w-20 text-right font-semibold">{clockText(ms)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function TheFile({ file, onSave }: { file: NonNullable<CardioSession['file']>; onSave: Props['onSaveFile'] }) {
  const t = useTranslations('cardio')
  return (
    <Section title={t('file')}>
      <ListRow
        lead={<Download size={20} aria-hidden />}
        title={t('saveFile')}
        detail={file.name}
        onClick={() => onSave(file)}
      />
    </Section>
  )
}
