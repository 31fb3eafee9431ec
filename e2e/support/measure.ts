/** What look.md asks for, computed from the page as it stands: sizes, distances, contrasts. Runs in the page, whole. */

export type Finding = { rule: string; what: string; found: string }
export type Rules = { hitBoxes: boolean; numbers: number; tracking: boolean }

/** `rules.hitBoxes` on the phone only; `rules.numbers` is the contrast that numbers need there; `rules.tracking` where a dot is one pixel. */
export function measure(rules: Rules): Finding[] {
  type Colour = [number, number, number, number]
  const canvas = document.createElement('canvas')
  canvas.width = 1
  canvas.height = 1
  const paper = canvas.getContext('2d', { willReadFrequently: true })
  const known = new Map<string, Colour>()
  function parse(text: string): Colour {
    const before = known.get(text)
    if (before) return before
    let made: Colour = [0, 0, 0, 0]
    if (paper && text && text !== 'transparent') {
      paper.clearRect(0, 0, 1, 1)
      paper.fillStyle = text
      paper.fillRect(0, 0, 1, 1)
      const [r = 0, g = 0, b = 0, a = 0] = paper.getImageData(0, 0, 1, 1).data
      made = [r, g, b, a / 255]
    }
    known.set(text, made)
    return made
  }
  const over = (top: Colour, below: Colour): Colour => {
    const mix = (i: 0 | 1 | 2) => top[i] * top[3] + below[i] * (1 - top[3])
    return [mix(0), mix(1), mix(2), 1]
  }
  const light = ([r, g, b]: Colour) => {
    const linear = (value: number) =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4
    return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
  }
  const contrast = (a: Colour, b: Colour) => {
    const [x = 0, y = 0] = [light(a), light(b)].sort((m, n) => n - m)
    return (x + 0.05) / (y + 0.05)
  }
  /** An element's own fill: its background, or that of the sheet that ::before lays under it. */
  function fillOf(element: Element): Colour {
    const own = parse(getComputedStyle(element).backgroundColor)
    const before = getComputedStyle(element, '::before')
    if (before.content === 'none' || before.position !== 'absolute') return own
    const laid = parse(before.backgroundColor)
    return laid[3] > 0 ? over(laid, own[3] > 0 ? own : [0, 0, 0, 0]) : own
  }
  function backdrop(element: Element | null): Colour {
    const fills: Colour[] = []
    for (let at = element; at; at = at.parentElement) {
      const fill = fillOf(at)
      if (fill[3] > 0) fills.push(fill)
      if (fill[3] === 1) break
    }
    return fills.reduceRight<Colour>((below, fill) => over(fill, below), [255, 255, 255, 1])
  }
  function opacityOf(element: Element): number {
    let opacity = 1
    for (let at: Element | null = element; at; at = at.parentElement) opacity *= Number(getComputedStyle(at).opacity)
    return opacity
  }
  const modal = document.querySelector('dialog[open], [role=dialog]')
  const root = modal ?? document.body
  function isShown(element: Element): boolean {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false
    const { width, height } = element.getBoundingClientRect()
    return width > 1 && height > 1 && !element.closest('.sr-only, [hidden]')
  }
  const nameOf = (element: Element) =>
    (element.getAttribute('aria-label') ?? element.textContent ?? element.tagName)
      .trim()
      .replace(/\s+/g, ' ')
      .slice(0, 60)
  const isOff = (element: Element) => element.closest(':disabled, [aria-disabled=true]') !== null
  const findings: Finding[] = []
  const add = (rule: string, element: Element, found: string) => findings.push({ rule, what: nameOf(element), found })

  const CONTROLS =
    'button, a[href], input:not([type=hidden]), select, textarea, [role=button], [role=tab], [role=option], summary'
  const controls = [...root.querySelectorAll(CONTROLS)].filter((one) => isShown(one))

  if (rules.hitBoxes) {
    const boxOf = (element: Element) => (element.closest('label') ?? element).getBoundingClientRect()
    for (const control of controls) {
      const { width, height } = boxOf(control)
      if (width < 47.5 || height < 47.5) add('hit box', control, `${Math.round(width)} × ${Math.round(height)}`)
    }
    // What takes something away wears the colour of danger, in words or as a fill.
    const bad = String(parse(getComputedStyle(document.documentElement).getPropertyValue('--bad').trim()))
    const isDestructive = (control: Element) =>
      !isOff(control) &&
      [control, ...control.querySelectorAll('*')].some((one) => {
        const { color, backgroundColor } = getComputedStyle(one)
        return String(parse(color)) === bad || String(parse(backgroundColor)) === bad
      })
    /** What stays where it is while the page moves below it, and can always be moved away from. */
    const isPinned = (control: Element) => {
      for (let at: Element | null = control; at && at !== modal; at = at.parentElement)
        if (/fixed|sticky/.test(getComputedStyle(at).position)) return true
      return false
    }
    const destructive = controls.filter((one) => isDestructive(one))
    for (const one of destructive) {
      const a = boxOf(one)
      for (const other of controls) {
        if (other === one || other.contains(one) || one.contains(other)) continue
        const b = boxOf(other)
        const dx = Math.max(0, a.left - b.right, b.left - a.right)
        const dy = Math.max(0, a.top - b.bottom, b.top - a.bottom)
        if (Math.hypot(dx, dy) < 7.5 && isPinned(one) === isPinned(other))
          add('8 px from destructive', one, `${Math.hypot(dx, dy)} px to ${nameOf(other)}`)
      }
    }
  }

  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const seen = new Set<string>()
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const text = (node.textContent ?? '').trim()
    const element = node.parentElement
    if (!text || !element || !isShown(element) || isOff(element) || element.closest('svg title, script, style'))
      continue
    const style = getComputedStyle(element)
    const behind = backdrop(element)
    const svg = element.closest('svg') !== null
    // Whole pixels leave no room for less: letters that are set closer run words together.
    if (rules.tracking && Number.parseFloat(style.fontSize) < 16 && Number.parseFloat(style.letterSpacing) < 0) {
      const close = `${element.className} ${style.letterSpacing}`
      if (!seen.has(close)) add('tracking of small text', element, close.slice(0, 100))
      seen.add(close)
    }
    const own = parse(svg && style.fill !== 'none' ? style.fill : style.color)
    if (own[3] === 0) continue
    const ink = over([own[0], own[1], own[2], own[3] * opacityOf(element)], behind)
    // A figure, alone or with its unit; not a sentence that happens to count something.
    const isNumber = /^[^\p{L}]*\d/u.test(text)
    const least = isNumber ? rules.numbers : 4.5
    const ratio = contrast(ink, behind)
    const mark = `${style.color}${style.fill}${behind}${least}`
    if (ratio < least - 0.005 && !seen.has(mark)) {
      seen.add(mark)
      findings.push({
        rule: `text ${least}:1`,
        what: text.slice(0, 60),
        found: `${ratio.toFixed(2)} (${element.className.toString().slice(0, 80)})`,
      })
    }
  }

  /** The colours that draw a control's outline: border, outline-like inset shadow, or its fill. */
  for (const control of controls) {
    if (isOff(control)) continue
    const style = getComputedStyle(control)
    const around = backdrop(control.parentElement)
    const candidates: Colour[] = []
    const fill = fillOf(control)
    if (fill[3] > 0) candidates.push(over(fill, around))
    for (const side of ['Top', 'Right', 'Bottom', 'Left'] as const) {
      const colour = parse(style[`border${side}Color`])
      if (Number.parseFloat(style[`border${side}Width`]) > 0 && colour[3] > 0) candidates.push(over(colour, around))
    }
    for (const [, colour] of style.boxShadow.matchAll(/((?:rgba?|oklch|oklab|color|lab|lch)\([^)]*\))[^,]*inset/g)) {
      const drawn = parse(colour ?? '')
      if (drawn[3] > 0) candidates.push(over(drawn, around))
    }
    // Words, icons and links without a box of their own are told by their ink, which is measured as text.
    const isField = control.matches('input:not([type=checkbox]):not([type=radio]):not([type=range]), select, textarea')
    if (candidates.length === 0 && !isField) continue
    const best = Math.max(0, ...candidates.map((one) => contrast(one, around)))
    const saysSo = [...control.querySelectorAll('svg')].length > 0 || (control.textContent ?? '').trim() !== ''
    if (best < 2.995 && (isField || !saysSo)) add('control 3:1', control, best.toFixed(2))
    else if (best < 2.995 && best > 1.005 && style.boxShadow.includes('inset'))
      add('control edge 3:1', control, best.toFixed(2))
  }
  return findings
}
