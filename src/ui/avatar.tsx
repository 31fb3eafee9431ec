'use client'
import { useState } from 'react'
import { cx } from './cx.ts'

type Props = {
  name: string
  /** Null where there is no picture, or none that may be seen. */
  url: string | null | undefined
  className?: string
}

/** A person's picture, or their initials. The name stands beside it: it says nothing to who doesn't see it. */
export function Avatar({ name, url, className }: Props) {
  const [broken, setBroken] = useState<string | null>(null)
  return (
    <span
      aria-hidden
      className={cx(
        'grid shrink-0 select-none place-items-center overflow-hidden rounded-full bg-pressed font-semibold text-ink-2',
        className,
      )}
    >
      {url && url !== broken ? (
        <img
          src={url}
          alt=""
          loading="lazy"
          decoding="async"
          className="size-full object-cover"
          onError={() => setBroken(url)}
        />
      ) : (
        initialsOf(name)
      )}
    </span>
  )
}

/** The first letters of the first and the last word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '')
  return letters.join('').toLocaleUpperCase()
}
