/** What stands in the database in place of a secret or of somebody's name for a counter: SHA-256, as hex. */
import { createHash } from 'node:crypto'

export const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex')
