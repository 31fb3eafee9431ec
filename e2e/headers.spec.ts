/** Every answer carries its protections, and no page breaks its own policy. */
import { expect, test } from '@playwright/test'
import { ownApp } from './support/own-app.ts'

const world = ownApp()

const PAGES = ['/', '/sign-in', '/sign-up', '/train', '/train/history', '/no-such-page']

for (const path of PAGES) {
  test(`headers: ${path} keeps its own content security policy`, async ({ page }) => {
    const violations: string[] = []
    page.on('console', (message) => {
      if (/content security policy|refused to/i.test(message.text())) violations.push(message.text())
    })
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        console.log(`Content Security Policy: ${event.violatedDirective} ${event.blockedURI}`)
      })
    })
    const response = await page.goto(`${world.app.url}${path}`)
    await page.waitForLoadState('networkidle')
    const policy = (await response?.headerValue('content-security-policy')) ?? ''
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy.match(/script-src[^;]*/)?.[0]).not.toMatch(/unsafe|\*|https?:/)
    expect(violations).toEqual([])
    // A script that was not ours is refused: the policy is not just a text.
    const ran = await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'window.__foreign = true'
      document.body.append(script)
      return '__foreign' in window
    })
    expect(ran).toBe(false)
  })
}

test('headers: every kind of answer has its protections', async () => {
  const paths = [...PAGES, '/api/live', '/api/ready', '/api/trpc/users.me', '/sw.js', '/manifest.webmanifest']
  for (const path of paths) {
    const { headers } = await fetch(`${world.app.url}${path}`)
    expect(headers.get('x-content-type-options'), path).toBe('nosniff')
    expect(headers.get('x-frame-options'), path).toBe('DENY')
    expect(headers.get('referrer-policy'), path).toBe('same-origin')
    expect(headers.get('cross-origin-opener-policy'), path).toBe('same-origin')
    expect(headers.get('permissions-policy'), path).toContain('microphone=()')
    expect(headers.get('x-request-id'), path).toMatch(/^[\w.-]{8,}$/)
    expect(headers.get('x-powered-by'), path).toBeNull()
  }
  for (const path of ['/train', '/sw.js']) {
    expect((await fetch(`${world.app.url}${path}`)).headers.get('cache-control'), path).toBe('no-cache')
  }
  expect((await fetch(`${world.app.url}/api/trpc/users.me`)).headers.get('cache-control')).toBe('no-store')
})

test('headers: a worker of a build that is gone is no page', async () => {
  const answer = await fetch(`${world.app.url}/train/import-worker.0123456789abcdef0123.js`)
  expect(answer.status).toBe(404)
  expect(await answer.json()).toEqual({ error: 'This part of the app is of an older build: load the page again.' })
})

test('headers: the metrics are not on the public port', async () => {
  expect((await fetch(`${world.app.url}/api/metrics`)).status).toBe(404)
  expect(await (await fetch(world.app.metricsUrl)).text()).toContain('spotter_http_seconds')
})
