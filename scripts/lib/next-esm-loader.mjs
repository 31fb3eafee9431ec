// Next ships its browser code twice, and its bundler takes the CommonJS copy, of which nothing can be left out: 13 KiB
// that no page needs. This reads the other one (next.config.ts names this file): the same modules under the same names.
import { readFileSync } from 'node:fs'
import { join, sep } from 'node:path'

/** What no page of ours needs. */
const UNUSED = {
  // Polyfills: every browser that the app is built for (package.json) has all of them.
  [join('client', 'app-globals.js')]: '',
  // Node's process for browsers: of it only `env` and `browser` are asked.
  [join('compiled', 'process', 'browser.js')]: 'module.exports = { env: {}, browser: true, nextTick: queueMicrotask }',
  // The looks of the page for a crash outside of our own guard, which the browser's will do for.
  [join('builtin', 'error-styles.js')]:
    "const none = {}; export const errorStyles = new Proxy(none, { get: () => none }); export const errorThemeCss = 'body{font:1rem system-ui;padding:2rem;color-scheme:light dark}'; export const WarningIcon = () => null",
  [join('router-reducer', 'reducers', 'server-action-reducer.js')]:
    "export function serverActionReducer() { throw new Error('This app has no server actions.') }",
}

export default function nextEsmLoader() {
  for (const [file, stub] of Object.entries(UNUSED)) if (this.resourcePath.endsWith(file)) return stub
  const dist = `${sep}next${sep}dist${sep}`
  return readFileSync(this.resourcePath.replace(dist, `${dist}esm${sep}`), 'utf8')
}
