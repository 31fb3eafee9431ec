// A certificate authority of this clone's own for the local network: made once, its key readable by its owner only. It
// may vouch for private addresses and for names that end in .local, and for nothing else, so that whoever steals the key
// of a home can not pretend to be a bank.
import { createHash, randomBytes, webcrypto, X509Certificate } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import 'reflect-metadata'
import * as x509 from '@peculiar/x509'

const DAY_MS = 86_400_000
const EC = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
/** What phones accept of an authority that their owner trusts (Apple: 825 days for what it signs). */
const AUTHORITY_DAYS = 3650
const CERTIFICATE_DAYS = 397

/** Loopback, and the blocks that RFC 1918 keeps for private networks: address and mask. */
const PRIVATE = [
  [10, 0, 0, 0, 255, 0, 0, 0],
  [127, 0, 0, 0, 255, 0, 0, 0],
  [172, 16, 0, 0, 255, 240, 0, 0],
  [192, 168, 0, 0, 255, 255, 0, 0],
]
const NAMES = ['local', 'localhost']

const der = (tag, ...parts) => {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part)))
  if (content.length > 127) throw new Error('A constraint of more than 127 bytes needs a longer length.')
  return Buffer.concat([Buffer.from([tag, content.length]), content])
}

/** RFC 5280, 4.2.1.10: the permitted subtrees, which the issuer's certificates must stay in. */
function nameConstraints() {
  const subtrees = [
    ...PRIVATE.map((bytes) => der(0x30, der(0x87, bytes))),
    ...NAMES.map((name) => der(0x30, der(0x82, Buffer.from(name)))),
  ]
  return new x509.Extension('2.5.29.30', true, der(0x30, der(0xa0, ...subtrees)))
}

const serialNumber = () => `01${randomBytes(15).toString('hex')}`
const pemOfKey = async (key) =>
  `-----BEGIN PRIVATE KEY-----\n${Buffer.from(await webcrypto.subtle.exportKey('pkcs8', key))
    .toString('base64')
    .replace(/.{64}(?=.)/g, '$&\n')}\n-----END PRIVATE KEY-----\n`
const keyOfPem = (pem) =>
  webcrypto.subtle.importKey('pkcs8', Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64'), EC, true, ['sign'])

/** Written beside its place first: one that was cut short is none. */
function write(file, text, mode) {
  writeFileSync(`${file}.new`, text, { mode, flush: true })
  renameSync(`${file}.new`, file)
}

async function makeAuthority() {
  const keys = await webcrypto.subtle.generateKey(EC, true, ['sign', 'verify'])
  const now = Date.now()
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(),
    // A comma in a name would begin the next part of it.
    name: `CN=Spotter on ${hostname().replace(/[^\w.-]/g, '-')}`,
    notBefore: new Date(now - DAY_MS),
    notAfter: new Date(now + AUTHORITY_DAYS * DAY_MS),
    signingAlgorithm: EC,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      nameConstraints(),
    ],
  })
  return { certificate: certificate.toString('pem'), key: await pemOfKey(keys.privateKey) }
}

/**
 * The authority of a data folder, made when there is none or when it ends within a year.
 * @returns {Promise<{ certificate: string, key: string, der: Buffer, fingerprint: string }>} PEM, DER, and SHA-256 in
 * pairs of hex digits as phones show it
 */
export async function openAuthority(data) {
  const folder = join(data, 'lan')
  const file = join(folder, 'authority.json')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  let kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
  if (!kept || new X509Certificate(kept.certificate).validToDate.getTime() < Date.now() + 365 * DAY_MS) {
    kept = await makeAuthority()
    write(file, JSON.stringify(kept), 0o600)
  }
  const raw = new X509Certificate(kept.certificate).raw
  const fingerprint = createHash('sha256').update(raw).digest('hex').toUpperCase().match(/../g).join(':')
  return { ...kept, der: raw, fingerprint }
}

/**
 * A certificate for these IPv4 addresses and for localhost, made anew at each start: a network hands out others.
 * @returns {Promise<{ cert: string, key: string }>} the chain and its key in PEM
 */
export async function makeCertificate(authority, addresses) {
  const issuer = new x509.X509Certificate(authority.certificate)
  const keys = await webcrypto.subtle.generateKey(EC, true, ['sign', 'verify'])
  const now = Date.now()
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serialNumber(),
    subject: 'CN=Spotter',
    issuer: issuer.subject,
    notBefore: new Date(now - DAY_MS),
    notAfter: new Date(now + (CERTIFICATE_DAYS - 1) * DAY_MS),
    signingAlgorithm: EC,
    publicKey: keys.publicKey,
    signingKey: await keyOfPem(authority.key),
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension([
        { type: 'dns', value: 'localhost' },
        ...addresses.map((value) => ({ type: 'ip', value })),
      ]),
      await x509.AuthorityKeyIdentifierExtension.create(issuer),
    ],
  })
  return { cert: `${certificate.toString('pem')}\n${authority.certificate}`, key: await pemOfKey(keys.privateKey) }
}
