// Makes the Latin of Inter that every phone carries: only the weights that the styles name (400–700), only the features
// that they use. What is left out renders nowhere. Run it after an update of the font; a test fails when it was not.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const RESULT = at('src/ui/inter-latin.woff2')

/** Of the licence, which asks to stay with the font: copyright, terms, and where they are. */
const LICENCE_NAMES = [0, 13, 14]

/** The characters of the stylesheet's `unicode-range` for this file. */
function characters() {
  const css = readFileSync(at('src/ui/fonts.css'), 'utf8')
  const [, range] = /inter-latin\.woff2[^}]*unicode-range:([^;]+);/.exec(css) ?? []
  let text = ''
  for (const part of range.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)) {
    const [from, to] = [part[1], part[2] ?? part[1]].map((hex) => Number.parseInt(hex, 16))
    for (let code = from; code <= to; code++) text += String.fromCodePoint(code)
  }
  return text
}

export function buildFont() {
  const whole = readFileSync(at('node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'))
  return subsetFont(whole, characters(), {
    targetFormat: 'woff2',
    variationAxes: { wght: { min: 400, max: 700 } },
    keepFeatures: ['calt', 'ccmp', 'kern', 'locl', 'mark', 'mkmk', 'tnum'],
    preserveNameIds: LICENCE_NAMES,
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const font = await buildFont()
  writeFileSync(RESULT, font)
  console.log(`${font.length} bytes written to src/ui/inter-latin.woff2`)
}
