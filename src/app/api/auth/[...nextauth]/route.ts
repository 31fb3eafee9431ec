import NextAuth from 'next-auth'
import { authOptions } from '../../../../wiring/auth.ts'

type Params = { params: Promise<{ nextauth: string[] }> }

/** Made anew for each request: the secret is known at run time, not while building. */
async function handler(request: Request, context: Params): Promise<Response> {
  const { headers } = request
  const asker = { userAgent: headers.get('user-agent') ?? '', cookies: headers.get('cookie') ?? '' }
  return NextAuth(authOptions(asker))(request, context)
}

export { handler as GET, handler as POST }
