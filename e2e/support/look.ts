/** One screen as it stands, in both themes: axe, and the sizes and contrasts of look.md. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { measure } from './measure.ts'

const THEMES = ['dark', 'light'] as const

/** What is wrong with the page as it stands, in both themes. */
export async function look(page: Page, screen: string, phone: boolean): Promise<string[]> {
  const found: string[] = []
  for (const theme of THEMES) {
    await page.evaluate((name) => {
      document.documentElement.dataset.theme = name
    }, theme)
    // Colours may fade over; what counts is where they end.
    await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => {}))))
    // Only colours differ between the themes.
    const axe = new AxeBuilder({ page })
    const { violations } = await (theme === 'dark'
      ? axe
      : axe.withRules(['color-contrast', 'link-in-text-block'])
    ).analyze()
    for (const { id, nodes } of violations) {
      found.push(...nodes.slice(0, 4).map(({ html }) => `${screen}, ${theme}: axe ${id}: ${html.slice(0, 160)}`))
    }
    const findings = await page.evaluate(measure, {
      hitBoxes: phone,
      numbers: phone ? 7 : 4.5,
      tracking: !phone,
    })
    found.push(...findings.map(({ rule, what, found: value }) => `${screen}, ${theme}: ${rule}: “${what}” ${value}`))
  }
  return found
}
