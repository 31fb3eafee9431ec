import type { Metadata } from 'next'
import { AthleteApp } from '../../screens/athlete/app.tsx'
import { wordsScript } from '../../ui/words-script.ts'

export const metadata: Metadata = { title: 'Train' }
/** One static page: no cookies, no data; every /train address is answered with it. */
export const dynamic = 'force-static'

export default function TrainPage() {
  return (
    <>
      {/* Before the first paint: which language, and its words on their way. */}
      <script dangerouslySetInnerHTML={{ __html: wordsScript }} />
      <AthleteApp />
    </>
  )
}
