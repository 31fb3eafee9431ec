'use client'
/** A routine or a finished workout for somebody else: as a picture, or as a link that can be taken back. */
import { Copy, ImageDown } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { useDeviceAccount } from '../../client/account-provider.tsx'
import { exercises } from '../../modules/exercises/model.ts'
import { type SharedDocument, type SharedLink, sharedLinks } from '../../modules/workouts/model/shares.ts'
import { makeLink, revokeLink } from '../../modules/workouts/mutators/shares.ts'
import { postIdOf } from '../../modules/workouts/rules/post-id.ts'
import { type Shown, type Told, USUALLY_SHOWN } from '../../modules/workouts/rules/shares.ts'
import { useMutate } from '../../modules/workouts/ui/athlete/use-mutate.ts'
import { newId } from '../../shared/id.ts'
import { isSameValue } from '../../shared/same-value.ts'
import { useLive, usePhone, useStatusPart } from '../../sync/client/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { copyText } from '../../ui/portal-csv.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { Switch } from '../../ui/switch.tsx'
import { showToast } from '../../ui/toast.tsx'
import { address } from './addresses.ts'
import { isPosted, ShareToFollowers } from './share-to-followers.tsx'
import { useSendLink } from './use-send-link.ts'

type Field = keyof Shown
type Props = {
  kind: 'routine' | 'workout'
  ofId: string
  title: string
  /** What there is to be chosen, in the order of its switches. */
  offers: readonly Field[]
  documentOf: (told: Told) => SharedDocument
  /** Saves or sends it. */
  picture?: () => void
  /** To be pasted anywhere; made when it is asked for. */
  text?: () => string
  onClose: () => void
}

/** 144 bits: nobody finds one by trying. */
function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(18))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
}

export function ShareSheet({ kind, ofId, title, offers, documentOf, picture, text, onClose }: Props) {
  const t = useTranslations('share')
  const c = useTranslations('common')
  const mutate = useMutate()
  const phone = usePhone()
  const sendLink = useSendLink()
  const { identity } = useDeviceAccount()
  const own = useLive((rows) => rows.all(exercises), [])
  const links = useLive((rows) => rows.find(sharedLinks, 'ofId', ofId), [ofId])
  const isOnline = useStatusPart(({ online }) => online)
  const name = identity?.kind === 'account' ? identity.name : ''
  const [isNamed, setNamed] = useState(true)
  const [shown, setShown] = useState<Shown>(USUALLY_SHOWN)
  if (!own || !links) return null
  const standing = links.filter((one) => one.kind === kind && one.revokedAt === null)
  const fromName = isNamed && name ? name : null
  const document = documentOf({ shown, own })
  // What it shows never changes: for what has been changed since, or is told otherwise, there is another link.
  const link = standing.find((one) => one.fromName === fromName && isSameValue(one.document, document))
  const linkOf = ({ token }: Pick<SharedLink, 'token'>) =>
    `${location.origin}/train${address.shared(phone.space, token)}`
  const linkFields = () => ({ id: newId(), kind, ofId, token: newToken(), fromName, document, createdAt: Date.now() })
  const make = () => {
    const made = linkFields()
    void mutate(makeLink, made).then((isKept) => (isKept ? send(made) : undefined))
  }
  const post = async (known: readonly SharedLink[]) => {
    const gone = await phone.read((rows) => rows.gone(sharedLinks))
    const id = postIdOf(ofId, new Set([...gone, ...known.map((one) => one.id)]))
    return mutate(makeLink, { ...linkFields(), id, kind: 'post', fromName: null })
  }
  const send = (made: Pick<SharedLink, 'token'>) => sendLink(linkOf(made), title)
  const revoke = (of: readonly SharedLink[]) => {
    for (const { id } of of) void mutate(revokeLink, { id, revokedAt: Date.now() })
    const undo = () => {
      for (const { id } of of) void mutate(revokeLink, { id, revokedAt: null })
    }
    showToast({
      text: t(navigator.onLine ? 'revoked' : 'revokedLater', { n: of.length }),
      action: { label: c('undo'), run: undo },
    })
  }
  const copy = async (what: string) =>
    (await copyText(what))
      ? showToast({ tone: 'good', text: t('textCopied') })
      : showToast({ tone: 'bad', text: t('noCopy') })
  return (
    <Sheet open onClose={onClose} title={t('title', { title })} closeLabel={c('close')}>
      {picture && (
        <ListRow
          lead={<ImageDown size={20} aria-hidden />}
          title={t('picture')}
          detail={t('pictureText')}
          onClick={picture}
        />
      )}
      {text && (
        <ListRow
          lead={<Copy size={20} aria-hidden />}
          title={t('asText')}
          detail={t('asTextDetail')}
          onClick={() => void copy(text())}
        />
      )}
      {identity?.kind !== 'account' ? (
        <p className="mt-4 text-ink-2">
          {t('needsAccount')}{' '}
          <Link href={address.signIn} className="font-semibold text-ink underline">
            {t('signIn')}
          </Link>
        </p>
      ) : (
        <>
          <p className="mt-4 text-ink-2 text-sm">{t(`text.${kind}`)}</p>
          {name && <Switch label={t('from', { name })} checked={isNamed} onChange={setNamed} />}
          {offers.map((field) => (
            <Switch
              key={field}
              label={t(`shows.${field}`)}
              detail={field === 'route' ? t('routeDetail') : undefined}
              checked={shown[field]}
              onChange={(isOn) => setShown({ ...shown, [field]: isOn })}
            />
          ))}
          {link && <TextField label={t('link')} readOnly value={linkOf(link)} onFocus={(e) => e.target.select()} />}
          {link && !isOnline && <p className="mt-1.5 text-ink-2 text-sm">{t('offline')}</p>}
          <Button tone="primary" size="large" wide className="mt-4" onClick={() => (link ? void send(link) : make())}>
            {link ? t('send') : t('make')}
          </Button>
          {standing.length > 0 && (
            <Button tone="danger-quiet" wide className="mt-2" onClick={() => revoke(standing)}>
              {t('revoke', { n: standing.length })}
            </Button>
          )}
          {kind === 'workout' && <ShareToFollowers posts={links.filter(isPosted)} make={() => post(links)} />}
        </>
      )}
    </Sheet>
  )
}
