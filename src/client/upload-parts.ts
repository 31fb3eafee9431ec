/** What the upload queue is made of. */
import type { UploadKind } from '../modules/media/model/uploads.ts'
import type { Clock, Locks, Signals } from '../sync/client/api.ts'
import type { UploadWire } from './upload-wire.ts'

export type UploadParts = {
  /** The database of the log that it stands beside. */
  log: string
  wire: UploadWire
  /** Nobody is signed in: everything waits. */
  isGuest: boolean
  /** Of the row that names it: `unknown` where it has not come yet, or is forgotten. */
  rowIs: (rowId: string) => Promise<'here' | 'deleted' | 'unknown'>
  /** The server has it. */
  onSent: (id: string, kind: UploadKind, file: Blob) => Promise<void>
  /** Taken away for good. */
  onRemoved: (id: string) => Promise<void>
  /** Drops what may be dropped. */
  makeRoom: () => Promise<unknown>
  clock: Clock
  random: () => number
  locks: Locks
  signals: Signals
}
