/** The words of the page's language, where it is another than English. They are kept for offline by the service worker. */

declare global {
  interface Window {
    /** Begun by the page itself, see `ui/words-script.ts`; null where they could not be had. */
    spotterWords?: Promise<Messages | null>
  }
}

type Messages = Record<string, unknown>
/** What is needed beyond the first screens. */
export type ReadyTexts = Readonly<
  Record<string, { title: string; forWhom: string; needs: string; days: Readonly<Record<string, string>> }>
>
type Rest = {
  messages: Messages
  /** Names of the shipped exercises by id. */
  exercises: Record<string, string>
  /** Titles and lines of the ready programs by id. */
  ready: ReadyTexts
}

export const pageLanguage = () => document.documentElement.lang

/** Of the logging screen, today and the program's line there. Undefined: the page speaks English. */
export function arrivingWords(): Promise<Messages | null> | undefined {
  return typeof window === 'undefined' ? undefined : window.spotterWords
}

let rest: Promise<Rest | null> | undefined
let here: Rest | null = null
let hasFailed = false

/** What `restOfWords` has brought. */
export const restNow = () => here

/** Null: English, or they can't be had now. Nobody waits for them twice: they are fetched behind the next ask. */
export function restOfWords(): Promise<Rest | null> {
  if (!arrivingWords()) return NONE
  rest ??= fetch(`/train/words/${pageLanguage()}-rest.json`, { signal: AbortSignal.timeout(8000) })
    .then((answer) => answer.json())
    .then(
      (words: Rest) => {
        here = words
        return words
      },
      () => {
        rest = undefined
        hasFailed = true
        return null
      },
    )
  return hasFailed && !here ? NONE : rest
}
const NONE = Promise.resolve(null)
