/** Letters, read where an app without a mail server shows them. */
import { until } from './until.ts'

/** The rest of the outbox's address, for the apps that stories start. */
export const OUTBOX = process.env.SPOTTER_OUTBOX || 'letters-that-the-stories-read'

export type StoryLetter = {
  subject: string
  text: string
  /** As it is typed; empty where there is none. */
  code: string
  /** Its link to `/letter/…`; empty where there is none. */
  link: string
}

const plain = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

/** All of an address's, newest first. */
export async function lettersTo(origin: string, email: string): Promise<StoryLetter[]> {
  const answer = await fetch(`${origin}/outbox/${OUTBOX}`)
  if (!answer.ok) throw new Error(`The outbox answered ${answer.status}.`)
  const articles = (await answer.text()).split('<article>').slice(1)
  return articles
    .filter((article) => plain(/<span>.*?<\/span>/.exec(article)?.[0] ?? '') === `to ${email.toLowerCase()}`)
    .map((article) => {
      const text = plain(/<pre>([\s\S]*?)<\/pre>/.exec(article)?.[1] ?? '')
      return {
        subject: plain(/<strong>.*?<\/strong>/.exec(article)?.[0] ?? ''),
        text,
        code: /^ +(\d{3} \d{3})$/m.exec(text)?.[1] ?? '',
        link: /https?:\S+\/letter\/\S+/.exec(text)?.[0] ?? '',
      }
    })
}

/** The newest one to an address, waited for; `subject` where another letter came before it. */
export function letterTo(origin: string, email: string, subject?: string): Promise<StoryLetter> {
  return until(`a letter to ${email}`, async () => {
    const [newest] = await lettersTo(origin, email)
    return newest && (subject === undefined || newest.subject === subject) ? newest : null
  })
}
