'use client'
/** What is wider than its place scrolls in a frame of its own, and says so: it fades at the edge, with a button beyond. */
import { ChevronRight } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'

type Props = { label: string; moreLabel: string; children: ReactNode }

export function ScrollFrame({ label, moreLabel, children }: Props) {
  const ref = useRef<HTMLElement>(null)
  const [hasMore, setMore] = useState(false)
  useEffect(() => {
    const frame = ref.current
    if (!frame) return
    const measure = () => setMore(frame.scrollWidth - frame.clientWidth - frame.scrollLeft > 1)
    measure()
    frame.addEventListener('scroll', measure, { passive: true })
    const observer = new ResizeObserver(measure)
    observer.observe(frame)
    for (const child of frame.children) observer.observe(child)
    return () => {
      frame.removeEventListener('scroll', measure)
      observer.disconnect()
    }
  }, [])
  return (
    <div className="relative">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section ref={ref} tabIndex={0} aria-label={label} className="overflow-x-auto pb-2">
        {children}
      </section>
      {hasMore && (
        <div className="pointer-events-none absolute inset-y-0 right-0 flex w-14 items-start justify-end bg-gradient-to-l from-40% from-surface to-transparent">
          <button
            type="button"
            aria-label={moreLabel}
            title={moreLabel}
            onClick={() => ref.current?.scrollBy({ left: ref.current.clientWidth * 0.6, behavior: 'smooth' })}
            className="edge pointer-events-auto inline-flex size-6 items-center justify-center rounded-full bg-surface text-ink-2 hover:bg-pressed"
          >
            <ChevronRight size={16} aria-hidden />
          </button>
        </div>
      )}
    </div>
  )
}
