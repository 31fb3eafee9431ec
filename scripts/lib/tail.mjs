// Runs a command as if it were ours, and keeps its last lines.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { stripVTControlCharacters } from 'node:util'

const LINES = 60

/**
 * The command's output appears as it comes, both streams on stdout.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ code: number | null, tail: string[] }>} its exit code, and its last 60 lines that say anything
 */
export async function runAndKeepTail(command, args, env) {
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const tail = []
  for (const input of [child.stdout, child.stderr]) {
    createInterface({ input }).on('line', (line) => {
      console.log(line)
      const text = stripVTControlCharacters(line)
      if (text.trim() === '') return
      tail.push(text)
      if (tail.length > LINES) tail.shift()
    })
  }
  const read = once(child, 'close')
  const [code] = await once(child, 'exit')
  // Whatever the command left running holds its output open: that isn't waited for.
  await Promise.race([read, setTimeout(1000, undefined, { ref: false })])
  return { code, tail }
}
