/** A plain door: what Spotter is and the three ways in. */
export function LandingPage() {
  return (
    <main style={{ maxWidth: 560, margin: '0 auto', padding: '72px 20px' }}>
      <h1 style={{ fontSize: 34, letterSpacing: '-0.03em', lineHeight: 1.1 }}>
        The training log that never loses a rep.
      </h1>
      <p style={{ margin: '16px 0 28px', fontSize: 17, color: 'var(--text-2)' }}>
        Log with or without a signal. Your coach sees it, once, when the signal returns.
      </p>
      <nav aria-label="Ways in" style={{ display: 'flex', gap: 12, flexWrap: 'wrap' }}>
        <a className="door" href="/train">
          Open the log
        </a>
        <a className="door" href="/coach">
          I coach
        </a>
        <a className="door" href="/sign-up">
          Create an account
        </a>
      </nav>
    </main>
  )
}
