/** For who has opened a link and is not signed in: an account first, and back to the link. Both ways keep `back`. */
type Props = { ask: string; create: string; have: string; back: string }

export const BUTTON_LINK =
  'edge inline-flex min-h-12 items-center justify-center rounded-2 px-4 font-medium hover:bg-raised'

export function AccountWays({ ask, create, have, back }: Props) {
  const next = `?next=${encodeURIComponent(back)}`
  return (
    <>
      <p className="mt-6">{ask}</p>
      <div className="mt-3 flex flex-wrap gap-3">
        <a
          href={`/sign-up${next}`}
          className="inline-flex min-h-12 items-center justify-center rounded-2 bg-accent px-4 font-bold text-accent-ink hover:bg-accent-press"
        >
          {create}
        </a>
        <a href={`/sign-in${next}`} className={BUTTON_LINK}>
          {have}
        </a>
      </div>
    </>
  )
}
