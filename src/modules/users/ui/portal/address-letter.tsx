'use client'
/** The link of the letter to a new address: used where that account is signed in, and nowhere else. */
import { useTranslations } from 'use-intl'
import { trpc } from '../../../../client/trpc.ts'
import { Button } from '../../../../ui/button.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Done, Told } from './told.tsx'

export function AddressLetter({ token, email, name }: { token: string; email: string; name: string }) {
  const t = useTranslations('letter')
  const here = trpc.users.whoIsHere.useQuery()
  const change = trpc.users.changeAddress.useMutation()
  if (change.data) {
    return <Done title={t('address.doneTitle')} text={t('address.done', { email })} />
  }
  return (
    <Told title={t('address.title')}>
      <p className="mb-6 break-words text-ink-2">{t('address.text', { email, name })}</p>
      {change.error && (
        <div className="mb-4">
          <Notice tone="bad" urgent>
            {change.error.message}
          </Notice>
        </div>
      )}
      {here.data && (
        <Button tone="primary" busy={change.isPending} onClick={() => change.mutate({ token })}>
          {t('address.button')}
        </Button>
      )}
      {here.data === null && <p className="text-ink-2 text-sm">{t('address.elsewhere')}</p>}
    </Told>
  )
}
