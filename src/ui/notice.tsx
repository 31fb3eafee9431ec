import type { ReactNode } from 'react'

const TONES = {
  plain: 'bg-raised shadow-row',
  info: 'bg-info-soft',
  warn: 'bg-warn-soft',
  bad: 'bg-bad-soft',
  good: 'bg-good-soft',
} as const

/** A line of state with what can be done about it. `urgent` is read out at once. */
export function Notice(props: {
  tone?: keyof typeof TONES
  icon?: ReactNode
  children: ReactNode
  actions?: ReactNode
  urgent?: boolean
}) {
  const { tone = 'plain', icon, children, actions, urgent } = props
  return (
    <div role={urgent ? 'alert' : 'status'} className={`rounded-2 p-4 ${TONES[tone]}`}>
      <div className="flex gap-3">
        {icon && <span className="mt-0.5 shrink-0">{icon}</span>}
        <div className="min-w-0 flex-1">{children}</div>
      </div>
      {actions && <div className="mt-3 flex flex-wrap gap-2">{actions}</div>}
    </div>
  )
}
