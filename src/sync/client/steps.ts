/**
 * The engine's steps with the server, each one request and at most one transaction after it. Whatever dies in between,
 * the next step starts from what the store holds. The order in which they run is `sync-loop.ts`.
 */
import type { PhoneParts, PhoneSteps } from './api.ts'
import { requeue } from './apply.ts'
import { createBoot } from './boot-step.ts'
import { tellDismissed } from './dismissed.ts'
import { createPull } from './pull-step.ts'
import { createPush } from './push-step.ts'
import type { Meta, StoreTx } from './store.ts'
import type { World } from './world.ts'

export type StepsHooks = {
  newDeviceId(): string
  /** Entries up to `attempted` are on their way, up to `acked` the server has them. */
  onProgress(attempted: number, acked: number): void
  onUpgrade(kind: 'soft' | 'hard'): void
  onMeta(meta: Meta): void
}

export type StepContext = {
  parts: PhoneParts
  world: World
  hooks: StepsHooks
  /**
   * What this tab knows of its pushes. Never stored: after a reload everything in the outbox is pushed again. Good for
   * one device id in one history of the server: after a restore the same seq may be another phone's.
   */
  sent: { deviceId: string; epoch: string | null; attempted: number; acked: number; offsetMs: number | null }
  readMeta(tx: StoreTx): Promise<Meta | undefined>
  meta(): Promise<Meta | undefined>
  resetFrom(deviceId: string): Promise<'reset'>
  /** The server's clock, as far as this phone knows it. */
  serverNow(meta: Meta): number
}

export type Steps = PhoneSteps & {
  refill(): Promise<boolean>
  wait(): Promise<void>
  meta(): Promise<Meta | undefined>
  shrink(): void
  tellDismissed(): Promise<void>
}

export function createSteps(parts: PhoneParts, world: World, hooks: StepsHooks): Steps {
  const { store, transport, clock } = parts
  const readMeta = (tx: StoreTx) => tx.get('meta', 'meta')
  const meta = () => store.read(['meta'], readMeta)

  async function resetFrom(deviceId: string): Promise<'reset'> {
    const fresh = hooks.newDeviceId()
    await store.write(['outbox', 'sent', 'dead', 'staging', 'meta'], async (tx) => {
      const current = await readMeta(tx)
      // Another tab has done it, or the second run of this one finds its own work.
      if (current?.deviceId === deviceId) await requeue(tx, current, fresh, serverNow(current))
    })
    return 'reset'
  }

  const sent: StepContext['sent'] = { deviceId: '', epoch: null, attempted: 0, acked: 0, offsetMs: null }
  // A phone's clock that jumps must not make 35 days of a second.
  const serverNow = ({ offsetMs }: Meta) => clock.now() + (sent.offsetMs ?? offsetMs)
  const context: StepContext = { parts, world, hooks, sent, readMeta, meta, resetFrom, serverNow }

  return {
    ...createPush(context),
    ...createPull(context),
    ...createBoot(context),
    meta,
    tellDismissed: () => tellDismissed(store, transport, clock.now()),
    async reset() {
      const own = await meta()
      if (own) await resetFrom(own.deviceId)
    },
  }
}
