'use client'
/**
 * Pictures of the members who are looked at, as addresses that open for minutes. Asked for once the list stands still, a
 * part of it at a time, so that scrolling through ten thousand asks for none of them; a failure shows initials.
 */
import { useEffect, useState } from 'react'
import { trpc } from '../../../../client/trpc.ts'
import { PHOTO_FRESH_MS } from '../../../media/model.ts'

export const PHOTOS_A_PART = 50
const STILL_MS = 150
const NONE: ReadonlyMap<string, string> = new Map()

/** `parts` are lists of members, of the same order each time: a part that was asked for is not asked for again. */
export function useMemberPhotos(gymId: string, parts: readonly (readonly string[])[]): ReadonlyMap<string, string> {
  const utils = trpc.useUtils()
  const [urls, setUrls] = useState(NONE)
  useEffect(() => {
    if (parts.length === 0) return
    let isOver = false
    const look = async (part: readonly string[]) => {
      const ask = { gymId, memberIds: [...part] }
      const found = await utils.gyms.photos.fetch(ask, { staleTime: PHOTO_FRESH_MS }).catch(() => [])
      if (!isOver) setUrls((known) => withPart(known, part, found))
    }
    const lookAll = () => parts.forEach((part) => void look(part))
    const first = setTimeout(lookAll, STILL_MS)
    const again = setInterval(lookAll, PHOTO_FRESH_MS)
    return () => {
      isOver = true
      clearTimeout(first)
      clearInterval(again)
    }
  }, [gymId, parts, utils])
  return urls
}

type Urls = ReadonlyMap<string, string>

/** The same map when nothing is new: most parts have no picture at all, and draw nothing anew. */
export function withPart(known: Urls, part: readonly string[], found: { memberId: string; url: string }[]): Urls {
  const fresh = new Map(found.map(({ memberId, url }) => [memberId, url]))
  if (part.every((id) => known.get(id) === fresh.get(id))) return known
  const next = new Map(known)
  for (const id of part) next.delete(id)
  for (const [id, url] of fresh) next.set(id, url)
  return next
}

/** The parts of a list that rows from `first` to `last` lie in, of those with an account. */
export function partsInView(
  rows: readonly { id: string; hasAccount: boolean }[],
  first: number,
  last: number,
): string[][] {
  const parts: string[][] = []
  for (let from = first - (first % PHOTOS_A_PART); from <= last; from += PHOTOS_A_PART) {
    const part = rows.slice(from, from + PHOTOS_A_PART).flatMap((row) => (row.hasAccount ? [row.id] : []))
    if (part.length > 0) parts.push(part)
  }
  return parts
}
