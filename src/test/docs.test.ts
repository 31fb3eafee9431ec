import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromJSONSchema } from 'zod'
import { CATALOGUE } from '../modules/exercises/data/catalogue.ts'
import { archiveSchemaText } from './archive-schema.ts'
import { dataModelPage } from './data-model-page.ts'
import { logs, write } from './random-log.ts'
import { MODULE_LINE, ROOMS, type RoomName } from './rooms.ts'

const docs = resolve(import.meta.dirname, '../../docs')
const root = resolve(docs, '..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const architecture = readFileSync(join(docs, 'architecture.md'), 'utf8')

test('the drawing of the house has a box for every room and no other', () => {
  const boxes = new Set([...architecture.matchAll(/^ {2}(\w+) --> (\w+)$/gm)].flatMap(([, from, to]) => [from, to]))
  expect([...boxes].sort()).toEqual(Object.keys(ROOMS).sort())
})

test('every arrow of the drawing is allowed by the table', () => {
  const arrows = [...architecture.matchAll(/^ {2}(\w+) --> (\w+)$/gm)].map(
    ([, from, to]) => [from, to] as [RoomName, RoomName],
  )
  // The tests' room is a name for what is fenced from nothing.
  const wrong = arrows.filter(([from, to]) => from !== 'test' && from !== to && !ROOMS[from].may[to])
  expect(wrong).toEqual([])
})

test('the line of modules is the one in the table', () => {
  expect(architecture).toContain(MODULE_LINE.join(' → '))
})

test('the data model page is generated from the schema as it is', () => {
  expect(readFileSync(join(docs, 'data-model.md'), 'utf8'), 'write it anew: npm run docs').toBe(dataModelPage())
})

test('the schema of an archive is written from the collections as they are, and what an archive holds fits it', () => {
  const file = JSON.parse(readFileSync(join(docs, 'export-format.schema.json'), 'utf8'))
  expect(file, 'write it anew: npm run docs').toEqual(JSON.parse(archiveSchemaText()))
  const schema = fromJSONSchema(file)
  for (const log of fc.sample(logs, 20)) expect(schema.safeParse(JSON.parse(write(log))).error).toBeUndefined()
  expect(schema.safeParse({ ...JSON.parse(write(new Map())), version: 2 }).success).toBe(false)
})

test('what the README counts and names is so: exercises, commands, benchmarks, modules, pictures and pages', () => {
  expect(readme).toContain(`${CATALOGUE.length} exercises`)
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object }
  const named = new Set([...readme.matchAll(/(?:`|^)npm (?:run )?([a-z:]+)/gm)].map(([, name]) => name ?? ''))
  const listed = /shows the rest: `([^`]+)`/.exec(readme)?.[1]?.split(/\s+/) ?? []
  expect([...listed, ...named].filter((name) => name !== 'run' && !(name in scripts))).toEqual([])
  expect(Object.keys(scripts).filter((name) => ![...listed, ...named].includes(name))).toEqual([])
  const benches = readdirSync(join(root, 'bench')).filter((file) => file.endsWith('.ts'))
  expect(benches.map((file) => basename(file, '.ts')).filter((name) => !readme.includes(`\`${name}\``))).toEqual([])
  expect(readme).toContain(MODULE_LINE.join(' '))
  const links = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map(([, path]) => path ?? '')
  expect(links.length).toBeGreaterThan(5)
  expect(links.filter((path) => !/^https?:/.test(path) && !existsSync(join(root, path)))).toEqual([])
})

test('what a browser is asked for stands on the page about browsers, with what happens without it', () => {
  const page = readFileSync(join(docs, 'browsers.md'), 'utf8')
  const rooms = ['client', 'ui', 'screens', 'sync/client', 'sw', 'wiring']
  const files = [...rooms, ...MODULE_LINE.map((name) => `modules/${name}/ui`)].flatMap((room) => {
    const folder = join(root, 'src', room)
    const all = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []
    return all.filter((file) => /(?<!\.test)\.tsx?$/.test(file)).map((file) => readFileSync(join(folder, file), 'utf8'))
  })
  const asked =
    /navigator\.\w+|requestIdleCallback|\b(?<=new )(?:\w*Observer|EventSource|Worker|AudioContext|BroadcastChannel|Notification|BarcodeDetector|\w+Stream)\b|crypto\.subtle|\bcaches(?=\.)/g
  const all = new Set(files.flatMap((text) => [...text.matchAll(asked)].map(([what]) => what)))
  expect(all.size).toBeGreaterThan(15)
  expect([...all].filter((what) => !page.includes(`\`${what}\``))).toEqual([])
})

test('the ten lines of self-hosting name files that are there, and what an operator may set reaches the server', () => {
  const compose = readFileSync(join(root, 'ops/compose/compose.yaml'), 'utf8')
  const example = readFileSync(join(root, 'ops/compose/.env.example'), 'utf8')
  const page = readFileSync(join(docs, 'self-hosting.md'), 'utf8')
  const lines = /```sh\n([\s\S]*?)```/.exec(page)?.[1]?.trimEnd().split('\n') ?? []
  expect(lines.length).toBeLessThanOrEqual(10)
  for (const [, file] of lines.join('\n').matchAll(/^cp (\S+)/gm)) {
    expect(existsSync(join(root, 'ops/compose', file ?? '')), `${file} is in the clone`).toBe(true)
  }
  const inExample = new Set([...example.matchAll(/^([A-Z_0-9]+)=/gm)].map(([, name]) => name))
  for (const [, name] of lines.join('\n').matchAll(/s\/\^([A-Z_]+)=/g)) expect(inExample).toContain(name)

  expect(compose).toMatch(/^ {4}env_file: \.env$/m)
  const read = [...readFileSync(join(root, 'src/server/env.ts'), 'utf8').matchAll(/^ {2}([A-Z][A-Z_0-9]+): z\./gm)]
  // Of the image, of its database, and of tests: nothing that whoever runs one host has to choose.
  const given =
    /^(NODE_ENV|HOST|PORT|METRICS_PORT|TLS_.*|TRUSTED_PROXIES|PUBLIC_URL|DATABASE_.*|SPOTTER_.*|MEDIA_DIR|DRAIN_MS|GOOGLE_ISSUER|PUSH_TEST_PEER)$/
  const chosen = read.map(([, name]) => name ?? '').filter((name) => !given.test(name))
  expect(chosen.length).toBeGreaterThan(10)
  expect(chosen.filter((name) => !inExample.has(name))).toEqual([])
})
