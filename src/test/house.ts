/** Walks src/ with a real parser and says which sentences of rooms.ts a set of files breaks. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative, resolve } from 'node:path'
import { parseSync } from 'oxc-parser'
import { deedsOf } from './deeds.ts'
import { MODULE_LINE, ROOMS, type RoomName, TYPE_HOLES } from './rooms.ts'

export const SRC = resolve(import.meta.dirname, '..')

export type SourceFile = { path: string; text: string }
type Rooms = Partial<typeof ROOMS>
type Import = { to: string; typeOnly: boolean }

export const readHouse = () => readFolder(SRC)

export function readFolder(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|mjs|css|json)$/.test(entry.name))
    .map((entry) => {
      const full = join(entry.parentPath, entry.name)
      return { path: relative(folder, full), text: readFileSync(full, 'utf8') }
    })
}

export function roomOf(path: string, rooms: Rooms = ROOMS): { room: RoomName; module?: string } | null {
  const order = ['test', ...Object.keys(rooms).filter((name) => name !== 'test')] as RoomName[]
  for (const room of order) {
    const match = rooms[room]?.files.exec(path)
    if (match) return { room, module: match.groups?.module }
  }
  return null
}

/** Static, dynamic and re-exporting imports, and the files of workers (`new URL('./x.ts', import.meta.url)`). */
export function importsOf(file: SourceFile): Import[] {
  const known = parsed.get(file)
  if (known) return known
  const found = /\.tsx?$/.test(file.path) ? readImports(file) : []
  parsed.set(file, found)
  return found
}

const parsed = new WeakMap<SourceFile, Import[]>()

function readImports(file: SourceFile): Import[] {
  const { module } = parseSync(file.path, file.text)
  const found: Import[] = []
  for (const { moduleRequest, entries } of module.staticImports) {
    found.push({ to: moduleRequest.value, typeOnly: entries.length > 0 && entries.every((entry) => entry.isType) })
  }
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, isType } of entries) {
      if (moduleRequest) found.push({ to: moduleRequest.value, typeOnly: isType })
    }
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const written = file.text.slice(moduleRequest.start, moduleRequest.end)
    found.push({ to: written.replace(/^['"`]|['"`]$/g, ''), typeOnly: false })
  }
  for (const match of file.text.matchAll(/new URL\(\s*'(\.[^']+)',\s*import\.meta\.url/g)) {
    found.push({ to: match[1] ?? '', typeOnly: false })
  }
  return found
}

function reaches(reach: string | true, from: string | undefined, to: string | undefined): boolean {
  if (reach === true || reach === 'any') return true
  if (from === to) return true
  if (reach === 'own') return false
  const line: readonly (string | undefined)[] = MODULE_LINE
  // Plumbing's own tables have no module and lie under all of them.
  return to === undefined || (line.includes(to) && line.indexOf(to) < line.indexOf(from))
}

const WIRES = new Set(['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'])

/** Every broken sentence, as `from → to: why`. */
export function faultsOf(
  files: SourceFile[],
  exists = (path: string) => existsSync(join(SRC, path)),
  rooms: Rooms = ROOMS,
): string[] {
  const faults: string[] = []
  const graph = new Map<string, string[]>()
  for (const file of files) {
    const at = roomOf(file.path, rooms)
    if (!at) {
      faults.push(`${file.path}: is in no room; see src/test/rooms.ts`)
      continue
    }
    if (/(^|\/)(index|utils|helpers|common|misc|types)\.tsx?$/.test(file.path))
      faults.push(`${file.path}: is a junk drawer's name`)
    if (at.room === 'test') continue
    const room = rooms[at.room]
    if (!room) continue
    for (const { to, typeOnly } of importsOf(file)) {
      if (!to.startsWith('.')) {
        const ok = room.packages.some(
          (prefix) =>
            prefix === '*' ||
            to === prefix ||
            to.startsWith(prefix.endsWith(':') ? prefix : `${prefix}/`) ||
            to.startsWith(`${prefix}-`),
        )
        if (!ok) faults.push(`${file.path} → ${to}: ${at.room} may not use this package`)
        continue
      }
      const target = normalize(join(dirname(file.path), to))
      if (target.startsWith('..')) {
        if (at.room !== 'wiringServer') faults.push(`${file.path} → ${to}: leaves src/`)
        continue
      }
      if (!exists(target)) {
        faults.push(`${file.path} → ${to}: does not resolve`)
        continue
      }
      if (!typeOnly) graph.set(file.path, [...(graph.get(file.path) ?? []), target])
      if (typeOnly && TYPE_HOLES.some((hole) => hole.from.test(file.path) && hole.to === target)) continue
      const there = roomOf(target, rooms)
      if (!there) continue
      if (there.room === at.room && there.module === at.module) continue
      const reach = room.may[there.room]
      if (!reach || !reaches(reach, at.module, there.module)) {
        faults.push(
          `${file.path} → ${target}: ${at.room} may not import ${there.room}${reach ? ` of ${there.module}` : ''}`,
        )
      }
    }
    if (/\.tsx?$/.test(file.path)) {
      const { sql, globals } = deedsOf(file)
      if (sql && !room.sql) faults.push(`${file.path}: SQL belongs in queries`)
      for (const name of globals) {
        if (room.pure) faults.push(`${file.path}: ${at.room} is pure and may not use ${name}`)
        else if (room.offline && WIRES.has(name))
          faults.push(`${file.path}: ${at.room} may not wait for the network by ${name}`)
      }
    }
    if (/^app\/.*page\.tsx$/.test(file.path) && file.text.split('\n').length > 41)
      faults.push(`${file.path}: a page has at most 40 lines`)
  }
  return [...faults, ...cyclesOf(graph)]
}

function cyclesOf(graph: Map<string, string[]>): string[] {
  const done = new Set<string>()
  const found: string[] = []
  const visit = (path: string, trail: string[]) => {
    const at = trail.indexOf(path)
    if (at >= 0) {
      found.push(`cycle: ${[...trail.slice(at), path].join(' → ')}`)
      return
    }
    if (done.has(path)) return
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path])
    done.add(path)
  }
  for (const path of graph.keys()) visit(path, [])
  return found
}
