/** Where a thing that was done is: on this phone, waiting to be sent, on the server; or needing attention. */
export type TickState = 'hollow' | 'half' | 'full' | 'alert'

const CHECK = 'm8.5 14.4 3.8 3.8 7.4-8'

/** The mark alone; what it means is said in words by whoever shows it. */
export function Tick({ state, size = 28 }: { state: TickState; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 28 28"
      fill="none"
      aria-hidden="true"
      data-tick={state}
      className={state === 'alert' ? 'block shrink-0 text-warn' : 'block shrink-0 text-good'}
    >
      {state === 'full' && <circle cx="14" cy="14" r="12" fill="currentColor" />}
      {(state === 'hollow' || state === 'half') && (
        <circle cx="14" cy="14" r="11" stroke="currentColor" strokeWidth="2" />
      )}
      {state === 'half' && <path d="M14 3a11 11 0 0 1 0 22z" fill="currentColor" opacity=".35" />}
      {state === 'alert' ? (
        <>
          <circle cx="14" cy="14" r="11" stroke="currentColor" strokeWidth="2" strokeDasharray="3.4 2.4" />
          <path d="M14 8v7m0 4.2v.1" stroke="currentColor" strokeWidth="2.8" strokeLinecap="round" />
        </>
      ) : (
        <path
          d={CHECK}
          stroke={state === 'full' ? 'var(--good-ink)' : 'currentColor'}
          strokeWidth="2.6"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      )}
    </svg>
  )
}

/** The check on the button that does it. */
export function CheckMark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 28 28" fill="none" aria-hidden="true" className="block">
      <path
        d="m7 14.6 4.8 4.8 9.4-10.2"
        stroke="currentColor"
        strokeWidth="3.2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
