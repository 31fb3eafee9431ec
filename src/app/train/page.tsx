import type { Metadata } from 'next'
import { AthleteApp } from '../../screens/athlete/app.tsx'

export const metadata: Metadata = { title: 'Train' }
/** One static page: no cookies, no data; every /train address is answered with it. */
export const dynamic = 'force-static'

export default function TrainPage() {
  return <AthleteApp />
}
