/**
 * A program on paper: a PDF 1.4 of text, in a face that every reader has, so that nothing has to be fetched or embedded.
 * That face knows the letters of western Europe (WinAnsi): others lose their marks, or become a question mark.
 */
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
      const face = ['BT', bold ? '/B' : '/R', size, 'Tf']
      page += `${[...face, x, y, 'Td', `(${escaped(text)})`, 'Tj', 'ET'].join(' ')}\n`
    }
  }
  return [...pages, page]
}

function pdfOf(pages: readonly string[], width: number, height: number): Uint8Array<ArrayBuffer> {
  const kids = pages.map((_, i) => `${5 + 2 * i} 0 R`).join(' ')
  const font = (name: string) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} /MediaBox [0 0 ${width} ${height}] >>`,
    font('Helvetica'),
    font('Helvetica-Bold'),
    ...pages.flatMap((content, i) => [
      `<< /Type /Page /Parent 2 0 R /Resources << /Font << /R 3 0 R /B 4 0 R >> >> /Contents ${6 + 2 * i} 0 R >>`,
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

/** One byte a letter. */
function escaped(text: string): string {
  return Array.from(text.normalize('NFC'), (letter) => {
    const code = WIN[letter] ?? letter.charCodeAt(0)
    if (letter.length === 1 && code < 256) return '\\()'.includes(letter) ? `\\${letter}` : String.fromCharCode(code)
    const bare = letter.normalize('NFKD').replace(/\p{M}/gu, '')
    return bare.length > 0 && [...bare].every((one) => one.charCodeAt(0) < 256) ? bare : '?'
  }).join('')
}
