// The page that a phone opens before it trusts this machine: no script, nothing from elsewhere.

const STYLE = `
:root { color-scheme: light dark; --paper: #fff; --ink: #17181a; --quiet: #55585e; --line: #dcdee2; --accent: #b83a00; --on: #fff }
@media (prefers-color-scheme: dark) { :root { --paper: #111214; --ink: #f2f3f5; --quiet: #a6a9b0; --line: #2d2f34; --accent: #ff7a33; --on: #1a0a00 } }
body { margin: 0; padding: 24px 20px 48px; background: var(--paper); color: var(--ink); font: 17px/1.5 system-ui, sans-serif }
main { max-width: 34rem; margin: auto }
h1 { font-size: 1.75rem; line-height: 1.15; letter-spacing: -.02em; margin: 0 0 8px }
h2 { font-size: 1.0625rem; margin: 28px 0 4px }
p, ol { margin: 0 0 12px } ol { padding-left: 1.3em } li { margin-bottom: 6px }
.quiet { color: var(--quiet) }
a { color: var(--accent) }
a.button { display: block; margin: 8px 0; padding: 16px; border-radius: 16px; background: var(--accent); color: var(--on); font-weight: 700; text-align: center; text-decoration: none }
a.button.open { background: none; color: var(--ink); box-shadow: inset 0 0 0 1.5px var(--quiet) }
details { border-top: 1px solid var(--line) } details:last-of-type { border-bottom: 1px solid var(--line) }
summary { padding: 14px 0; font-weight: 600; cursor: pointer }
code { font-size: .8125rem; overflow-wrap: anywhere }
`

const WAYS = [
  {
    name: 'Android, with Chrome or Edge',
    steps: [
      'Open Settings and search for “CA certificate” (under Security, More security settings, Install from device storage).',
      'Choose CA certificate, then Install anyway, then the file spotter.crt from your downloads.',
      'Come back here.',
    ],
  },
  {
    name: 'Android, with Firefox',
    steps: [
      'Do what stands under Chrome.',
      'In Firefox open Settings, About Firefox, and tap its logo five times; then Settings, Secret settings, Use third party CA certificates.',
      'Come back here.',
    ],
  },
  {
    name: 'iPhone and iPad, with Safari',
    steps: [
      'Allow the download of the profile.',
      'Open Settings, tap Profile Downloaded near the top, then Install.',
      'Still in Settings, open General, About, Certificate Trust Settings, and switch Spotter on.',
      'Come back here.',
    ],
  },
  {
    name: 'A computer',
    steps: [
      'Firefox: Settings, Privacy & Security, View Certificates, Authorities, Import; tick “identify websites”.',
      'macOS: open the file, add it to your keychain, then set it to Always Trust there.',
      'Windows: open the file, Install Certificate, Current User, Trusted Root Certification Authorities.',
      'Linux, Chrome: Settings, Privacy and security, Security, Manage certificates, Authorities, Import.',
    ],
  },
]

/**
 * @param {{ app: string, fingerprint: string }} args where the app is, and the certificate's SHA-256 as phones show it
 * @returns {string} a whole HTML page
 */
export function trustPage({ app, fingerprint }) {
  const ways = WAYS.map(
    ({ name, steps }) =>
      `<details><summary>${name}</summary><ol>${steps.map((step) => `<li>${step}</li>`).join('')}</ol></details>`,
  ).join('\n')
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Spotter on this network</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
<main>
<h1>Put Spotter on this phone</h1>
<p>A phone installs an app only from an address that it trusts. This machine has a certificate of its own for that. Trust it once; it counts for addresses of private networks only.</p>
<h2>1. Download the certificate</h2>
<a class="button" href="/spotter.crt">Download spotter.crt</a>
<h2>2. Trust it</h2>
${ways}
<h2>3. Open Spotter</h2>
<a class="button open" href="${app}">Open Spotter</a>
<p class="quiet">Does the browser warn of the address? Then step 2 is not done yet. The fingerprint that your phone shows must be the one in the terminal:</p>
<p><code>${fingerprint}</code></p>
<p class="quiet">To take the trust back later, remove the certificate where you installed it.</p>
</main>
</html>
`
}
