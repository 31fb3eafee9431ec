'use client'
/** A member's link is taken back, whether it went by letter or by hand. */
import { useTranslations } from 'use-intl'
import { trpc } from '../../../../client/trpc.ts'
import { Button } from '../../../../ui/button.tsx'
import { showToast } from '../../../../ui/toast.tsx'

type Props = { gymId: string; memberId: string; onDone: () => void }

export function TakeInviteBack({ gymId, memberId, onDone }: Props) {
  const t = useTranslations('gym')
  const revoke = trpc.gyms.revokeMemberInvite.useMutation({
    onSuccess: () => {
      showToast({ text: t('panel.uninvited') })
      onDone()
    },
    onError: ({ message }) => showToast({ tone: 'bad', text: message }),
  })
  return (
    <Button size="compact" tone="quiet" busy={revoke.isPending} onClick={() => revoke.mutate({ gymId, memberId })}>
      {t('panel.uninvite')}
    </Button>
  )
}
