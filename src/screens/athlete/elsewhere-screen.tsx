'use client'
/** The way to what is not in the start-up pack. */
import { type ComponentType, lazy } from 'react'

const elsewhere = () => import('./elsewhere.ts')
type Elsewhere = Awaited<ReturnType<typeof elsewhere>>

/** A screen of that chunk. It is asked for again when it failed to load: a lost signal is not for ever. */
export function screenElsewhere<P extends object>(pick: (chunk: Elsewhere) => ComponentType<P>) {
  return lazy(async () => {
    const chunk = await elsewhere().catch(elsewhere)
    const Screen = pick(chunk)
    const Words = chunk.ElsewhereWords
    return {
      default: (props: P) => (
        <Words>
          <Screen {...props} />
        </Words>
      ),
    }
  })
}

/** Fetched when the first screen stands, so that no later tap waits for it. */
export function preloadElsewhere(): void {
  elsewhere().catch(() => {})
}
