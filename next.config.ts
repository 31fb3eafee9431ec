import type { NextConfig } from 'next'

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // main.ts compresses static files once; pages are small.
  compress: true,
  // `npm test` runs the compiler itself, over more than Next's pages.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: import.meta.dirname },
  serverExternalPackages: ['postgres', '@node-rs/argon2', 'pino', 'prom-client', 'rate-limiter-flexible'],
  devIndicators: false,
}

export default config
