import { databaseOf } from '../../client/device-account.ts'
import { picturesDatabase } from '../../client/pictures-database.ts'
import { countUploads, uploadsDatabase } from '../../client/upload-store.ts'
import { forgetCheckInKeys } from '../../modules/gyms/ui/athlete/check-in-keys.ts'
import { deleteDatabase } from '../../sync/client/browser.ts'

/**
 * What lies on the phone beside the log of `space`: a file that was being imported, what an archive brought, door codes,
 * pictures. Those that the server does not have stay for the next sign-in, unless there is no such account any more.
 */
export async function forgetBeside(space: string, { isGone = false } = {}): Promise<void> {
  forgetCheckInKeys()
  const log = databaseOf({ kind: 'account', space, name: '', signedInAt: 0 })
  const waiting = isGone ? 0 : await countUploads(log).catch(() => 1)
  const uploads = waiting === 0 ? [uploadsDatabase(log)] : []
  for (const name of [`import-${space}`, `archives-${space}`, picturesDatabase(log), ...uploads]) {
    await deleteDatabase(name).catch(() => {})
  }
}
