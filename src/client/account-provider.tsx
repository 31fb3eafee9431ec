'use client'
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import { PhoneProvider } from '../sync/client/hooks.ts'
import type { DeviceAccount, DeviceState } from './device-account.ts'
import { subscribeToWorker, workerState } from './worker-registration.ts'

const AccountContext = createContext<DeviceAccount | null>(null)
const NOBODY: DeviceState = { identity: null, phone: null, failure: null, unclaimed: null }
const never = () => () => {}

/**
 * Opens this device's log and gives its phone to the hooks below. In the prerender and in the first paint there is no
 * phone: hooks answer "not yet", and the screen shows its frame.
 */
export function AccountProvider({ open, children }: { open: () => DeviceAccount; children: ReactNode }) {
  const [account, setAccount] = useState<DeviceAccount | null>(null)
  useEffect(() => {
    const opened = open()
    setAccount(opened)
    void opened.start()
  }, [open])
  const { phone } = useDeviceState(account)
  useEffect(() => {
    if (!phone) return
    const tell = () => phone.setReadyOffline(workerState().readyOffline)
    tell()
    return subscribeToWorker(tell)
  }, [phone])
  return (
    <AccountContext.Provider value={account}>
      <PhoneProvider value={phone}>{children}</PhoneProvider>
    </AccountContext.Provider>
  )
}

function useDeviceState(account: DeviceAccount | null): DeviceState {
  return useSyncExternalStore(
    account?.subscribe ?? never,
    () => account?.get() ?? NOBODY,
    () => NOBODY,
  )
}

/** Who this device belongs to; null until the log is open. */
export function useDeviceAccount(): { account: DeviceAccount | null } & DeviceState {
  const account = useContext(AccountContext)
  return { account, ...useDeviceState(account) }
}
