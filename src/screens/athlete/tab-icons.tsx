/** The five icons of the tabs: in the first paint, so drawn here and not fetched with an icon set. */
import type { ReactNode } from 'react'

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg
      width="24"
      height="24"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.9"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  )
}

export const TodayIcon = () => (
  <Icon>
    <path d="M4 11l8-7 8 7v8a1 1 0 0 1-1 1h-5v-6h-4v6H5a1 1 0 0 1-1-1z" />
  </Icon>
)
export const HistoryIcon = () => (
  <Icon>
    <path d="M4 5h16v15H4zM4 10h16M9 3v4M15 3v4" />
  </Icon>
)
export const ExercisesIcon = () => (
  <Icon>
    <path d="M6 7v10M3 9v6M18 7v10M21 9v6M6 12h12" />
  </Icon>
)
export const ProgressIcon = () => (
  <Icon>
    <path d="M4 18l5-6 4 3 7-9" />
  </Icon>
)
export const YouIcon = () => (
  <Icon>
    <circle cx="12" cy="8" r="4" />
    <path d="M4 21c1-5 4-7 8-7s7 2 8 7" />
  </Icon>
)
