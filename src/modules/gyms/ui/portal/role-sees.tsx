'use client'
/** What a role sees and does, in words, from the same table that is asked before everything that is done. */
import { useTranslations } from 'use-intl'
import type { StaffRole } from '../../model.ts'
import { canInGym, GYM_ACTIONS } from '../../rules/access.ts'

export function RoleSees({ role }: { role: StaffRole }) {
  const t = useTranslations('gym')
  return (
    <>
      <ul className="list-disc pl-5">
        {GYM_ACTIONS.filter((action) => canInGym(role, action)).map((action) => (
          <li key={action}>{t(`can.${action}`)}</li>
        ))}
        {role === 'coach' && <li>{t('can.own_contact')}</li>}
      </ul>
      <p className="mt-2 text-ink-2">{t('can.never')}</p>
    </>
  )
}
