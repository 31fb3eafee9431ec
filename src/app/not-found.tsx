import { NowherePage } from '../screens/public/nowhere-page.tsx'

export default function NotFound() {
  return <NowherePage />
}
