/** What an error of tRPC's means for a page. */
export type Refusal = 'gone' | 'signed-out' | 'other'

/** From the browser's client the code is in `data`, from the server's own caller it is the error's. */
export function refusalOf(error: unknown): Refusal | null {
  if (!error) return null
  const { data, code } = error as { data?: { code?: string } | null; code?: string }
  switch (data?.code ?? code) {
    // An id that can't be one is told like one that isn't there.
    case 'NOT_FOUND':
    case 'BAD_REQUEST':
      return 'gone'
    case 'UNAUTHORIZED':
      return 'signed-out'
    default:
      return 'other'
  }
}
