/** What a screen is told of an upload. */
import type { UploadKind } from '../modules/media/model/uploads.ts'
import type { Item } from './upload-store.ts'

/** Waits for its turn or a signal, is being sent, was refused for good, or waits to be taken away. */
export type UploadState = 'waiting' | 'sending' | 'refused' | 'removing'
export type UploadView = { state: UploadState; kind: UploadKind; rowId: string; why: string | null }

export function viewOf({ kind, rowId, refused, isRemoval }: Item, isSending: boolean): UploadView {
  const state = isRemoval ? 'removing' : refused !== null ? 'refused' : isSending ? 'sending' : 'waiting'
  return { state, kind, rowId, why: refused }
}
