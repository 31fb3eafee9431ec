'use client'
/** The way to what is not in the start-up pack. */
import { type ComponentType, lazy } from 'react'
import { restOfWords } from '../../client/words.ts'
import { useMaybePhone } from '../../sync/client/hooks.ts'

/** With its words, where they are another language's. */
export const elsewhere = async () => (await Promise.all([import('./elsewhere.ts'), restOfWords()]))[0]
type Elsewhere = Awaited<ReturnType<typeof elsewhere>>

/**
 * A screen of that chunk, once the log is open. The chunk is asked for again when it failed to load: a lost signal is
 * not for ever.
 */
export function screenElsewhere<P extends object>(pick: (chunk: Elsewhere) => ComponentType<P>) {
  return lazy(async () => {
    const chunk = await elsewhere().catch(elsewhere)
    const Screen = pick(chunk)
    const Words = chunk.ElsewhereWords
    return {
      default: function ScreenElsewhere(props: P) {
        return <Words>{useMaybePhone() ? <Screen {...props} /> : <main className="min-h-dvh" />}</Words>
      },
    }
  })
}

/** A part of that chunk that has no words of its own. */
export function partElsewhere<P extends object>(pick: (chunk: Elsewhere) => ComponentType<P>) {
  return lazy(async () => ({ default: pick(await elsewhere().catch(elsewhere)) }))
}

/** Fetched when the first screen stands, so that no later tap waits for it. */
export function preloadElsewhere(): void {
  elsewhere().then(
    (chunk) => chunk.followUploads(),
    () => {},
  )
}
