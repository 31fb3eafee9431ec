import type { ReactNode } from 'react'

export function PageHead({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="flex min-h-16 flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-6 py-2">
      <h1 className="min-w-0 font-bold text-[1.1875rem] tracking-tight">{title}</h1>
      {children}
    </header>
  )
}
