import { LandingPage } from '../screens/public/landing-page.tsx'

export default function Page() {
  return <LandingPage />
}
