'use client'
/** Who follows whom: one's own link, who asks, and everything that ends it. */
import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Known, People, Standing } from '../../modules/feed/model.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { Section } from '../../ui/section.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Page } from './page.tsx'
import { friendAddress, useTell, useTold, WithTold } from './use-friends.tsx'
import { useSendLink } from './use-send-link.ts'

export function PeopleScreen() {
  const t = useTranslations('feed')
  const asked = useTold<People>('people')
  return (
    <WithTold title={t('people')} back={friendAddress.feed} asked={asked}>
      {(people) => <Lists people={people} onChange={asked.again} />}
    </WithTold>
  )
}

/** Somebody of a list, and what there is to be done about them. */
type Chosen = Known & { deeds: readonly Deed[] }
type Deed = 'askBack' | 'removeFollower' | 'unfollow' | 'block'

function Lists({ people, onChange }: { people: People; onChange: () => void }) {
  const t = useTranslations('feed')
  const c = useTranslations('common')
  const tell = useTell()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const { token, asks, followers, following, blocked } = people
  const nameOf = ({ name }: Known) => name || t('somebody')
  async function does(verb: string, { id }: Known) {
    setChosen(null)
    if (await tell(verb, { personId: id })) onChange()
  }
  const row = (known: Known, deeds: readonly Deed[], standing?: Standing) => (
    <ListRow
      key={known.id}
      title={nameOf(known)}
      detail={standing === 'asked' ? t('asked') : undefined}
      trail={<Ellipsis size={22} aria-hidden />}
      onClick={() => setChosen({ ...known, deeds })}
    />
  )
  return (
    <Page title={t('people')} back={friendAddress.feed}>
      {asks.length > 0 && (
        <Section title={t('asks', { n: asks.length })}>
          {asks.map((known) => (
            <div key={known.id} className="border-line border-b pb-3 last:border-b-0">
              <div className="flex items-center gap-2">
                <p className="min-w-0 flex-1 break-words font-medium">{nameOf(known)}</p>
                <IconButton
                  label={t('more', { name: nameOf(known) })}
                  onClick={() => setChosen({ ...known, deeds: ['block'] })}
                >
                  <Ellipsis size={22} aria-hidden />
                </IconButton>
              </div>
              <div className="grid grid-cols-2 gap-2.5">
                <Button onClick={() => void does('removeFollower', known)}>{t('decline')}</Button>
                <Button tone="primary" onClick={() => void does('accept', known)}>
                  {t('accept')}
                </Button>
              </div>
            </div>
          ))}
        </Section>
      )}
      <OwnLink token={token} onChange={onChange} />
      {followers.length > 0 && (
        <Section title={t('followers')}>
          {followers.map((one) =>
            row(one, [...(one.back === 'none' ? (['askBack'] as const) : []), 'removeFollower', 'block']),
          )}
        </Section>
      )}
      {following.length > 0 && (
        <Section title={t('following')}>
          {following.map((one) => row(one, ['unfollow', 'block'], one.standing))}
        </Section>
      )}
      {blocked.length > 0 && (
        <Section title={t('blocked')}>
          {blocked.map((known) => (
            <ListRow
              key={known.id}
              title={nameOf(known)}
              trail={<Button onClick={() => void does('unblock', known)}>{t('unblock')}</Button>}
            />
          ))}
        </Section>
      )}
      <Sheet
        open={chosen !== null}
        onClose={() => setChosen(null)}
        title={chosen ? nameOf(chosen) : ''}
        closeLabel={c('close')}
      >
        {chosen?.deeds.map((deed) => (
          <div key={deed} className={deed === 'block' ? 'mt-3' : ''}>
            <ListRow
              title={t(`deed.${deed}`)}
              detail={deed === 'block' ? t('blockText') : undefined}
              tone={deed === 'block' ? 'danger' : 'plain'}
              onClick={() => void does(deed, chosen)}
            />
          </div>
        ))}
      </Sheet>
    </Page>
  )
}

function OwnLink({ token, onChange }: { token: string | null; onChange: () => void }) {
  const t = useTranslations('feed')
  const s = useTranslations('share')
  const tell = useTell()
  const send = useSendLink()
  const link = token && `${location.origin}/train${friendAddress.follow(token)}`
  const renew = async () => {
    if (await tell('makeLink')) onChange()
  }
  return (
    <Section title={t('link')}>
      <p className="mb-3 text-ink-2 text-sm">{t('linkText')}</p>
      {link ? (
        <>
          <TextField label={s('link')} readOnly value={link} onFocus={(event) => event.target.select()} />
          <Button tone="primary" wide className="mt-2" onClick={() => void send(link)}>
            {s('send')}
          </Button>
          <Button tone="quiet" wide className="mt-1" onClick={() => void renew()}>
            {t('newLink')}
          </Button>
        </>
      ) : (
        <Button tone="primary" wide onClick={() => void renew()}>
          {s('make')}
        </Button>
      )}
    </Section>
  )
}
