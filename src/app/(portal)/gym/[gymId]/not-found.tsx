import { NoGymScreen } from '../../../../screens/gym/no-gym-screen.tsx'

export default function NotFound() {
  return <NoGymScreen />
}
