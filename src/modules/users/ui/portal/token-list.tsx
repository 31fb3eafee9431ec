'use client'
/** One's access tokens: made here, shown once, taken back. */
import { type FormEvent, useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { trpc } from '../../../../client/trpc.ts'
import { Button } from '../../../../ui/button.tsx'
import { CopyField } from '../../../../ui/copy-field.tsx'
import { TextField } from '../../../../ui/field.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { SelectField } from '../../../../ui/select-field.tsx'
import { TOKEN_SCOPES, type TokenScope, type TokenView } from '../../model.ts'

export function TokenList() {
  const t = useTranslations('account.tokens')
  const list = trpc.users.tokens.useQuery()
  const [made, setMade] = useState<{ name: string; token: string } | null>(null)
  return (
    <div className="grid gap-3">
      {list.error && (
        <Notice tone="bad" urgent>
          {list.error.message}
        </Notice>
      )}
      <p className="text-ink-2 text-sm">
        {t('why')}{' '}
        <a href="/developers" className="text-accent-text underline underline-offset-2">
          {t('how')}
        </a>
      </p>
      {list.data && list.data.length > 0 && (
        <ul className="divide-y divide-line">
          {list.data.map((token) => (
            <TokenRow key={token.id} token={token} />
          ))}
        </ul>
      )}
      {made ? <MadeToken made={made} onDone={() => setMade(null)} /> : <NewToken onMade={setMade} />}
    </div>
  )
}

function NewToken({ onMade }: { onMade: (made: { name: string; token: string }) => void }) {
  const t = useTranslations('account')
  const utils = trpc.useUtils()
  const make = trpc.users.makeToken.useMutation({ onSettled: () => utils.users.tokens.invalidate() })
  const [isOpen, setOpen] = useState(false)
  const [scope, setScope] = useState<TokenScope>('read')

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const name = String(new FormData(event.currentTarget).get('name') ?? '')
    await make.mutateAsync({ name, scope }).then(onMade, () => {})
  }
  if (!isOpen) {
    return (
      <div>
        <Button size="compact" onClick={() => setOpen(true)}>
          {t('tokens.make')}
        </Button>
      </div>
    )
  }
  return (
    <form method="post" onSubmit={(event) => void save(event)} className="grid max-w-md gap-3">
      {make.error && (
        <Notice tone="bad" urgent>
          {make.error.message}
        </Notice>
      )}
      <TextField
        label={t('tokens.name')}
        placeholder={t('tokens.namePlaceholder')}
        name="name"
        maxLength={120}
        required
        autoFocus
      />
      <SelectField
        label={t('tokens.scope')}
        value={scope}
        onChange={setScope}
        options={TOKEN_SCOPES.map((value) => ({ value, label: t(`tokens.scopes.${value}`) }))}
      />
      <div className="flex gap-2">
        <Button type="submit" size="compact" tone="primary" busy={make.isPending}>
          {t('tokens.make')}
        </Button>
        <Button size="compact" onClick={() => setOpen(false)}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}

/** Shown until its owner says that they have it: nobody can show it again. */
function MadeToken({ made, onDone }: { made: { name: string; token: string }; onDone: () => void }) {
  const t = useTranslations('account.tokens')
  return (
    <div className="grid gap-2 rounded-2 border border-line bg-surface p-4">
      <p className="font-medium">{t('madeTitle')}</p>
      <CopyField
        autoFocus
        label={t('made', { name: made.name })}
        value={made.token}
        words={{ copy: t('copy'), copied: t('copied'), byHand: t('byHand') }}
      />
      <div>
        <Button size="compact" onClick={onDone}>
          {t('done')}
        </Button>
      </div>
    </div>
  )
}

function TokenRow({ token }: { token: TokenView }) {
  const t = useTranslations('account')
  const format = useFormatter()
  const utils = trpc.useUtils()
  const remove = trpc.users.removeToken.useMutation({ onSettled: () => utils.users.tokens.invalidate() })
  const [isAsking, setAsking] = useState(false)
  const { id: tokenId, name, tail, scope, createdAt, lastUsedAt } = token
  const day = (at: number) => format.dateTime(at, { dateStyle: 'medium' })
  return (
    <li className="grid gap-2 py-1 text-sm">
      {remove.error && (
        <Notice tone="bad" urgent>
          {remove.error.message}
        </Notice>
      )}
      <div className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 flex-1 basis-40">
          <span className="block break-words font-medium">{name}</span>
          <span className="block text-ink-2">
            {t('tokens.facts', { scope, tail, when: day(createdAt) })},{' '}
            {lastUsedAt === null ? t('tokens.unused') : t('tokens.used', { when: day(lastUsedAt) })}
          </span>
        </span>
        {isAsking ? (
          <>
            <span className="text-ink-2">{t('tokens.removeWhat')}</span>
            <Button size="compact" tone="danger" busy={remove.isPending} onClick={() => remove.mutate({ tokenId })}>
              {t('tokens.remove')}
            </Button>
            <Button size="compact" autoFocus onClick={() => setAsking(false)}>
              {t('cancel')}
            </Button>
          </>
        ) : (
          <Button
            size="compact"
            tone="danger-quiet"
            aria-label={t('tokens.removeLabel', { name })}
            onClick={() => setAsking(true)}
          >
            {t('tokens.remove')}
          </Button>
        )}
      </div>
    </li>
  )
}
