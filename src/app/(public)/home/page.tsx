import { redirect } from 'next/navigation'
import { homePath } from '../../../wiring/portal.ts'

/** Where signing in leads without a page in mind. */
export default async function Page() {
  redirect(await homePath())
}
