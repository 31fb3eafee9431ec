/**
 * Rows in memory that are nobody's, laid beside a phone: what is written down to be looked at and changed by the screens
 * of a log, and is no log. It is gone with its screen, and never travels.
 */
import type { AnyCollection, AnyMutation, Phone } from './api.ts'
import { browserClock, browserRandom } from './browser.ts'
import { createMemoryStore } from './memory-store.ts'
import { createPhone } from './phone.ts'

type Parts = { collections: readonly AnyCollection[]; mutations: readonly AnyMutation[] }

/**
 * `screen` is what its screens are given as their phone: these mutations and what is open there are of the scratch, all
 * else (history, own exercises, habits) is of the phone.
 */
export function createScratch(phone: Phone, { collections, mutations }: Parts): { rows: Phone; screen: Phone } {
  const nobody = () => Promise.reject(new Error('A scratch has no server.'))
  const rows = createPhone({
    ...{ space: phone.space, actor: phone.space, guest: true, build: '', collections, mutations },
    store: createMemoryStore(),
    transport: { push: nobody, pull: nobody, boot: nobody },
    clock: browserClock,
    random: browserRandom,
    locks: { ifFree: async () => false },
    rescue: { load: () => [], save: () => {} },
    report: () => {},
  })
  const isOfScratch = new Set<unknown>(mutations)
  const { keepHot, hot, rowState, onRowStates } = rows
  const screen: Phone = {
    ...{ ...phone, keepHot, hot, rowState, onRowStates },
    mutate: (mutation, args) => (isOfScratch.has(mutation) ? rows : phone).mutate(mutation, args),
  }
  return { rows, screen }
}
