'use client'
/** The ready programs, fetched when somebody looks at them or follows one: nobody else's phone reads them to log a set. */
import { useEffect, useState } from 'react'
import { type ReadyTexts, restOfWords } from '../../../../client/words.ts'
import type { ProgramVersion } from '../../model.ts'

type Ready = Pick<typeof import('../../data/ready.ts'), 'READY_PROGRAMS' | 'SHELF' | 'findProgram' | 'newestProgram'>
let ready: Ready | null = null
const load = async () => {
  const [chunk, words] = await Promise.all([import('../../data/ready.ts'), restOfWords()])
  ready = words ? inWords(chunk, words.ready) : chunk
  return ready
}

/** Their titles and lines as the reader's language has them. */
function inWords(chunk: Ready, texts: ReadyTexts): Ready {
  const said = (program: ProgramVersion): ProgramVersion => {
    const { days = {}, ...lines } = texts[program.id] ?? {}
    return { ...program, ...lines, days: program.days.map((day) => ({ ...day, title: days[day.id] ?? day.title })) }
  }
  const maybeSaid = (program: ProgramVersion | undefined) => program && said(program)
  return {
    READY_PROGRAMS: chunk.READY_PROGRAMS.map(said),
    SHELF: chunk.SHELF,
    findProgram: (id, version) => maybeSaid(chunk.findProgram(id, version)),
    newestProgram: (id) => maybeSaid(chunk.newestProgram(id)),
  }
}

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
