import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import '../ui/global.css'
import { themeScript } from '../ui/theme-script.ts'

export const metadata: Metadata = {
  title: { default: 'Spotter', template: '%s · Spotter' },
  description: 'A training log that never loses a rep: log with or without a signal, and let your coach follow.',
  applicationName: 'Spotter',
  appleWebApp: { capable: true, title: 'Spotter', statusBarStyle: 'black-translucent' },
  icons: { icon: '/icons/icon.svg', apple: '/icons/apple-touch-icon.png' },
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: dark)', color: '#0d0e10' },
    { media: '(prefers-color-scheme: light)', color: '#f6f6f4' },
  ],
}

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" data-theme="dark" suppressHydrationWarning>
      <head>
        {/* Before the first paint, so that a light phone never flashes dark. */}
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
      </head>
      <body>{children}</body>
    </html>
  )
}
