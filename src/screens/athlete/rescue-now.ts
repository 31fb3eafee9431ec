/** The rescue copy from the page that shows instead of a screen that broke. */
import type { DeviceAccount } from '../../client/device-account.ts'
import { elsewhere } from './elsewhere-screen.tsx'

/** True when a file was handed over. Where what makes the whole copy can't be had, it is what the server lacks. */
export async function rescueNow(account: DeviceAccount | null): Promise<boolean> {
  try {
    const chunk = await elsewhere().catch(() => null)
    if (chunk) await chunk.saveRescue()
    else {
      const link = document.createElement('a')
      link.href = URL.createObjectURL(new Blob([(await account?.exportUnsynced()) ?? '']))
      link.download = 'spotter-unsynced.json'
      link.click()
    }
    return true
  } catch {
    return false
  }
}
