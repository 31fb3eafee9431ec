// Joins the catalogue's group files into what the app loads: facts.json at once, instructions.json when one is opened.
// Run it after changing a group file; a test fails when the results are out of date.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const DATA = fileURLToPath(new URL('../src/modules/exercises/data/', import.meta.url))
const BUILT = ['facts.json', 'instructions.json']

/**
 * The two texts, sorted by id so that moving an exercise to another group changes nothing. The instructions column by
 * column, in the order of the facts: sentences of a kind stand together, which packs an eighth smaller.
 */
export function buildCatalogue(folder = DATA) {
  const groups = readdirSync(folder).filter((name) => name.endsWith('.json') && !BUILT.includes(name))
  const entries = groups.flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))
  entries.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const facts = entries.map(({ instructions: _, ...fact }) => fact)
  const column = (name) => entries.map(({ instructions }) => instructions[name])
  const instructions = { setup: column('setup'), movement: column('movement'), fault: column('fault') }
  return { facts: `${JSON.stringify(facts)}\n`, instructions: `${JSON.stringify(instructions)}\n` }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { facts, instructions } = buildCatalogue()
  writeFileSync(join(DATA, 'facts.json'), facts)
  writeFileSync(join(DATA, 'instructions.json'), instructions)
  console.log(`${JSON.parse(facts).length} exercises written to facts.json and instructions.json`)
}
