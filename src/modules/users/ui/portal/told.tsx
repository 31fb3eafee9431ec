/** What a letter's link leads to, under its heading. */
import type { ReactNode } from 'react'

export function Told({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h1 className="mb-3 font-bold text-2xl tracking-tight">{title}</h1>
      {children}
    </>
  )
}
