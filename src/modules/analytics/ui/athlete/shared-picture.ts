'use client'
/** What is shared as a picture, a year or a workout, drawn in the colours that the app has at the moment: 1080 × 1350, as stories and posts take it. */

export type SharedPicture = {
  title: string
  /** The large ones, four at most. */
  figures: readonly { value: string; label: string }[]
  lists: readonly { title: string; rows: readonly (readonly [name: string, value: string])[] }[]
  /** Workouts of each month, with its letter. */
  months?: readonly { letter: string; value: number }[]
  footer: string
}

const [WIDTH, HEIGHT, EDGE] = [1080, 1350, 72]

export async function drawPicture(picture: SharedPicture): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH
  canvas.height = HEIGHT
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('This browser draws no pictures.')
  await document.fonts.ready
  const style = getComputedStyle(document.documentElement)
  const colour = (token: string) => style.getPropertyValue(token).trim()
  const family = getComputedStyle(document.body).fontFamily
  pen.fillStyle = colour('--bg')
  pen.fillRect(0, 0, WIDTH, HEIGHT)

  /** Cut with an ellipsis where it is wider than its room. */
  function write(
    text: string,
    x: number,
    y: number,
    look: { size: number; bold?: boolean; token?: string; room: number; end?: boolean },
  ) {
    if (!pen) return
    pen.font = `${look.bold ? 700 : 450} ${look.size}px ${family}`
    pen.fillStyle = colour(look.token ?? '--text')
    pen.textAlign = look.end ? 'right' : 'left'
    let shown = text
    while (shown.length > 1 && pen.measureText(shown).width > look.room) shown = `${shown.slice(0, -2).trimEnd()}…`
    pen.fillText(shown, x, y)
  }

  write(picture.title, EDGE, 150, { size: 84, bold: true, room: WIDTH - 2 * EDGE })
  pen.fillStyle = colour('--accent')
  pen.fillRect(EDGE, 182, 96, 10)

  const half = (WIDTH - 2 * EDGE) / 2
  for (const [i, { value, label }] of picture.figures.slice(0, 4).entries()) {
    const [x, y] = [EDGE + (i % 2) * half, 300 + Math.floor(i / 2) * 150]
    write(value, x, y, { size: 68, bold: true, room: half - 24 })
    write(label, x, y + 42, { size: 30, token: '--text-2', room: half - 24 })
  }

  const { months = [] } = picture
  const most = Math.max(1, ...months.map(({ value }) => value))
  const step = (WIDTH - 2 * EDGE) / months.length
  for (const [i, { letter, value }] of months.entries()) {
    const height = (value / most) * 130
    pen.fillStyle = colour('--c1')
    pen.fillRect(EDGE + i * step, 690 - height, step - 12, height)
    write(letter, EDGE + i * step, 726, { size: 24, token: '--text-2', room: step })
  }

  let y = months.length > 0 ? 792 : 300 + Math.ceil(picture.figures.length / 2) * 150 + 20
  for (const { title, rows } of picture.lists) {
    write(title, EDGE, y, { size: 30, bold: true, token: '--accent-text', room: WIDTH - 2 * EDGE })
    for (const [name, value] of rows) {
      y += 44
      write(value, WIDTH - EDGE, y, { size: 32, bold: true, room: half, end: true })
      write(name, EDGE, y, { size: 32, room: WIDTH - 2 * EDGE - pen.measureText(value).width - 40 })
    }
    y += 58
  }
  write(picture.footer, EDGE, HEIGHT - 48, { size: 26, token: '--text-2', room: WIDTH - 2 * EDGE })
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be made.'))), 'image/png'),
  )
}
