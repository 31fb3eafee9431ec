'use client'
/** Hard sets, or how far each muscle has recovered, on a body, front and back. Drawn by us; what it shows stands in the table behind it as well. */
import { useLocale, useTranslations } from 'use-intl'
import { ChartFrame } from '../../../../ui/charts/chart-frame.tsx'
import { MUSCLES, type Muscle } from '../../../exercises/model.ts'
import { shownSets } from '../../rules/muscle-groups.ts'

/** The right half of a body around x = 0; the left one is its mirror. */
const BODY =
  'M0 5C7 5 10 10 10 16C10 21 8 24 6 26L6 33C9 37 16 38 22 40C29 42 32.500 48 33 57C35 67 38 77 40 88C42 98 44.500 108 46 117C46.500 122 43 124 41 121C38 113 35 105 32.500 97C29 88 27 77 25 68C24.500 78 22 88 21 96C22 104 24.500 112 25 122C25.500 140 23 158 20.500 171C22 186 20 202 17.500 219C18 226 22 229 20 232L9 232C8 227 9 221 8 214C6 198 6 184 7 172C5 156 3 140 1 125L0 125Z'

const FOREARM = 'M34 86C37.500 89 40 98 42.500 112C40 114 37 106 34.500 98C32.500 93 32 88 34 86Z'

const FRONT: Partial<Record<Muscle, string>> = {
  neck: 'M.7 27L5 28L5.300 34L.7 37Z',
  traps: 'M6.500 34.500C10 37.500 15 38.500 19 40L8 41.500Z',
  front_delts: 'M20.500 41.500C25 42 28 44 29 50C28.500 54 27.500 56 26 57C23 54 21.500 49 20.500 41.500Z',
  side_delts:
    'M28.500 44.500C31.500 48 32.300 53 32 59C30 58.500 28.500 57.500 27.500 56.500C30 53 30 48 28.500 44.500Z',
  chest: 'M.7 44C8 41 14 41 19.500 44C21 50 24 54 24 59C17 65 7 65 .7 61Z',
  biceps: 'M26.500 59C30 59.500 33 62 34 67C35.500 74 35.500 79 34 83C30 80 27.500 71 26.500 59Z',
  forearms: FOREARM,
  abs: 'M.7 64.500C5 66 8 66.500 10.500 66.500C12 80 11 98 7 113L.7 118Z',
  obliques:
    'M12.500 66.500C17 66 20.500 64.500 23.500 62.500C22.500 76 20 88 19.700 95C19 102 15 107 10.500 110C13 98 14 82 12.500 66.500Z',
  abductors:
    'M20.500 104C22.500 108 23.500 112 23.700 116C21.500 113.500 19 113 16.500 113.500C18.500 111 20 107.500 20.500 104Z',
  quads:
    'M9.500 121C14 116 19 114.500 23 118C24.500 134 22.500 152 19 166C14.500 168 11 167 9.500 161C7.500 147 7.500 134 9.500 121Z',
  adductors: 'M2 122C4 120.500 6 120.500 7.700 121.500C6.500 134 6.500 144 7.300 156C4.500 147 3 134 2 122Z',
  calves: 'M17.500 175C19.700 184 19 198 16.500 211C14.500 200 14.500 186 17.500 175Z',
}

const BACK: Partial<Record<Muscle, string>> = {
  neck: 'M.7 25L5 26.500L5 31L.7 29.500Z',
  traps: 'M.7 31.500C5 34 11 38.500 19 40.500C13 46 7 56 .7 67Z',
  rear_delts: 'M20.500 41.500C28 42.500 32 49 32.200 58.500C27 56 22 51 20.500 41.500Z',
  upper_back: 'M18.500 44C20.500 51 24 55 24.500 60C18 61.500 11 61 5.500 62.500C9 55 13 49 18.500 44Z',
  lats: 'M24.500 62C25 74 22.500 86 19.500 92C12.500 88 6 80 2.500 69C3 67 4 65.500 5 64.500C11 63 18 63.500 24.500 62Z',
  lower_back: 'M.7 72C5 82 10 89 17 94.500C13 101 7 105 .7 107Z',
  triceps: 'M26.500 59C31 59 34 63 35 69C36.500 76 36.500 80 34.500 84C30.500 80 27.500 71 26.500 59Z',
  forearms: FOREARM,
  glutes: 'M.7 110C8 106 17 104 22 109.500C25 117 24 126 19 129.500C12 132.500 5 131 .7 127Z',
  hamstrings:
    'M2.500 133C9 135.500 17 135.500 23.500 131C24.500 146 22 158 19 168C14 170 9.500 169 8.500 164C6 154 4 144 2.500 133Z',
  calves:
    'M8 174C12 171 17 171 19.500 176C21.500 188 20 200 17 208C13.500 210 10.500 206 9.500 202C7.500 192 7.500 182 8 174Z',
}

