import { phonePhoto } from '../../src/test/photos.ts'
import { dataOf, type Visitor } from './visitor.ts'

/** A picture of themselves, as a browser sends it. */
export async function givePhoto(who: Visitor): Promise<void> {
  const body = await phonePhoto()
  const asked = { mime: 'image/jpeg', bytes: body.length }
  const begun = dataOf<{ id: string; url: string; headers: Record<string, string> }>(
    await who.mutate('media.beginPhoto', asked),
  )
  const sent = await fetch(new URL(begun.url, who.origin), {
    method: 'PUT',
    body: new Uint8Array(body),
    headers: begun.headers,
  })
  if (!sent.ok) throw new Error(`The picture was answered with ${sent.status}.`)
  dataOf(await who.mutate('media.completePhoto', { id: begun.id, crop: null }))
}
