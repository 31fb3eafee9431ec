/**
 * What the person dismissed leaves this phone at once. What was set aside lies on the server, too, and is in the list of
 * their account: it is dismissed there once nobody is offered to undo it any more.
 */
import type { Transport } from './api.ts'
import type { PhoneStore } from './store.ts'

/** Longer than the offer to undo stays on the screen. */
export const UNDO_MS = 20_000

export async function dismissDead(store: PhoneStore, mid: string, now: number): Promise<() => Promise<void>> {
  const held = await store.write(['dead', 'meta'], async (tx) => {
    const [entry, meta] = [await tx.get('dead', mid), await tx.get('meta', 'meta')]
    await tx.remove('dead', [mid])
    if (meta && entry?.status === 'quarantined')
      await tx.put('meta', [{ ...meta, dismissed: [...(meta.dismissed ?? []), { mid, at: now }] }])
    return entry
  })
  return () =>
    store.write(['dead', 'meta'], async (tx) => {
      const meta = await tx.get('meta', 'meta')
      if (!held || !meta) return
      const dismissed = meta.dismissed?.filter((one) => one.mid !== mid)
      // Told already, it is nowhere but here: as what the server refused.
      const isTold = held.status === 'quarantined' && dismissed?.length === meta.dismissed?.length
      await tx.put('dead', [isTold ? { ...held, status: 'rejected' } : held])
      await tx.put('meta', [{ ...meta, dismissed }])
    })
}

export async function tellDismissed(store: PhoneStore, transport: Transport, now: number): Promise<void> {
  const found = await store.read(['meta'], (tx) => tx.get('meta', 'meta'))
  for (const { mid, at } of found?.dismissed ?? []) {
    // Either way: a clock that was set back must not put it off for long.
    if (Math.abs(now - at) < UNDO_MS) continue
    await transport.dismiss?.(mid)
    await store.write(['meta'], async (tx) => {
      const meta = await tx.get('meta', 'meta')
      if (meta) await tx.put('meta', [{ ...meta, dismissed: meta.dismissed?.filter((one) => one.mid !== mid) }])
    })
  }
}
