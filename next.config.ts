import type { NextConfig } from 'next'
import { PHASE_DEVELOPMENT_SERVER, PHASE_PRODUCTION_BUILD } from 'next/constants.js'

const config: NextConfig = {
  reactStrictMode: true,

  poweredByHeader: false,
  // main.ts compresses static files once; pages are small.
  compress: true,
  // `npm test` runs the compiler itself, over more than Next's pages.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    'postgres',
    '@node-rs/argon2',
    'pino',
    'prom-client',
    'rate-limiter-flexible',
    'sharp',
    '@aws-sdk/client-s3',
    '@aws-sdk/s3-request-presigner',
    // Of hundreds of modules: beyond five thousand in all, each of the athlete's has a longer number, a KiB altogether.
    '@simplewebauthn/server',
    'drizzle-orm',
    'cockatiel',
  ],
  devIndicators: false,
  experimental: {
    turbopackCjsTreeShaking: true,
    // No address is prefetched by guessing from another's: the athlete's app has one page, the portals have few.
    optimisticRouting: false,
    // Chunks by the path that leads to them would carry the same modules several times.
    turbopackClientSideNestedAsyncChunking: false,
    // A few large chunks compress better than many small ones.
    turbopackChunking: { maxChunkCountPerGroup: 3, requestCost: 10_000_000, maxMergeChunkSize: 10_000_000 },
  },
}

export default async function nextConfig(phase: string): Promise<NextConfig> {
  const isBuilding = phase === PHASE_PRODUCTION_BUILD
  const zod =
    isBuilding || phase === PHASE_DEVELOPMENT_SERVER
      ? (await import('./scripts/lib/lean-zod.mjs')).leanZod()
      : undefined
  return {
    ...config,
    // What the container image is made of, see scripts/image.mjs.
    ...(isBuilding && { output: 'standalone' }),
    turbopack: {
      root: import.meta.dirname,
      rules: {
        '**/messages/en/*.json': { loaders: ['./scripts/lib/messages-loader.mjs'], as: '*.js' },
        ...(isBuilding && {
          '**/node_modules/next/dist/{client,shared,lib,compiled/process}/**/*.js': {
            condition: 'browser',
            loaders: ['./scripts/lib/next-esm-loader.mjs'],
          },
        }),
      },
      resolveAlias: {
        // The messages are compiled; only their formatting runs in the browser.
        'use-intl/format-message': 'use-intl/format-message/format-only',
        // Its ES modules for today's browsers; the package's own entry is ES5.
        dexie: 'dexie/dist/modern/dexie.mjs',
        ...(zod && { 'zod/mini': zod }),
      },
    },
  }
}
