import type { ReactNode } from 'react'
import { GymFrame } from '../../../../screens/gym/gym-frame.tsx'
import { openGymPage } from '../../../../wiring/portal.ts'

type Props = { children: ReactNode; params: Promise<{ gymId: string }> }

export default async function GymLayout({ children, params }: Props) {
  const gym = await openGymPage((await params).gymId)
  // The page itself sends whoever isn't signed in to the door, and says that there is no such gym.
  if (!gym) return children
  const { me, home, gyms, locale } = gym
  return (
    <GymFrame key={home.gymId} me={me} home={home} gyms={gyms} locale={locale}>
      {children}
    </GymFrame>
  )
}
