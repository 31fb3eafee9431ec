import type { ReactNode } from 'react'

/** A heading with an aside at its right, and what it heads. */
export function Section({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="mt-6">
      <div className="mb-2.5 flex flex-wrap items-baseline justify-between gap-x-3">
        <h2 className="min-w-0 break-words font-bold text-[1rem] tracking-tight">{title}</h2>
        {aside != null && <span className="num ml-auto text-ink-3 text-sm">{aside}</span>}
      </div>
      {children}
    </section>
  )
}

/** A figure and its name. */
export function Figure({ value, unit, label }: { value: ReactNode; unit?: string; label: string }) {
  return (
    <div className="flex min-w-0 flex-col-reverse">
      <span className="text-ink-2 text-sm">{label}</span>
      <span className="num font-bold text-xl tracking-tight">
        {value}
        {unit && <span className="ml-0.5 font-medium text-ink-2 text-sm">{unit}</span>}
      </span>
    </div>
  )
}
