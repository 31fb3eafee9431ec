import NextAuth from 'next-auth'
import { authOptions } from '../../../../wiring/auth.ts'

type Params = { params: Promise<{ nextauth: string[] }> }

/** Made anew for each request: the secret is known at run time, not while building. */
async function handler(request: Request, context: Params): Promise<Response> {
  return NextAuth(authOptions({ userAgent: request.headers.get('user-agent') ?? '' }))(request, context)
}

export { handler as GET, handler as POST }
