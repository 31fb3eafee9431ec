/** An OpenID Connect issuer in Google's place: whoever comes to it is the person that the test said last, and at once. */
import { OAuth2Server } from 'oauth2-mock-server'

/** What Google says of somebody. */
export type GoogleClaims = { sub: string; email: string; email_verified: boolean; name?: string }

export type GoogleIssuer = {
  /** What an app is started with to take it for Google. */
  env: { GOOGLE_CLIENT_ID: string; GOOGLE_CLIENT_SECRET: string; GOOGLE_ISSUER: string }
  /** From now on; null is somebody who presses *Cancel*. */
  is: (person: GoogleClaims | null) => void
  stop: () => Promise<void>
}

export async function startGoogleIssuer(): Promise<GoogleIssuer> {
  const server = new OAuth2Server()
  await server.issuer.keys.generate('RS256')
  await server.start(0, 'localhost')
  let person: GoogleClaims | null = null
  server.service.on('beforeTokenSigning', (token: { payload: Record<string, unknown> }) => {
    Object.assign(token.payload, person)
  })
  server.service.on('beforeAuthorizeRedirect', ({ url }: { url: URL }) => {
    if (person) return
    url.searchParams.delete('code')
    url.searchParams.set('error', 'access_denied')
  })
  return {
    env: {
      GOOGLE_CLIENT_ID: 'client-of-the-test',
      GOOGLE_CLIENT_SECRET: 'secret-of-the-test',
      GOOGLE_ISSUER: server.issuer.url ?? '',
    },
    is(told) {
      person = told
    },
    stop: () => server.stop(),
  }
}
