import type { ReactNode } from 'react'

/** Teaches with one sentence and offers one button. */
export function EmptyState({
  icon,
  title,
  text,
  action,
}: {
  icon?: ReactNode
  title: string
  text: string
  action?: ReactNode
}) {
  return (
    <div className="mx-auto flex max-w-80 flex-col items-center gap-2 px-4 py-12 text-center">
      {icon && <span className="mb-2 text-ink-3">{icon}</span>}
      <h2 className="font-bold text-lg tracking-tight">{title}</h2>
      <p className="text-ink-2">{text}</p>
      {action && <div className="mt-4">{action}</div>}
    </div>
  )
}
