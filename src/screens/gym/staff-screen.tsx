'use client'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { grantableRoles } from '../../modules/gyms/rules/access.ts'
import { InviteStaffDialog, StaffInvites } from '../../modules/gyms/ui/portal/staff-invites.tsx'
import { StaffList } from '../../modules/gyms/ui/portal/staff-list.tsx'
import { Button } from '../../ui/button.tsx'
import { useGymPortal } from './gym-context.tsx'
import { PageHead } from './page-head.tsx'

export function StaffScreen() {
  const t = useTranslations('gym')
  const { me, home, can, refresh } = useGymPortal()
  const [inviting, setInviting] = useState(false)
  const roles = grantableRoles(home.role)
  return (
    <>
      <PageHead title={t('page.staff')}>
        <span className="flex-1" />
        {roles.length > 0 && (
          <Button size="compact" tone="primary" onClick={() => setInviting(true)}>
            {t('staff.invite')}
          </Button>
        )}
      </PageHead>
      <div className="grid max-w-4xl gap-8 px-6 py-5">
        <StaffList gymId={home.gymId} meId={me.id} onChanged={refresh} />
        {can('manage_staff') && <StaffInvites gymId={home.gymId} />}
      </div>
      <InviteStaffDialog open={inviting} onClose={() => setInviting(false)} gymId={home.gymId} roles={roles} />
    </>
  )
}
