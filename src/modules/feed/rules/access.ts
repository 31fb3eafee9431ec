/** Who stands how to whom, and who may take a comment away. The database's policies hold the same for every row. */
import type { Met, Standing } from '../model.ts'

export type Follow = { acceptedAt: number | null }

/** Only an accepted ask opens posts; one that was declined or ended is as none. */
export function standingOf(follow: Follow | null | undefined): Standing {
  if (!follow) return 'none'
  return follow.acceptedAt === null ? 'asked' : 'following'
}

export function metAs(args: { ownerId: string; readerId: string | null; follow: Follow | null }): Met['standing'] {
  if (args.readerId === null) return 'nobody'
  return args.readerId === args.ownerId ? 'self' : standingOf(args.follow)
}

/** Its writer, and whoever's post it is under. */
export function mayRemove(args: { actorId: string; writerId: string; makerId: string }): boolean {
  return args.actorId === args.writerId || args.actorId === args.makerId
}
