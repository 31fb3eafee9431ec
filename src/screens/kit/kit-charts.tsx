'use client'
import { BarChart } from '../../ui/charts/bar-chart.tsx'
import { ChartFrame } from '../../ui/charts/chart-frame.tsx'
import { LineChart } from '../../ui/charts/line-chart.tsx'
import { RangeBars } from '../../ui/charts/range-bars.tsx'
import { Section } from '../../ui/section.tsx'

const WEEKS = [121, 122.5, 122, 124, 126.5, 126, 128, 129.5, 131, 132]
const TONS = [8.2, 9.1, 0, 10.4, 11, 9.6, 12.2, 7.4]

export function KitCharts() {
  return (
    <Section title="Charts">
      <ChartFrame
        title="Bench press e1RM"
        detail="kg, 10 weeks"
        headline="132 ▲"
        table={{ head: ['Week', 'kg'], rows: WEEKS.map((kg, i) => [String(i + 1), String(kg)]) }}
        words={{ showTable: 'Show as a table', showChart: 'Show as a chart' }}
      >
        <LineChart
          label="Bench press e1RM over 10 weeks, from 121 to 132 kg"
          series={[{ label: 'Bench press', colour: 1, points: WEEKS.map((y, x) => ({ x, y })) }]}
          formatX={(x) => `week ${x + 1}`}
          formatY={String}
        />
      </ChartFrame>
      <ChartFrame
        title="Volume"
        detail="tonnes a week"
        headline="7.4 so far"
        table={{ head: ['Week', 't'], rows: TONS.map((t, i) => [String(i + 40), String(t)]) }}
        words={{ showTable: 'Show as a table', showChart: 'Show as a chart' }}
      >
        <BarChart
          label="Volume over 8 weeks"
          bars={TONS.map((value, i) => ({ key: i, value, label: String(i + 40), current: i === TONS.length - 1 }))}
          formatY={String}
          goal={{ value: 10, label: 'goal' }}
        />
      </ChartFrame>
      <Section title="Hard sets this week" aside="your range marked">
        <RangeBars
          label="Hard sets this week"
          bars={[
            { key: 'chest', label: 'Chest', value: 10.5, text: '10.5', range: [9, 16] },
            { key: 'back', label: 'Back', value: 14, text: '14', range: [10, 18] },
            { key: 'quads', label: 'Quads', value: 6, text: '6', range: [9, 16], off: true },
          ]}
        />
      </Section>
    </Section>
  )
}
