import { NotFoundScreen } from '../../../screens/coach/not-found-screen.tsx'

export default function NotFound() {
  return <NotFoundScreen />
}
