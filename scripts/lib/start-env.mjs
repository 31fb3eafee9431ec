// The variables that `npm start` itself reads, parsed before anything is installed or built. What only the server reads
// is parsed in src/server/env.ts.

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent']

function isPort(value) {
  return /^\d{1,5}$/.test(value) && Number(value) <= 65_535
}

/** Several hosts with commas between them are PostgreSQL's own way of writing, and no URL. */
function isPostgres(value) {
  return /^postgres(ql)?:\/\/./.test(value) && (URL.canParse(value) || value.includes(','))
}

const ADDRESS = 'a PostgreSQL address such as postgres://user:password@host:5432/database'

/** By name: what makes a value one that can be used, and what to set instead. */
const READS = {
  PORT: {
    fits: isPort,
    wayOut: 'a number from 0 (any free port) to 65535, or leave it out for 3000 or the next free one',
  },
  HOST: {
    fits: (value) => /^[\w.:-]+$/.test(value),
    wayOut: 'an address of this machine such as 127.0.0.1 or 0.0.0.0',
  },
  LOG_LEVEL: { fits: (value) => LEVELS.includes(value), wayOut: `one of ${LEVELS.join(', ')}` },
  SPOTTER_DEMO: { fits: (value) => value === '0' || value === '1', wayOut: '1 for a start with demo data, 0 without' },
  // What is wrong with a folder is the file system's to say.
  SPOTTER_DATA: { fits: () => true, wayOut: 'a folder' },
  DATABASE_URL: { fits: isPostgres, wayOut: `${ADDRESS}, or leave it out for the database that comes with Spotter` },
  DATABASE_OWNER_URL: { fits: isPostgres, wayOut: ADDRESS },
  DATABASE_JOBS_URL: { fits: isPostgres, wayOut: ADDRESS },
  SMTP_URL: {
    fits: (value) => /^smtps?:\/\/./.test(value),
    wayOut:
      'the address of a mail server such as smtp://user:password@mail.example.com:587, or leave it out for a local outbox',
  },
  MAIL_FROM: {
    fits: (value) => /^[^@\r\n]*[^@\s<]+@[^@\s>]+>?$/.test(value),
    wayOut: 'the sender of its letters, such as Spotter <no-reply@example.com>',
  },
  GOOGLE_CLIENT_ID: { fits: (value) => value.length >= 10, wayOut: 'the client id of an OAuth client at Google' },
  GOOGLE_CLIENT_SECRET: { fits: (value) => value.length >= 10, wayOut: 'the secret of that OAuth client' },
  VAPID_PUBLIC_KEY: {
    fits: (value) => /^[\w-]{87}$/.test(value),
    wayOut: 'the public key of a VAPID pair (npx web-push generate-vapid-keys), or leave it out for one made here',
  },
  VAPID_PRIVATE_KEY: { fits: (value) => /^[\w-]{43}$/.test(value), wayOut: 'the private key of that VAPID pair' },
  VAPID_SUBJECT: {
    fits: (value) => /^(mailto:[^\s@]+@[^\s@]+\.[^\s@]+|https:\/\/[^\s/]+\.[^\s]+)$/.test(value),
    wayOut: 'an address that a push service can write to, such as mailto:you@example.com or https://example.com',
  },
  SPOTTER_OUTBOX: {
    fits: (value) => /^[\w-]{24,}$/.test(value),
    wayOut: 'a secret of at least 24 letters and digits, or leave it out for one made here',
  },
  // What is wrong with a folder is the file system's to say.
  MEDIA_DIR: { fits: () => true, wayOut: 'a folder' },
  S3_BUCKET: {
    fits: (value) => /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(value),
    wayOut: 'the name of a bucket, such as spotter-media',
  },
  S3_ENDPOINT: {
    fits: (value) => /^https?:\/\/./.test(value) && URL.canParse(value),
    wayOut: 'the address of a server that speaks S3, such as https://s3.example.com',
  },
  SESSION_SECRET: {
    fits: (value) => value.length >= 32,
    wayOut: 'a secret of at least 32 characters (openssl rand -hex 32), or leave it out for one made here',
  },
}

/**
 * Throws an Error whose message is one sentence a wrong variable; never says a value, which may be a secret. One that is
 * set to nothing counts as left out, for all that is started from here too: an empty HOST would listen everywhere.
 */
export function checkStartEnv(env) {
  const sentences = []
  for (const [name, { fits, wayOut }] of Object.entries(READS)) {
    if (env[name] === '') delete env[name]
    const value = env[name]
    if (value !== undefined && !fits(value)) {
      sentences.push(`${name} has a value that can not be used: set it to ${wayOut}.`)
    }
  }
  if (env.SMTP_URL && !env.MAIL_FROM) {
    sentences.push(`MAIL_FROM is not set: with SMTP_URL, set it to ${READS.MAIL_FROM.wayOut}.`)
  }
  for (const [one, other] of [
    ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET'],
    ['GOOGLE_CLIENT_SECRET', 'GOOGLE_CLIENT_ID'],
    ['VAPID_PUBLIC_KEY', 'VAPID_PRIVATE_KEY'],
    ['VAPID_PRIVATE_KEY', 'VAPID_PUBLIC_KEY'],
  ]) {
    if (env[one] && !env[other]) sentences.push(`${other} is not set: with ${one}, set it to ${READS[other].wayOut}.`)
  }
  if (sentences.length > 0) throw new Error(sentences.join('\n'))
}
