'use client'
import type { KeyboardEvent, PointerEvent } from 'react'
import { useRef } from 'react'

type Move = { dx?: number; dy?: number; factor?: number }
type Props = {
  src: string
  /** Of the picture, in pixels. */
  size: { width: number; height: number }
  /** What is seen: its corner as shares of width and height, its side as a share of the shorter one. */
  crop: { x: number; y: number; side: number }
  leastSide: number
  onMove: (by: Move) => void
  /** Says that arrow keys move it. */
  label: string
  zoomLabel: string
}

const STEP = 0.02
const ARROWS: Record<string, Move> = {
  ArrowLeft: { dx: -STEP },
  ArrowRight: { dx: STEP },
  ArrowUp: { dy: -STEP },
  ArrowDown: { dy: STEP },
}

/** A square window on a picture: dragged or moved by arrow keys, made larger and smaller by a slider. */
export function SquareCrop({ src, size, crop, leastSide, onMove, label, zoomLabel }: Props) {
  const from = useRef<{ x: number; y: number; room: number } | null>(null)
  const shorter = Math.min(size.width, size.height)
  // The whole picture in widths of the window.
  const [wide, high] = [size.width / (shorter * crop.side), size.height / (shorter * crop.side)]

  function drag(event: PointerEvent<HTMLElement>) {
    const at = from.current
    if (!at) return
    onMove({ dx: (at.x - event.clientX) / (at.room * wide), dy: (at.y - event.clientY) / (at.room * high) })
    from.current = { ...at, x: event.clientX, y: event.clientY }
  }
  function key(event: KeyboardEvent) {
    const move = ARROWS[event.key]
    if (!move) return
    event.preventDefault()
    onMove(move)
  }
  return (
    <div className="w-64 max-w-full">
      {/* biome-ignore lint/a11y/useSemanticElements: no element of HTML is a picture that is moved */}
      <div
        role="group"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move what is in it
        tabIndex={0}
        onKeyDown={key}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          from.current = { x: event.clientX, y: event.clientY, room: event.currentTarget.clientWidth }
        }}
        onPointerMove={drag}
        onPointerUp={() => {
          from.current = null
        }}
        className="relative aspect-square cursor-move touch-none overflow-hidden rounded-2 bg-pressed"
      >
        <img
          src={src}
          alt=""
          draggable={false}
          className="absolute max-w-none select-none"
          style={{
            width: `${wide * 100}%`,
            height: `${high * 100}%`,
            left: `${-crop.x * wide * 100}%`,
            top: `${-crop.y * high * 100}%`,
          }}
        />
        <span
          aria-hidden
          className="pointer-events-none absolute inset-0 rounded-full shadow-[0_0_0_999px_var(--scrim)]"
        />
      </div>
      <label className="flex min-h-12 items-center gap-3 text-sm">
        {zoomLabel}
        <input
          type="range"
          min={1}
          max={1 / leastSide}
          step={0.05}
          value={1 / crop.side}
          onChange={(event) => onMove({ factor: 1 / Number(event.target.value) / crop.side })}
          className="h-12 min-w-0 flex-1 accent-[var(--accent)]"
        />
      </label>
    </div>
  )
}
