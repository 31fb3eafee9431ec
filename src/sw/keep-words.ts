/// <reference lib="webworker" />
/**
 * The words of the phone's language, held beside the app's files: only of the language that is used, and always those
 * of this build. While a newer app waits, the cache holds the words of both.
 */
export type WordsFile = { url: string; revision: string }
export type Words = Readonly<Record<string, readonly WordsFile[]>>

const CACHE = 'words'
const keyOf = ({ url, revision }: WordsFile) => `${url}?${revision}`
const pathOf = ({ url }: Request) => new URL(url).pathname
const open = () => caches.open(CACHE)

export async function storedWords(file: WordsFile): Promise<Response | undefined> {
  return (await open()).match(keyOf(file))
}

/** Throws where it can't be had, or where the server has those of another build: they come with their own worker. */
export async function storeWords(file: WordsFile): Promise<void> {
  const response = await fetch(file.url, { cache: 'no-cache', credentials: 'same-origin' })
  if (!response.ok) throw new Error(`${file.url} answers ${response.status}`)
  if ((await revisionOf(response.clone())) !== file.revision) throw new Error(`${file.url} is of another build`)
  await (await open()).put(keyOf(file), response)
}

/** As the build makes it. */
export async function revisionOf(response: Response): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await response.arrayBuffer()))
  return [...digest]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, 16)
}

/** Of languages that are not used any more nothing is kept, of whatever build. */
export async function keepOnly(spoken: readonly WordsFile[]): Promise<void> {
  const paths = new Set(spoken.map(({ url }) => url))
  await drop((key) => !paths.has(pathOf(key)))
}

/** Once this build's worker has taken over, no page asks for the words of the one before. */
export async function dropOlder(files: readonly WordsFile[]): Promise<void> {
  const wanted = new Set(files.map(keyOf))
  await drop((key) => !wanted.has(`${pathOf(key)}${new URL(key.url).search}`))
}

async function drop(isOver: (key: Request) => boolean): Promise<void> {
  const cache = await open()
  await Promise.all((await cache.keys()).filter(isOver).map((key) => cache.delete(key)))
}

/** Those of the languages that are held; where none is, of the first of the phone's that there are words of. */
export async function takeAlong(words: Words, languages: readonly string[]): Promise<void> {
  const held = new Set((await (await open()).keys()).map(pathOf))
  const spoken = Object.values(words).filter((files) => files.some(({ url }) => held.has(url)))
  const phones = languages
    .map((tag) => tag.split('-')[0] ?? '')
    .find((language) => language === 'en' || language in words)
  const all = spoken.length > 0 ? spoken : [words[phones ?? ''] ?? []]
  await Promise.all(all.flat().map(storeWords))
}
