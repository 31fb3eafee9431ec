/**
 * Posts over kept-alive sockets, and nothing more: a phone's work is not the server's, and on the one machine that a
 * benchmark has, Node's own client took a tenth of it.
 */
import { connect, type Socket } from 'node:net'

export type Answer = { status: number; text: string }
export type Poster = { post(path: string, cookie: string, body: string): Promise<Answer>; close(): void }

const TIMEOUT_MS = 30_000

export function openPoster(url: string): Poster {
  const { hostname, host, port } = new URL(url)
  const idle: Socket[] = []
  const all = new Set<Socket>()

  function open(): Socket {
    const socket = connect(Number(port), hostname).setNoDelay().setTimeout(TIMEOUT_MS)
    all.add(socket)
    socket.on('timeout', () => socket.destroy(new Error(`No answer within ${TIMEOUT_MS / 1000} s.`)))
    socket.on('error', () => {})
    socket.on('close', () => all.delete(socket))
    return socket
  }

  function postOnce(path: string, cookie: string, body: string): Promise<Answer> {
    let socket = idle.pop()
    while (socket?.destroyed) socket = idle.pop()
    const used = socket ?? open()
    return new Promise((done, fail) => {
      let got: Buffer = Buffer.alloc(0)
      const ended = () => fail(Object.assign(new Error('The connection was closed.'), { code: 'ECONNRESET' }))
      const read = (chunk: Buffer) => {
        got = got.length === 0 ? chunk : Buffer.concat([got, chunk])
        const answer = parse(got)
        if (!answer) return
        used.off('data', read).off('close', ended)
        idle.push(used)
        done(answer)
      }
      used.on('data', read).on('close', ended)
      used.write(
        `POST ${path} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\ncookie: ${cookie}\r\n\r\n${body}`,
      )
    })
  }

  return {
    /** A connection that was closed while it was idle is no answer: a phone sends the same again, and so do we. */
    post: (path, cookie, body) =>
      postOnce(path, cookie, body).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ECONNRESET') throw error
        return postOnce(path, cookie, body)
      }),
    close() {
      for (const socket of all) socket.destroy()
    },
  }
}

/** Null while it is not all there. */
function parse(got: Buffer): Answer | null {
  const headEnd = got.indexOf('\r\n\r\n')
  if (headEnd < 0) return null
  const head = got.toString('latin1', 0, headEnd)
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  if (length === undefined) throw new Error(`An answer without its length: ${head}`)
  const end = headEnd + 4 + Number(length)
  return got.length < end ? null : { status: Number(head.slice(9, 12)), text: got.toString('utf8', headEnd + 4, end) }
}
