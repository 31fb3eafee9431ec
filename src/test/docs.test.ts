import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { dataModelPage } from './data-model-page.ts'
import { MODULE_LINE, ROOMS, type RoomName } from './rooms.ts'

const docs = resolve(import.meta.dirname, '../../docs')
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
