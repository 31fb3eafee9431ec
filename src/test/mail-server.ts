/** A real SMTP server that a test starts: it takes letters, refuses addresses, hangs, and comes back. */
import { createServer, type Server, type Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type MailServer = {
  readonly url: string
  /** Whole messages as they arrived, oldest first. */
  readonly received: { to: string[]; message: string }[]
  /** How many connections were opened. */
  readonly connections: () => number
  close(): Promise<void>
}

/** `refuse`: what it answers to a recipient instead of taking the letter. */
export async function startMailServer(
  options: { port?: number; refuse?: (to: string) => { code: number; sentence: string } | null } = {},
): Promise<MailServer> {
  const received: MailServer['received'] = []
  let connections = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onConnect(_session, done) {
      connections += 1
      done()
    },
    onRcptTo({ address }, _session, done) {
      const refusal = options.refuse?.(address)
      done(refusal ? Object.assign(new Error(refusal.sentence), { responseCode: refusal.code }) : null)
    },
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        received.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          message: Buffer.concat(parts).toString('utf8'),
        })
        done()
      })
    },
  })
  await new Promise<void>((done) => server.listen(options.port ?? 0, '127.0.0.1', () => done()))
  const { port } = server.server.address() as { port: number }
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    connections: () => connections,
    close: () => new Promise((done) => server.close(() => done())),
  }
}

/** Takes connections and never says a word. */
export async function startHangingServer(port = 0): Promise<MailServer> {
  const sockets = new Set<Socket>()
  let connections = 0
  const server: Server = createServer((socket) => {
    connections += 1
    sockets.add(socket)
    socket.on('error', () => {})
  })
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', () => done()))
  const address = server.address() as { port: number }
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    received: [],
    connections: () => connections,
    close: () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => done())
      }),
  }
}
