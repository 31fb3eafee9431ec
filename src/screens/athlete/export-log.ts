'use client'
/** The log as files: gathered from this phone, and from the server where this phone had no room for all of it. */
import { newId } from '../../shared/id.ts'
import { isoDate } from '../../shared/local-day.ts'
import { archivePieces } from '../../sync/archive.ts'
import type { Phone } from '../../sync/client/api.ts'
import { createTransport } from '../../sync/client/transport.ts'
import { gatherLog, type WholeLog } from '../../sync/client/whole-log.ts'
import { PROTOCOL } from '../../sync/wire.ts'
import { phoneCollections } from '../../wiring/sync-phone.ts'

/** Lets the screen paint, and a tap take its turn, between two slices. */
export const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 0))

export type Share = (share: number) => void

/** Everything there is. `onShare` is told of the months that come from the server. */
export function gatherHere(phone: Phone, onShare: Share = () => {}): Promise<WholeLog> {
  const transport = createTransport(phone.space)
  return gatherLog(phone, {
    collections: phoneCollections,
    fetchMonth: async (part) =>
      (await transport.boot({ protocol: PROTOCOL, deviceId: newId(), space: phone.space, part })).rows,
    onMonth: (done, total) => onShare(done / total),
  })
}

export async function archiveFile(phone: Phone, whole: WholeLog, onShare: Share): Promise<Blob> {
  const total = [...whole.log.values()].reduce((sum, rows) => sum + rows.length, 0)
  const parts: string[] = []
  let done = 0
  for (const { text, rows } of archivePieces(phoneCollections, whole, phone.space)) {
    parts.push(text)
    done += rows
    if (rows === 0) continue
    onShare(done / total)
    await pause()
  }
  return new Blob(parts, { type: 'application/json' })
}

/** What the server holds about the person, as it answers. */
export async function accountFile(): Promise<Blob> {
  const answer = await fetch('/api/trpc/privacy.export', {
    cache: 'no-store',
    signal: AbortSignal.timeout(60_000),
  })
  const body = (await answer.json()) as { result?: { data?: unknown } }
  if (body.result?.data === undefined) throw new Error(`The server answered ${answer.status}.`)
  return new Blob([`${JSON.stringify(body.result.data, null, 2)}\n`], { type: 'application/json' })
}

/** `spotter-log-2026-11-29.json`; a part says so in its name too. */
export function fileName(
  kind: 'log' | 'sets' | 'files' | 'account',
  today: number,
  ending: string,
  isPart = false,
): string {
  return `spotter-${kind}${isPart ? '-part' : ''}-${isoDate(today)}.${ending}`
}
