/** The screen's end of the import's conversation. */
import type { ImportReply, ImportRequest } from './import-session.ts'

export type ImportLink = { send(request: ImportRequest): void; close(): void }

/** Starts the worker; it is fetched with the first file, not with the app. */
export function openImportLink(hear: (reply: ImportReply) => void): ImportLink {
  const worker = new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module', name: 'import' })
  worker.onmessage = (event: MessageEvent<ImportReply>) => hear(event.data)
  worker.onerror = () =>
    hear({ type: 'failed', message: 'The importer could not be started. Reload the page and choose the file again.' })
  return {
    send: (request) => worker.postMessage(request),
    close: () => worker.terminate(),
  }
}
