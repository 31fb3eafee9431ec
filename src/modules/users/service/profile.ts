/** An athlete's settings as others who may see them need them: units, week start, name. */
import type { Tx } from '../../../server/db.ts'
import { defaultProfile, type Profile } from '../model.ts'
import * as queries from '../queries.ts'

export async function findProfile(tx: Tx, args: { athleteId: string }): Promise<Profile> {
  return (await queries.findProfile(tx, args)) ?? defaultProfile(args.athleteId)
}
