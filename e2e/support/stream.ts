/** A live stream as a page holds it: the events that came, and whether the server has ended it. */
import type { Visitor } from './visitor.ts'

export type Stream = { readonly status: number; readonly events: string[]; readonly isOver: boolean; close(): void }

export async function openStream(who: Visitor, space: string): Promise<Stream> {
  const leave = new AbortController()
  const response = await who.fetch(`${who.origin}/api/events?space=${space}`, { signal: leave.signal })
  const events: string[] = []
  let isOver = false
  const read = async () => {
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    for (let rest = ''; reader; ) {
      const { done, value } = await reader.read()
      if (done) break
      rest += value
      const lines = rest.split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) if (line.startsWith('event: ')) events.push(line.slice(7))
    }
  }
  read()
    .catch(() => {})
    .finally(() => {
      isOver = true
    })
  return {
    status: response.status,
    events,
    get isOver() {
      return isOver
    },
    close: () => leave.abort(),
  }
}
