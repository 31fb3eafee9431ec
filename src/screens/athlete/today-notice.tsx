import type { ReactNode } from 'react'
import { Notice } from '../../ui/notice.tsx'

/** What today has to say once: a line, a smaller one, and what can be done about it. */
export function TodayNotice({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  return (
    <div className="mb-6">
      <Notice actions={children}>
        <p className="font-semibold">{title}</p>
        {text && <p className="num mt-0.5 text-ink-2 text-sm">{text}</p>}
      </Notice>
    </div>
  )
}
