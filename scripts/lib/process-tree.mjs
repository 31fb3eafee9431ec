// Processes by id: who lives, who is whose child, who is told to end.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** What Linux says of a process past its name, which may hold anything: its state, its parent and more. */
function statOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')
  } catch {
    return []
  }
}

export function isRunning(pid) {
  return signal(pid, 0) && statOf(pid)[0] !== 'Z'
}

/** False when there is no such process any more. */
export function signal(pid, name) {
  try {
    return process.kill(pid, name)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Backends have sessions of their own, so no signal to a group reaches them. */
export function childrenOf(pid) {
  if (existsSync('/proc/self/stat')) {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && statOf(name)[1] === String(pid))
      .map(Number)
  }
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  const pairs = stdout.split('\n').map((line) => line.trim().split(/\s+/).map(Number))
  return pairs.filter(([, parent]) => parent === pid).map(([child]) => child)
}
