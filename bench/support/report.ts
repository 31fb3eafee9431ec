/** One table a benchmark: what was measured, what it should be, and whether it is. */
import { cpus, loadavg } from 'node:os'

export type Line = {
  what: string
  /** With its unit. */
  measured: string
  budget: string
  /** Null where a figure only explains another. */
  pass: boolean | null
}

export function printTable(title: string, lines: readonly Line[]): void {
  const head = { what: title, measured: 'measured', budget: 'budget', verdict: '' }
  const rows = lines.map(({ what, measured, budget, pass }) => {
    return { what, measured, budget, verdict: pass === null ? '' : pass ? 'PASS' : 'MISS' }
  })
  const width = (key: keyof typeof head) => Math.max(...[head, ...rows].map((row) => row[key].length))
  const widths = { what: width('what'), measured: width('measured'), budget: width('budget'), verdict: 4 }
  const line = (row: typeof head) =>
    `| ${row.what.padEnd(widths.what)} | ${row.measured.padStart(widths.measured)} | ${row.budget.padEnd(widths.budget)} | ${row.verdict.padEnd(widths.verdict)} |`
  console.log(`\n${line(head)}`)
  console.log(
    `| ${'-'.repeat(widths.what)} | ${'-'.repeat(widths.measured)} | ${'-'.repeat(widths.budget)} | ${'-'.repeat(widths.verdict)} |`,
  )
  for (const row of rows) console.log(line(row))
  console.log(`\n${machine()}`)
  if (lines.some(({ pass }) => pass === false)) process.exitCode = 1
}

/** A figure without the machine's load says nothing. */
export function machine(): string {
  const [one = 0, five = 0] = loadavg()
  const model = cpus()[0]?.model.trim() ?? 'unknown'
  return `${cpus().length} × ${model}; load ${one.toFixed(2)} over 1 minute, ${five.toFixed(2)} over 5`
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const median = (values: readonly number[]) => percentile(values, 0.5)
export const perSecond = (value: number) => `${Math.round(value).toLocaleString('en')}/s`
export const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`

/** How often `act` ends in a second, with `inFlight` of it running at any time. */
export async function rate(seconds: number, inFlight: number, act: (worker: number) => Promise<void>): Promise<number> {
  const started = performance.now()
  const end = started + seconds * 1000
  let done = 0
  await Promise.all(
    Array.from({ length: inFlight }, async (_, worker) => {
      while (performance.now() < end) {
        await act(worker)
        done += 1
      }
    }),
  )
  return (done / (performance.now() - started)) * 1000
}
