// Joins the catalogue's group files into what the app loads: facts.json at once, instructions.json when one is opened.
// Run it after changing a group file; a test fails when the results are out of date.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { idOfName } from '../src/modules/exercises/rules/id-of-name.ts'

const DATA = fileURLToPath(new URL('../src/modules/exercises/data/', import.meta.url))
const BUILT = ['facts.json', 'instructions.json']
/** The facts that stand in their columns as they are. */
const PLAIN = ['equipment', 'pattern', 'measure', 'loadMode', 'bodyweightFraction', 'laterality', 'implements', 'restS']

/**
 * The two texts, column by column: what is alike stands together, which packs a third smaller. The facts by pattern and
 * equipment (`data/catalogue.ts` reads them), the instructions in the order of the ids.
 */
export function buildCatalogue(folder = DATA) {
  const groups = readdirSync(folder).filter((name) => name.endsWith('.json') && !BUILT.includes(name))
  const entries = groups.flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))
  entries.sort((a, b) => compare(a.id, b.id))
  const column = (name) => entries.map(({ instructions }) => instructions[name])
  const instructions = { setup: column('setup'), movement: column('movement'), fault: column('fault') }
  return { facts: `${JSON.stringify(columnsOf(entries))}\n`, instructions: `${JSON.stringify(instructions)}\n` }
}

/** An id that follows from its name is left out; lists are lines, their parts divided by `|`. */
function columnsOf(entries) {
  const sorted = entries.toSorted((a, b) => compare(a.pattern, b.pattern) || compare(a.equipment, b.equipment))
  const column = (name) => sorted.map((entry) => entry[name])
  const lines = (lineOf) => sorted.map(lineOf).join('\n')
  return {
    name: lines(({ name }) => name),
    id: sorted.map(({ id, name }) => (id === idOfName(name) ? 0 : id)),
    aliases: lines(({ aliases }) => aliases.join('|')),
    muscles: lines(({ muscles }) =>
      Object.entries(muscles)
        .map(([muscle, share]) => `${muscle} ${share}`)
        .join('|'),
    ),
    ...Object.fromEntries(PLAIN.map((name) => [name, column(name)])),
  }
}

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0)

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { facts, instructions } = buildCatalogue()
  writeFileSync(join(DATA, 'facts.json'), facts)
  writeFileSync(join(DATA, 'instructions.json'), instructions)
  console.log(`${JSON.parse(facts).id.length} exercises written to facts.json and instructions.json`)
}
