/** Asks again until it is so. The time is a limit after which the story has failed, never something that it measures. */
export async function until<T>(what: string, ask: () => Promise<T> | T, limitMs = 60_000): Promise<NonNullable<T>> {
  const end = Date.now() + limitMs
  for (;;) {
    const value = await ask()
    if (value) return value as NonNullable<T>
    if (Date.now() > end) throw new Error(`Waited ${limitMs / 1000} s in vain: ${what}`)
    await new Promise((done) => setTimeout(done, 25))
  }
}
