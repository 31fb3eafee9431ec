import { forgetCheckInKeys } from '../../modules/gyms/ui/athlete/check-in-keys.ts'
import { deleteDatabase } from '../../sync/client/browser.ts'

/** What lies on the phone beside the log of `space`: a file that was being imported, what an archive brought, door codes. */
export async function forgetBeside(space: string): Promise<void> {
  forgetCheckInKeys()
  for (const name of [`import-${space}`, `archives-${space}`]) await deleteDatabase(name).catch(() => {})
}
