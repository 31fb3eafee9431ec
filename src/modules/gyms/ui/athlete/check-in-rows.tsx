'use client'
/** Under You: the gyms that this athlete checks in at. Nothing is there for who is a member of none. */
import { QrCode } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ListRow } from '../../../../ui/list-row.tsx'
import { Section } from '../../../../ui/section.tsx'
import { useCheckInKeys } from './check-in-keys.ts'
import { CheckInSheet } from './check-in-sheet.tsx'

export function CheckInRows({ account }: { account: string }) {
  const t = useTranslations('checkIn')
  const known = useCheckInKeys(account)
  const [openId, setOpenId] = useState<string | null>(null)
  if (!known || known.keys.length === 0) return null
  const { keys, aheadMs } = known
  return (
    <Section title={t('title')}>
      {keys.map((one) => (
        <ListRow
          key={one.memberId}
          lead={<QrCode size={20} aria-hidden />}
          title={t('at', { gym: one.gymName })}
          detail={t('detail')}
          onClick={() => setOpenId(one.memberId)}
        />
      ))}
      {keys.map((one) => (
        <CheckInSheet
          key={one.memberId}
          of={one}
          aheadMs={aheadMs}
          open={openId === one.memberId}
          onClose={() => setOpenId(null)}
        />
      ))}
    </Section>
  )
}
