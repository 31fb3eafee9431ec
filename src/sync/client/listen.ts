/** The server's word that something changed, while somebody looks: an open stream of a hidden page helps nobody. */
import type { PhoneParts, Readable, SyncStatus } from './api.ts'

export function listenForPokes(parts: PhoneParts, status: Readable<SyncStatus>, onPoke: () => void): () => void {
  const { signals, transport } = parts
  let stop: (() => void) | undefined

  function update(): void {
    const isWanted = (signals?.online() ?? true) && (signals?.visible() ?? true) && status.get().paused === null
    if (isWanted) stop ??= transport.listen?.(parts.space, onPoke)
    else {
      stop?.()
      stop = undefined
    }
  }

  const leaveSignals = signals?.subscribe(update)
  const leaveStatus = status.subscribe(update)
  update()
  return () => {
    leaveSignals?.()
    leaveStatus()
    stop?.()
  }
}