/** Hard sets from which a muscle is filled so much. */
const STEPS = [0, 3, 6, 10] as const
const FILLS = [0.22, 0.45, 0.7, 1] as const

function fillOf(sets: number): number {
  return sets <= 0 ? 0 : (FILLS[STEPS.findLastIndex((step) => sets > step)] ?? 0)
}

/** `sets` in hundredths. */
export function BodyMap({ sets }: { sets: Record<Muscle, number> }) {
  const t = useTranslations('bodyMap')
  const locale = useLocale()
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const shown = (muscle: Muscle) => shownSets(sets[muscle])
  return (
    <BodyView
      title={t('title')}
      detail={t('detail')}
      label={t('label')}
      column={t('sets')}
      order={MUSCLES.toSorted((a, b) => sets[b] - sets[a])}
      textOf={(muscle) => number.format(shown(muscle))}
      fillOf={(muscle) => fillOf(shown(muscle))}
      legend={FILLS.map((fill, i) => {
        const [from, to] = [STEPS[i] ?? 0, STEPS[i + 1]]
        return { fill, text: to === undefined ? t('more', { n: from }) : t('upTo', { n: to }) }
      })}
    />
  )
}

/** Percents that each muscle has recovered: the more it still has to, the darker. */
export function RecoveryMap({ recovered }: { recovered: Record<Muscle, number> }) {
  const t = useTranslations('recovery')
  return (
    <BodyView
      title={t('map')}
      detail={t('detail')}
      label={t('label')}
      column={t('column')}
      order={MUSCLES.toSorted((a, b) => recovered[a] - recovered[b])}
      textOf={(muscle) => `${recovered[muscle]}%`}
      fillOf={(muscle) => (recovered[muscle] >= 100 ? 0 : (FILLS[Math.floor((100 - recovered[muscle]) / 25.1)] ?? 1))}
      legend={FILLS.map((fill, i) => ({
        fill,
        text: t('range', { from: 75 - 25 * i, to: i === 0 ? 99 : 99 - 25 * i }),
      }))}
    />
  )
}

type ViewProps = {
  title: string
  detail: string
  label: string
  /** What is told of each muscle, as the table's head has it. */
  column: string
  order: readonly Muscle[]
  textOf: (muscle: Muscle) => string
  /** How much of its colour a muscle has, 0 to 1. */
  fillOf: (muscle: Muscle) => number
  legend: readonly { fill: number; text: string }[]
}

function BodyView({ title, detail, label, column, order, textOf, fillOf, legend }: ViewProps) {
  const t = useTranslations('bodyMap')
  const m = useTranslations('muscle')
  return (
    <ChartFrame
      title={title}
      detail={detail}
      words={{ showTable: t('showTable'), showChart: t('showMap') }}
      table={{ head: [t('muscle'), column], rows: order.map((muscle) => [m(muscle), textOf(muscle)]) }}
    >
      <svg role="img" aria-label={label} viewBox="0 0 220 250" className="mx-auto block max-h-[20rem] w-full">
        {(
          [
            ['front', FRONT, 56],
            ['back', BACK, 164],
          ] as const
        ).map(([side, parts, x]) => (
          <g key={side}>
            {[1, -1].map((direction) => (
              <g key={direction} transform={`translate(${x} 0) scale(${direction} 1)`}>
                <path d={BODY} fill="var(--raised)" stroke="var(--line-strong)" strokeWidth=".8" />
                {(Object.entries(parts) as [Muscle, string][]).map(([muscle, d]) => (
                  <path
                    key={muscle}
                    d={d}
                    fill="var(--c1)"
                    fillOpacity={fillOf(muscle)}
                    stroke="var(--line-strong)"
                    strokeWidth=".7"
                  />
                ))}
              </g>
            ))}
            <text x={x} y={246} textAnchor="middle" fontSize="9" fill="var(--text-2)">
              {t(side)}
            </text>
          </g>
        ))}
      </svg>
      <ul className="num flex flex-wrap justify-center gap-x-4 gap-y-1 text-ink-2 text-sm">
        {legend.map(({ fill, text }) => (
          <li key={fill} className="flex items-center gap-1.5">
            <span aria-hidden className="edge size-3.5 overflow-hidden rounded-[4px]">
              <span className="block size-full bg-c1" style={{ opacity: fill }} />
            </span>
            {text}
          </li>
        ))}
      </ul>
    </ChartFrame>
  )
}
