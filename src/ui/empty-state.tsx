import type { ReactNode } from 'react'

/** Teaches with one sentence and offers one button. */
export function EmptyState({
  icon,
  title,
  text,
  action,
  isPage,
}: {
  icon?: ReactNode
  title: string
  text: string
  action?: ReactNode
  /** It is all there is: the page's own heading. */
  isPage?: boolean
}) {
  const Heading = isPage ? 'h1' : 'h2'
  return (
    <div className="mx-auto flex max-w-80 flex-col items-center gap-2 px-4 py-12 text-center">
      {icon && <span className="mb-2 text-ink-3">{icon}</span>}
      <Heading className="font-bold text-lg tracking-tight">{title}</Heading>
      <p className="text-ink-2">{text}</p>
      {action && <div className="mt-4">{action}</div>}
    </div>
  )
}
