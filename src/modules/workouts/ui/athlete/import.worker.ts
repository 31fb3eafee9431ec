/** The import's conversation off the main thread; see `import-session.ts`. */

import { createImportSession, type ImportReply, type ImportRequest } from './import-session.ts'
import { readTracks, type TracksReply, type TracksRequest } from './track-reading.ts'

const scope = self as unknown as DedicatedWorkerGlobalScope

/** Lets waiting messages in between two slices. */
const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 0))

const handle = createImportSession((reply: ImportReply) => scope.postMessage(reply), pause)

const readFiles = (request: TracksRequest) => readTracks(request, (reply: TracksReply) => scope.postMessage(reply))

scope.onmessage = (event: MessageEvent<ImportRequest | TracksRequest>) => {
  const request = event.data
  const answered = request.type === 'tracks' ? readFiles(request) : handle(request)
  answered.catch((error: unknown) => {
    // A file that was moved or locked after it was chosen, or a bug: both are told, and the error goes to the log.
    scope.postMessage({
      type: 'failed',
      why: { key: 'notRead', values: {} },
    } satisfies ImportReply)
    setTimeout(() => {
      throw error
    }, 0)
  })
}
