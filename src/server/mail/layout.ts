/** How every letter looks, as text and as HTML: a title, plain paragraphs, at most one code and one button. */

export type LetterParts = {
  title: string
  lines: readonly string[]
  /** To be typed in, shown large. */
  code?: string
  button?: { label: string; href: string }
  /** Small print below. */
  notes?: readonly string[]
}

export const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Six digits are read and typed as two threes. */
const inThrees = (code: string) => code.replace(/^(\d{3})(\d{3})$/, '$1 $2')

const FONT = "font-family:Inter,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"

export function writeLetter({ title, lines, code, button, notes = [] }: LetterParts): { text: string; html: string } {
  const text = [
    title,
    ...lines,
    ...(code ? [`    ${inThrees(code)}`] : []),
    ...(button ? [`${button.label}:\n${button.href}`] : []),
    ...notes,
    '— Spotter',
  ].join('\n\n')
  const paragraphs = lines.map((line) => `<p style="margin:0 0 16px">${escapeHtml(line)}</p>`)
  const shownCode =
    code &&
    `<p style="margin:8px 0 24px;font-size:32px;font-weight:700;letter-spacing:.08em;font-variant-numeric:tabular-nums">${inThrees(code)}</p>`
  const link =
    button &&
    `<p style="margin:8px 0 24px"><a href="${escapeHtml(button.href)}" style="display:inline-block;padding:13px 22px;border-radius:10px;background:#ff6b1a;color:#1c0b00;font-weight:700;text-decoration:none">${escapeHtml(button.label)}</a></p>` +
      `<p style="margin:0 0 24px;font-size:13px;opacity:.75;word-break:break-all">${escapeHtml(button.href)}</p>`
  const small = notes.map((note) => `<p style="margin:0 0 8px;font-size:13px;opacity:.75">${escapeHtml(note)}</p>`)
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escapeHtml(title)}</title></head>
<body style="margin:0;padding:32px 20px;${FONT};font-size:16px;line-height:1.5">
<div style="max-width:480px;margin:0 auto">
<p style="margin:0 0 24px;font-weight:700;font-size:17px;letter-spacing:-.03em">spotter.</p>
<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3;letter-spacing:-.02em">${escapeHtml(title)}</h1>
${[...paragraphs, shownCode, link, ...small].filter(Boolean).join('\n')}
</div></body></html>`
  return { text, html }
}
