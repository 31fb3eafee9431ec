import type { MetadataRoute } from 'next'

export default function manifest(): MetadataRoute.Manifest {
  return {
    id: '/train',
    name: 'Spotter',
    short_name: 'Spotter',
    description: 'A training log that never loses a rep.',
    start_url: '/train',
    scope: '/train',
    display: 'standalone',
    orientation: 'portrait',
    background_color: '#0d0e10',
    theme_color: '#0d0e10',
    categories: ['fitness', 'health', 'sports'],
    icons: [
      { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
      { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
      { src: '/icons/maskable-192.png', sizes: '192x192', type: 'image/png', purpose: 'maskable' },
      { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    shortcuts: [
      {
        name: 'Start a workout',
        url: '/train/start',
        icons: [{ src: '/icons/icon-192.png', sizes: '192x192' }],
      },
      { name: 'History', url: '/train/history', icons: [{ src: '/icons/icon-192.png', sizes: '192x192' }] },
    ],
  }
}
