/** How a story begins: one phone on a disk of its own, and the server that it talks to. */
import type { Phone } from './api.ts'
import { createDisk, createMemoryStore } from './memory-store.ts'
import { createStoryServer, createStoryTransport, notes, storyPhone, TODAY } from './story-parts.ts'

export const book = { id: 'b', title: 'Squats', day: TODAY }
export const note = (id: string, text: string) => ({ id, bookId: 'b', text })

export async function begin(parts: Partial<Parameters<typeof storyPhone>[0]> = {}) {
  const server = createStoryServer()
  const transport = createStoryTransport(server)
  const disk = createDisk()
  const phone = storyPhone({ transport, store: createMemoryStore(disk), ...parts })
  await phone.start()
  return { server, transport, disk, phone }
}

export async function texts(phone: Phone): Promise<string[]> {
  return (await phone.read((rows) => rows.find(notes, 'bookId', 'b'))).map(({ text }) => text).sort()
}
