import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { KitPage } from '../../screens/kit/kit-page.tsx'

export const metadata: Metadata = { title: 'Kit' }

export default function Page() {
  if (process.env.NODE_ENV === 'production') notFound()
  return <KitPage />
}
