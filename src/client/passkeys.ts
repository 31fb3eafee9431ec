/** Passkeys in the browser. Loaded only where one is asked for: see the imports of it. */
import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
} from '@simplewebauthn/browser'
import { type AccountProblem, type AccountResult, enterBy, said } from './account.ts'

type SignInOptions = Parameters<typeof startAuthentication>[0]['optionsJSON']
type NewOptions = Parameters<typeof startRegistration>[0]['optionsJSON']

/** A passkey belongs to a name: an address of numbers has none. */
export const passkeysWork = () => browserSupportsWebAuthn() && !/^[\d.]+$|:/.test(location.hostname)

/** What the browser itself refused: turned down, interrupted, nothing that fits. */
const isNo = (error: unknown) => /^(NotAllowedError|AbortError)$/.test((error as Partial<Error> | null)?.name ?? '')

/**
 * Signs in. Null when the person turned it down. `quietly`: among what the browser offers to fill in, where it can; null
 * where it can't, and then nobody is asked anything.
 */
export async function signInByPasskey(options: { quietly?: boolean } = {}): Promise<AccountResult | null> {
  const quietly = options.quietly ?? false
  if (quietly && !(passkeysWork() && (await browserSupportsWebAuthnAutofill()))) return null
  const asked = await said<SignInOptions>('users.startPasskeySignIn', null)
  if (!asked.ok) return quietly ? null : asked
  try {
    const response = await startAuthentication({ optionsJSON: asked.data, useBrowserAutofill: quietly })
    return await enterBy('passkey', { response: JSON.stringify(response) })
  } catch (error) {
    if (isNo(error) || quietly) return null
    return { ok: false, why: { key: 'unexpected' } }
  }
}

/** The quiet offer ends with its page. */
export const stopOffering = () => WebAuthnAbortService.cancelCeremony()

/** Null when the person turned it down. */
export async function makePasskey(): Promise<
  { ok: true } | { ok: false; why: AccountProblem | { key: 'isThere' } } | null
> {
  const asked = await said<NewOptions>('users.startPasskey', null)
  if (!asked.ok) return asked
  try {
    const response = await startRegistration({ optionsJSON: asked.data })
    const added = await said<unknown>('users.addPasskey', { response })
    return added.ok ? { ok: true } : added
  } catch (error) {
    // The authenticator holds one for this account already.
    if ((error as Partial<Error> | null)?.name === 'InvalidStateError') return { ok: false, why: { key: 'isThere' } }
    return isNo(error) ? null : { ok: false, why: { key: 'unexpected' } }
  }
}
