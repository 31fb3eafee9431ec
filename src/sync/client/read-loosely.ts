import type { Phone, Rows } from './api.ts'

/** One read, though not in one transaction: it may cover years, and a set that is checked meanwhile must not wait for it. */
export function readLoosely<T>(phone: Phone, query: (rows: Rows) => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = phone.live(
      query,
      (value) => {
        stop()
        resolve(value)
      },
      reject,
    )
  })
}
