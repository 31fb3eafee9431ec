/**
 * A program on paper: a PDF 1.4 of text, in faces that every reader has, so that nothing has to be fetched or embedded:
 * Helvetica for the letters of western Europe (WinAnsi; others lose their marks, or become a question mark), and the
 * Japanese one that PDF names itself (9.7.5.2 of ISO 32000).
 */
import { ONE_FOR_ONE } from '../../../shared/fold-letters.ts'

export type PdfDay = { title: string; lines: readonly { name: string; sets: string }[] }

const [LEFT, TOP, BOTTOM, LINE] = [56, 64, 56, 18]
/** Where the sets begin, and room to write beside each. */
const SETS_AT = 300
const MOST_NAME = 44

type Row = { text: string; x: number; size: number; bold?: boolean }
type Line = { rows: Row[]; height: number }

/** Points: A4, or a letter for who weighs in pounds. */
export function programPdf(title: string, days: readonly PdfDay[], paper: 'a4' | 'letter'): Uint8Array<ArrayBuffer> {
  const [width, height] = paper === 'a4' ? [595, 842] : [612, 792]
  const lines: Line[] = [{ rows: [{ text: title, x: LEFT, size: 20, bold: true }], height: 30 }]
  for (const day of days) {
    lines.push({ rows: [{ text: day.title, x: LEFT, size: 13, bold: true }], height: 30 })
    for (const { name, sets } of day.lines) {
      const short = name.length > MOST_NAME ? `${name.slice(0, MOST_NAME - 1)}…` : name
      lines.push({
        rows: [
          { text: short, x: LEFT, size: 11 },
          { text: sets, x: SETS_AT, size: 11 },
        ],
        height: LINE,
      })
    }
  }
  return pdfOf(pagesOf(lines, height), width, height)
}

/** A day's title stays with its first line. */
function pagesOf(lines: readonly Line[], height: number): string[] {
  const pages: string[] = []
  let [page, y] = ['', height - TOP]
  for (const [i, line] of lines.entries()) {
    const isTitle = line.rows.length === 1
    const needed = line.height + (isTitle ? (lines[i + 1]?.height ?? 0) : 0)
    if (y - needed < BOTTOM) {
      pages.push(page)
      page = ''
      y = height - TOP
    }
    y -= line.height
    for (const { text, x, size, bold } of line.rows) {
      // One after the other in a line, each from where the last one ended.
      const runs = text.split(JAPANESE).flatMap((run, i) => {
        if (run === '') return []
        const [face, letters] = i % 2 === 1 ? ['/J', `<${hexOf(run)}>`] : [bold ? '/B' : '/R', `(${escaped(run)})`]
        return [face, size, 'Tf', letters, 'Tj']
      })
      page += `${['BT', x, y, 'Td', ...runs, 'ET'].join(' ')}\n`
    }
  }
  return [...pages, page]
}

function pdfOf(pages: readonly string[], width: number, height: number): Uint8Array<ArrayBuffer> {
  const kids = pages.map((_, i) => `${8 + 2 * i} 0 R`).join(' ')
  const font = (name: string) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} /MediaBox [0 0 ${width} ${height}] >>`,
    font('Helvetica'),
    font('Helvetica-Bold'),
    ...KAKU_GOTHIC,
    ...pages.flatMap((content, i) => [
      `<< /Type /Page /Parent 2 0 R /Resources << /Font << /R 3 0 R /B 4 0 R /J 5 0 R >> >> /Contents ${9 + 2 * i} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}endstream`,
    ]),
  ]
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const at = file.length
    file += [`${i + 1} 0 obj`, object, 'endobj', ''].join('\n')
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const xref = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`
  return Uint8Array.from(file, (letter) => letter.charCodeAt(0))
}

/** Objects 5 to 7. */
const KAKU_GOTHIC = [
  '<< /Type /Font /Subtype /Type0 /BaseFont /HeiseiKakuGo-W5 /Encoding /UniJIS-UCS2-H /DescendantFonts [6 0 R] >>',
  '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HeiseiKakuGo-W5 /DW 1000 /FontDescriptor 7 0 R ' +
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> >>',
  '<< /Type /FontDescriptor /FontName /HeiseiKakuGo-W5 /Flags 4 /FontBBox [-92 -250 1010 922] /ItalicAngle 0 ' +
    '/Ascent 752 /Descent -221 /CapHeight 737 /StemV 114 >>',
]
const JAPANESE = /([\u3000-\u30ff\u3400-\u9fff\uff01-\uff5e]+)/

/** UTF-16, two bytes a letter; none of these needs more. */
const hexOf = (text: string) =>
  Array.from(text, (letter) => letter.charCodeAt(0).toString(16).padStart(4, '0')).join('')

/** What WinAnsi has outside of Latin-1. */
const WIN: Record<string, number> = {
  '€': 128,
  '…': 133,
  '‘': 145,
  '’': 146,
  '“': 147,
  '”': 148,
  '•': 149,
  '–': 150,
  '—': 151,
}

/** `Ł` as `L`: no mark that Unicode could take off. */
function withoutStroke(letter: string): string {
  const small = letter.toLowerCase()
  const near = ONE_FOR_ONE[small] ?? small
  return near === small ? letter : letter === small ? near : near.toUpperCase()
}

/** One byte a letter. */
function escaped(text: string): string {
  return Array.from(text.normalize('NFC'), (letter) => {
    const code = WIN[letter] ?? letter.charCodeAt(0)
    if (letter.length === 1 && code < 256) return '\\()'.includes(letter) ? `\\${letter}` : String.fromCharCode(code)
    const bare = withoutStroke(letter.normalize('NFKD').replace(/\p{M}/gu, ''))
    return bare.length > 0 && [...bare].every((one) => one.charCodeAt(0) < 256) ? bare : '?'
  }).join('')
}
