#!/usr/bin/env node
// An installed Firefox, started in Playwright's place. Playwright speaks WebDriver BiDi of the newest Firefox; one that
// a long-term release does not know yet would end the launch, though no story needs it: those are answered here. The
// browser's process id is left in its profile, so that a story can cut its power.
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { WebSocket, WebSocketServer } from 'ws'

const NOT_NEEDED = new Set(['emulation.setMediaFeaturesOverride'])

const args = process.argv.slice(2)
const browser = spawn(process.env.FIREFOX_PATH ?? '', args, { stdio: ['ignore', 'inherit', 'pipe'] })
writeFileSync(join(args[args.indexOf('--profile') + 1] ?? '.', 'browser.pid'), String(browser.pid))
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => browser.kill(signal))
browser.on('exit', (code) => process.exit(code ?? 1))

browser.stderr.setEncoding('utf8').on('data', (text) => {
  const address = /WebDriver BiDi listening on (ws:\S+)/.exec(text)?.[1]
  if (address) standBetween(address)
  else process.stderr.write(text)
})

function standBetween(address) {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 }, () => {
    process.stderr.write(`WebDriver BiDi listening on ws://127.0.0.1:${server.address().port}\n`)
  })
  server.on('connection', (near, { url }) => {
    const far = new WebSocket(`${address}${url}`, { maxPayload: 0 })
    const waiting = []
    const answered = new Set()
    near.on('message', (data) => {
      const text = data.toString()
      const { id, method } = JSON.parse(text)
      if (NOT_NEEDED.has(method)) answered.add(id)
      if (far.readyState === WebSocket.OPEN) far.send(text)
      else waiting.push(text)
    })
    far.on('open', () => {
      for (const text of waiting) far.send(text)
    })
    far.on('message', (data) => {
      const text = data.toString()
      const { id } = JSON.parse(text)
      near.send(answered.delete(id) ? JSON.stringify({ type: 'success', id, result: {} }) : text)
    })
    near.on('close', () => far.close())
    far.on('close', () => near.close())
    far.on('error', () => near.close())
  })
}
