import { signOut } from '../../client/account.ts'

/** Signs out and loads the front page anew, so that nothing of anyone stays in this tab's memory. */
export function leave(): void {
  void signOut().finally(() => location.assign('/'))
}
