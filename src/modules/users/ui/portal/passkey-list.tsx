'use client'
/** One's passkeys: added, named and removed here. */
import { type FormEvent, useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import type { AccountProblem } from '../../../../client/account.ts'
import { trpc } from '../../../../client/trpc.ts'
import { Button } from '../../../../ui/button.tsx'
import { TextField } from '../../../../ui/field.tsx'
import { Notice } from '../../../../ui/notice.tsx'

type Passkey = { id: string; name: string; backedUp: boolean; createdAt: number; lastUsedAt: number | null }

export function PasskeyList() {
  const t = useTranslations('account')
  const utils = trpc.useUtils()
  const list = trpc.users.passkeys.useQuery()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<AccountProblem | { key: 'isThere' } | null>(null)

  async function add() {
    setBusy(true)
    setProblem(null)
    const passkeys = await import('../../../../client/passkeys.ts').catch(() => null)
    const result = !passkeys
      ? ({ ok: false, why: { key: 'noSignal' } } as const)
      : passkeys.passkeysWork()
        ? await passkeys.makePasskey()
        : ({ ok: false, why: { said: t('passkeyNone') } } as const)
    if (result && !result.ok) setProblem(result.why)
    await utils.users.passkeys.invalidate()
    setBusy(false)
  }
  const words =
    problem && ('said' in problem ? problem.said : problem.key === 'isThere' ? t('passkeyIsThere') : t(problem.key))

  return (
    <div className="grid gap-3">
      {(words || list.error) && (
        <Notice tone="bad" urgent>
          {words ?? list.error?.message}
        </Notice>
      )}
      <p className="text-ink-2 text-sm">{t('passkeyWhy')}</p>
      {list.data && list.data.length > 0 && (
        <ul className="divide-y divide-line">
          {list.data.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} />
          ))}
        </ul>
      )}
      <div>
        <Button size="compact" busy={busy} onClick={() => void add()}>
          {t('passkeyAdd')}
        </Button>
      </div>
    </div>
  )
}

function PasskeyRow({ passkey }: { passkey: Passkey }) {
  const t = useTranslations('account')
  const format = useFormatter()
  const utils = trpc.useUtils()
  const reload = { onSettled: () => utils.users.passkeys.invalidate() }
  const rename = trpc.users.renamePasskey.useMutation(reload)
  const remove = trpc.users.removePasskey.useMutation(reload)
  const [state, setState] = useState<'shown' | 'naming' | 'asking'>('shown')
  const { id: passkeyId, name, lastUsedAt } = passkey
  const day = (at: number) => format.dateTime(at, { dateStyle: 'medium' })
  const problem = rename.error ?? remove.error

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const given = String(new FormData(event.currentTarget).get('name') ?? '')
    await rename.mutateAsync({ passkeyId, name: given }).then(
      () => setState('shown'),
      () => {},
    )
  }

  return (
    <li className="grid gap-2 py-1 text-sm">
      {problem && (
        <Notice tone="bad" urgent>
          {problem.message}
        </Notice>
      )}
      {state === 'naming' ? (
        <form method="post" onSubmit={(event) => void save(event)} className="flex items-end gap-2">
          <div className="flex-1">
            <TextField
              compact
              hideLabel
              label={t('passkeyName')}
              name="name"
              defaultValue={name}
              maxLength={120}
              required
              autoFocus
            />
          </div>
          <Button type="submit" size="compact" tone="primary" busy={rename.isPending}>
            {t('save')}
          </Button>
          <Button size="compact" onClick={() => setState('shown')}>
            {t('cancel')}
          </Button>
        </form>
      ) : (
        <div className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1">
          <span className="min-w-0 flex-1 basis-40">
            <span className="block break-words font-medium">{name}</span>
            <span className="block text-ink-2">
              {lastUsedAt === null
                ? t('passkeyUnused', { when: day(passkey.createdAt) })
                : t('passkeyUsed', { when: day(passkey.createdAt), used: day(lastUsedAt) })}
            </span>
          </span>
          {state === 'asking' ? (
            <>
              <span className="text-ink-2">{t('passkeyRemoveWhat')}</span>
              <Button size="compact" tone="danger" busy={remove.isPending} onClick={() => remove.mutate({ passkeyId })}>
                {t('passkeyRemoveYes')}
              </Button>
              <Button size="compact" autoFocus onClick={() => setState('shown')}>
                {t('cancel')}
              </Button>
            </>
          ) : (
            <>
              <Button size="compact" aria-label={t('passkeyRenameLabel', { name })} onClick={() => setState('naming')}>
                {t('passkeyRename')}
              </Button>
              <Button
                size="compact"
                tone="danger-quiet"
                aria-label={t('passkeyRemoveLabel', { name })}
                onClick={() => setState('asking')}
              >
                {t('passkeyRemove')}
              </Button>
            </>
          )}
        </div>
      )}
    </li>
  )
}
