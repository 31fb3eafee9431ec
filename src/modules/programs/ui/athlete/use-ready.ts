'use client'
/** The ready programs, fetched when somebody looks at them or follows one: nobody else's phone reads them to log a set. */
import { useEffect, useState } from 'react'

type Ready = typeof import('../../data/ready.ts')
let ready: Ready | null = null
const load = () =>
  import('../../data/ready.ts').then((chunk) => {
    ready = chunk
    return chunk
  })

/** Undefined while they are on their way, null when they can't be had; asked for again when the first try failed. */
export function useReady(isWanted = true): Ready | null | undefined {
  const [known, setKnown] = useState<Ready | null | undefined>(ready ?? undefined)
  const isMissing = isWanted && !known
  useEffect(() => {
    if (isMissing)
      load()
        .catch(load)
        .then(setKnown, () => setKnown(null))
  }, [isMissing])
  return known
}
