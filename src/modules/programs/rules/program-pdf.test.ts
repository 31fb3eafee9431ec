import { expect, test } from 'vitest'
import { programPdf } from './program-pdf.ts'

const textOf = (bytes: Uint8Array) => String.fromCharCode(...bytes)
const days = (n: number, lines = 4) =>
  Array.from({ length: n }, (_, i) => ({
    title: `Day ${i + 1}`,
    lines: Array.from({ length: lines }, (_, j) => ({ name: `Lift ${j}`, sets: '3 × 5' })),
  }))

test('every object stands where the table of them says', () => {
  const file = textOf(programPdf('Five by five', days(20), 'a4'))
  expect(file.startsWith('%PDF-1.4\n')).toBe(true)
  const xref = Number(/startxref\n(\d+)/.exec(file)?.[1])
  expect(file.slice(xref, xref + 4)).toBe('xref')
  const offsets = [...file.slice(xref).matchAll(/(\d{10}) 00000 n/g)].map(([, at]) => Number(at))
  expect(offsets.length).toBeGreaterThan(8)
  for (const [i, at] of offsets.entries()) expect(file.slice(at)).toMatch(new RegExp(`^${i + 1} 0 obj\n`))
  for (const [, length, content = ''] of file.matchAll(/Length (\d+) >>\nstream\n([\s\S]*?)endstream/g))
    expect(content.length).toBe(Number(length))
})

test('goes over as many pages as it needs, on the paper that is in the printer', () => {
  const pages = (n: number, paper: 'a4' | 'letter') => /Count (\d+)/.exec(textOf(programPdf('P', days(n), paper)))?.[1]
  expect([pages(3, 'a4'), pages(20, 'a4')]).toEqual(['1', '3'])
  expect(textOf(programPdf('P', days(1), 'letter'))).toContain('[0 0 612 792]')
  // No title is left behind at the end of a page.
  const all = textOf(programPdf('P', days(40, 3), 'a4'))
  for (const [, content = ''] of all.matchAll(/stream\n([\s\S]*?)endstream/g))
    expect(content.trimEnd().split('\n').at(-1)).toContain('3 ')
})

test('letters of the west and of Japan are themselves, others come as near as they can, and nothing breaks out of its text', () => {
  const text = textOf(
    programPdf(
      'Größe (heavy) \\ ŁŐ 🏋 スクワット',
      [{ title: 'A', lines: [{ name: 'x'.repeat(60), sets: '3–5' }] }],
      'a4',
    ),
  )
  expect(text).toContain('(Größe \\(heavy\\) \\\\ LO ? ) Tj /J 20 Tf <30b930af30ef30c330c8> Tj')
  expect(text).toContain(`(${'x'.repeat(43)}\x85)`)
  expect(text).toContain('(3\x965)')
})
