'use client'
/** Who follows whom: one's own link, who asks, and everything that ends it. */
import { Ellipsis } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Known, People, Standing } from '../../modules/feed/model.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { Section } from '../../ui/section.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { forgetTidings } from './feed-kept.ts'
import { AskFirst } from './friend-ask-first.tsx'
import { Page } from './page.tsx'
import { friendAddress, useTell, useTold, WithTold } from './use-friends.tsx'
import { useSendLink } from './use-send-link.ts'

export function PeopleScreen() {
  const t = useTranslations('feed')
  const asked = useTold<People>('people')
  return (
    <WithTold title={t('people')} back={friendAddress.feed} asked={asked}>
      {(people, late) => <Lists people={people} late={late} onChange={asked.again} />}
    </WithTold>
  )
}

/** Somebody of a list, and what there is to be done about them. */
type Chosen = Known & { deeds: readonly Deed[]; standing?: Standing | undefined }
/** These take with them what was said. */
type End = 'removeFollower' | 'unfollow' | 'block'
type Deed = 'askBack' | End

function Lists({ people, late, onChange }: { people: People; late: ReactNode; onChange: () => void }) {
  const t = useTranslations('feed')
  const c = useTranslations('common')
  const tell = useTell()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [asking, setAsking] = useState<(Known & { end: End }) | null>(null)
  const { token, asks, followers, following, blocked } = people
  const nameOf = ({ name }: Known) => name || t('somebody')
  const whose = (what: string, known: Known) => t('whose', { what, name: nameOf(known) })
  async function does(verb: string, { id }: Known) {
    setChosen(null)
    setAsking(null)
    if (!(await tell(verb, { personId: id }))) return
    if (verb === 'block') forgetTidings()
    onChange()
  }
  function choose(deed: Deed, { id, name, standing }: Chosen) {
    // An ask that is taken back has nothing to lose.
    if (deed === 'askBack' || (deed === 'unfollow' && standing === 'asked')) return void does(deed, { id, name })
    setChosen(null)
    setAsking({ id, name, end: deed })
  }
  const row = (known: Known, deeds: readonly Deed[], standing?: Standing) => (
    <ListRow
      key={known.id}
      title={nameOf(known)}
      detail={standing === 'asked' ? t('asked') : undefined}
      trail={<Ellipsis size={22} aria-hidden />}
      onClick={() => setChosen({ ...known, deeds, standing })}
    />
  )
  return (
    <Page title={t('people')} back={friendAddress.feed}>
      {late}
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
                <Button aria-label={whose(t('decline'), known)} onClick={() => void does('removeFollower', known)}>
                  {t('decline')}
                </Button>
                <Button
                  tone="primary"
                  aria-label={whose(t('accept'), known)}
                  onClick={() => void does('accept', known)}
                >
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
              trail={
                <Button aria-label={whose(t('unblock'), known)} onClick={() => void does('unblock', known)}>
                  {t('unblock')}
                </Button>
              }
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
              title={
                <>
                  {t(`deed.${deed}`)}
                  <span className="sr-only">: {nameOf(chosen)}</span>
                </>
              }
              detail={deed === 'block' ? t('blockText') : undefined}
              tone={deed === 'block' ? 'danger' : 'plain'}
              onClick={() => choose(deed, chosen)}
            />
          </div>
        ))}
      </Sheet>
      <AskFirst
        open={asking !== null}
        onClose={() => setAsking(null)}
        title={asking ? whose(t(`deed.${asking.end}`), asking) : ''}
        text={asking ? t(`ends.${asking.end}`) : ''}
        deed={asking ? t(`deed.${asking.end}`) : ''}
        onDeed={() => asking && void does(asking.end, asking)}
      />
    </Page>
  )
}

function OwnLink({ token, onChange }: { token: string | null; onChange: () => void }) {
  const t = useTranslations('feed')
  const s = useTranslations('share')
  const tell = useTell()
  const send = useSendLink()
  const link = token && `${location.origin}/train${friendAddress.follow(token)}`
  const [isAsking, setAsking] = useState(false)
  const renew = async () => {
    setAsking(false)
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
          <Button tone="quiet" wide className="mt-1" onClick={() => setAsking(true)}>
            {t('newLink')}
          </Button>
          <AskFirst
            open={isAsking}
            onClose={() => setAsking(false)}
            title={t('newLink')}
            text={t('newLinkText')}
            deed={s('make')}
            onDeed={() => void renew()}
          />
        </>
      ) : (
        <Button tone="primary" wide onClick={() => void renew()}>
          {s('make')}
        </Button>
      )}
    </Section>
  )
}
