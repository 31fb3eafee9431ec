/** What makes a link: a token that is told once, and of which only the hash is kept. */
import { randomBytes } from 'node:crypto'
import type { Tx } from '../../../server/db.ts'
import { siteUrl } from '../../../server/env.ts'
import { findGym } from '../queries/gyms.ts'

export const newToken = () => randomBytes(24).toString('base64url')
export const linkOf = (token: string) => `${siteUrl()}/join/${token}`

export async function nameOfGym(tx: Tx, gymId: string): Promise<string> {
  return (await findGym(tx, { gymId }))?.name ?? ''
}
