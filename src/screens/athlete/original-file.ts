'use client'
/** A recorded file as it came, byte by byte: what still waits on this phone, or from the server. */
import type { Uploads } from '../../client/uploads.ts'
import type { CardioSession } from '../../modules/workouts/model/cardio.ts'
import { sha256Hex } from '../../shared/sha256-hex.ts'

type Original = NonNullable<CardioSession['file']>

/** `away`: no signal. `gone`: the server has none (yet). `changed`: what came is another file. */
export async function findOriginal(uploads: Uploads, file: Original): Promise<Blob | 'away' | 'gone' | 'changed'> {
  const here = await uploads.queue.file(file.id).catch(() => undefined)
  const blob = here ?? (await fetchUpload(uploads, file.id, 0))
  if (typeof blob === 'string') return blob
  return (await sha256Hex(await blob.arrayBuffer())) === file.sha256 ? blob : 'changed'
}

/** What the server keeps under this id; size 0 is the file as it came. */
export async function fetchUpload(
  { wire, account }: Uploads,
  id: string,
  size: 0 | 1600,
): Promise<Blob | 'away' | 'gone'> {
  if (account === null) return 'gone'
  try {
    const [found] = await wire.addresses({ ownerId: account, ids: [id], size })
    if (!found) return 'gone'
    const answer = await fetch(found.url)
    return answer.ok ? await answer.blob() : 'away'
  } catch {
    return 'away'
  }
}
