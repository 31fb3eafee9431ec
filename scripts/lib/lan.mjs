// npm start -- --lan: Spotter over HTTPS for the phones of this network, which only install an app from an address that
// they trust. A page without encryption, beside it, hands out the certificate to trust; the terminal shows its QR code.
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { isIPv4 } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import encodeQR from 'qr'
import { makeCertificate, openAuthority } from './certificates.mjs'
import { trustPage } from './trust-page.mjs'

const isPrivate = (address) => /^(10|192\.168|172\.(1[6-9]|2\d|3[01])|127)\./.test(address)

/** This machine's addresses in private networks, the likeliest first: a cable or WLAN before a container's bridge. */
function privateAddresses(interfaces = networkInterfaces()) {
  const found = Object.entries(interfaces).flatMap(([name, all = []]) =>
    all
      .filter(({ family, internal, address }) => family === 'IPv4' && !internal && isPrivate(address))
      .map(({ address }) => ({ address, isVirtual: /^(docker|br-|veth|virbr|vmnet|vboxnet|utun|tun)/.test(name) })),
  )
  return found.toSorted((a, b) => Number(a.isVirtual) - Number(b.isVirtual)).map(({ address }) => address)
}

/** HOST names one of this machine's addresses; without it all are used. */
export function chooseAddresses(host = process.env.HOST) {
  if (host && host !== '0.0.0.0') {
    if (isIPv4(host) && isPrivate(host)) return [host]
    throw new Error('--lan needs a HOST in a private network, such as 192.168.1.20: set it to one, or leave it out.')
  }
  const addresses = privateAddresses()
  if (addresses.length > 0) return addresses
  throw new Error('This machine is in no local network: join one, or leave --lan out.')
}

/**
 * Certificates for these addresses, and the page that hands out the one to trust, on a port of its own.
 * @param {{ data: string, addresses: string[], port: number, isFree: (port: number) => Promise<boolean> }} args
 */
export async function openLan({ data, addresses, port, isFree }) {
  const authority = await openAuthority(data)
  const { cert, key } = await makeCertificate(authority, addresses)
  const folder = join(data, 'lan')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const files = { cert: join(folder, 'server.crt'), key: join(folder, 'server.key') }
  writeFileSync(files.cert, cert)
  writeFileSync(files.key, key, { mode: 0o600 })

  const [address] = addresses
  const app = `https://${address}:${port}`
  const page = trustPage({ app: `${app}/train`, fingerprint: authority.fingerprint })
  const server = createServer((req, res) => {
    const path = req.url?.split('?', 1)[0]
    res.setHeader('cache-control', 'no-store')
    res.setHeader('x-content-type-options', 'nosniff')
    if (path === '/spotter.crt') {
      res.setHeader('content-type', 'application/x-x509-ca-cert')
      res.setHeader('content-disposition', 'attachment; filename="spotter.crt"')
      return res.end(authority.der)
    }
    res.statusCode = path === '/' ? 200 : 404
    res.setHeader('content-type', 'text/html; charset=utf-8')
    res.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; img-src data:")
    res.end(page)
  })
  let own = port + 1
  while (!(await isFree(own))) own++
  const host = addresses.length === 1 ? address : '0.0.0.0'
  await new Promise((done, fail) => server.once('error', fail).listen(own, host, done))
  const trust = `http://${address}:${own}`
  return {
    env: { HOST: host, PUBLIC_URL: app, TLS_CERT_FILE: files.cert, TLS_KEY_FILE: files.key },
    app,
    lines: [
      `On a phone in this network: open ${trust} (or scan this) and follow three steps.`,
      encodeQR(trust, 'ascii').trimEnd(),
      `The certificate it hands out has the fingerprint ${authority.fingerprint}`,
      ...addresses.slice(1).map((other) => `This machine also answers at https://${other}:${port}`),
    ],
    close: () => new Promise((done) => server.close(done).closeAllConnections()),
  }
}
