import { describe, expect, test } from 'vitest'
import { readHouse } from './house.ts'
import { sentencesIn } from './sentences.ts'

const house = readHouse()

test('what a person reads comes from the catalogue', () => {
  expect(house.filter(({ path }) => /^(screens|ui|client)\//.test(path)).length).toBeGreaterThan(100)
  expect(house.flatMap(sentencesIn)).toEqual([])
})

const screen = 'screens/athlete/x.tsx'

describe('a sentence in the code is found', () => {
  test.each([
    ['a constant', 'client/x.ts', "const A = 'The server can’t be reached.'"],
    ['a reason that begins in the middle', 'modules/workouts/rules/x.ts', "const why = () => 'it has no date.'"],
    ['a text with a number in it', 'modules/workouts/rules/x.ts', `const a = (n) => \`Line \${n} is left out\``],
    ['a text that begins with a number', 'modules/workouts/ui/athlete/x.ts', `const a = (n) => \`\${n} sets done\``],
    ['a text that joins two', 'modules/workouts/rules/x.ts', `const a = (b, c) => \`\${b} on \${c}\``],
    ['a text around a quotation', 'modules/workouts/rules/x.ts', `const a = (b) => \`its load “\${b}” is none\``],
    ['a word between tags', screen, 'const a = <p>Done</p>'],
    ['a text in braces', screen, "const a = <p>{'Nothing here yet'}</p>"],
    ['a name that is heard', screen, 'const a = <button aria-label="Close" />'],
    ['a template for a name', 'ui/x.tsx', `const a = (b) => <button aria-label={\`Close the \${b}\`} />`],
    ['a message that is posted', 'modules/workouts/ui/athlete/x.ts', "post({ message: 'Choose a file first' })"],
  ])('%s', (_name, path, text) => {
    expect(sentencesIn({ path, text })).toHaveLength(1)
  })
})

describe('what nobody reads may stand', () => {
  test.each([
    ['what is thrown', "throw new Error('A coach page stands outside its frame.')"],
    ['an error that is handed on', "const a = reject(new TypeError('The store is closed already.'))"],
    ['what is logged', "console.error('The store is closed already.')"],
    ['classes', 'const a = <p className="caps text-left text-ink-2!" />'],
    ['classes that are joined', "const a = cx('truncate font-medium', b && 'Relative flex')"],
    ['classes in a constant', `const a = \`\${b} edge rounded-1 px-3 font-semibold\``],
    ['a key of the catalogue', "const a = t('preview.title')"],
    ['a brand alone', 'const a = <a href="/">Spotter</a>'],
    ['a directive', "'use client'"],
    ['a number with its unit', `const a = \`\${b} \${c}\``],
  ])('%s', (_name, text) => {
    expect(sentencesIn({ path: screen, text })).toEqual([])
  })

  test('a story may', () => {
    const text = "test('A set is never lost', () => {})"
    expect(sentencesIn({ path: 'ui/x.test.tsx', text })).toEqual([])
    expect(sentencesIn({ path: 'modules/workouts/rules/fixtures-x.ts', text })).toEqual([])
  })
})
