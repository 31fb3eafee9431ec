'use client'
/** A recorded file as it came, byte by byte: what still waits on this phone, or from the server. */
import type { Uploads } from '../../client/uploads.ts'
import type { CardioSession } from '../../modules/workouts/model/cardio.ts'
import { sha256Hex } from '../../shared/sha256-hex.ts'

type Original = NonNullable<CardioSession['file']>

/** `away`: no signal. `gone`: the server has none (yet). `changed`: what came is another file. */
export async function findOriginal(
  { queue, wire, account }: Uploads,
  file: Original,
): Promise<Blob | 'away' | 'gone' | 'changed'> {
  const here = await queue.file(file.id).catch(() => undefined)
  const blob = here ?? (await fetched(wire, account, file.id))
  if (typeof blob === 'string') return blob
  return (await sha256Hex(await blob.arrayBuffer())) === file.sha256 ? blob : 'changed'
}

async function fetched(wire: Uploads['wire'], account: string | null, id: string): Promise<Blob | 'away' | 'gone'> {
  if (account === null) return 'gone'
  try {
    const [found] = await wire.addresses({ ownerId: account, ids: [id], size: 0 })
    if (!found) return 'gone'
    const answer = await fetch(found.url)
    return answer.ok ? await answer.blob() : 'away'
  } catch {
    return 'away'
  }
}
