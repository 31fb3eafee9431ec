/** Mutants of what happens to entries that were set aside: on the account page, in a pull's answer, on the phone. */
import { asideSteps } from '../server/aside-steps.ts'
import * as phones from './broken-phones.ts'
import { asideInMemory } from './memory-aside.ts'
import type { Mutant } from './mutants.ts'

export const asideMutants: readonly Mutant[] = [
  {
    name: 'who sent it puts it into the log under an ended grant',
    breaks: 14,
    broken: { asideSteps: { mayApply: () => {} } },
  },
  {
    name: 'put into the log, it counts as written later than it was',
    breaks: 6,
    broken: {
      asideSteps: {
        again(...asked) {
          const again = asideSteps.again(...asked)
          const [ms, ...rest] = again.stamp
          return { ...again, stamp: [ms + 1_000, ...rest] }
        },
      },
    },
  },
  { name: 'that it was put into the log is not recorded', breaks: 1, memory: { record: (space) => space } },
  {
    name: 'put into the log, its receipt still says that it was set aside',
    breaks: 14,
    memory: { record: (space, entry) => ({ ...asideInMemory.record(space, entry), receipts: space.receipts }) },
  },
  {
    name: 'what was dismissed is thrown away',
    breaks: 14,
    memory: {
      dismiss: (space, { mid }) => ({ ...space, quarantined: space.quarantined.filter((one) => one.mid !== mid) }),
    },
  },
  {
    name: 'what was dismissed counts as applied',
    breaks: 3,
    memory: { dismiss: (space, entry) => asideInMemory.record(space, entry) },
  },
  { name: 'what was settled is not told', breaks: 5, memory: { settled: () => [] } },
  {
    name: 'what one of the two dismissed is told to both',
    breaks: 10,
    memory: {
      settled: (space, actor, asked) =>
        asideInMemory.settled(
          {
            ...space,
            quarantined: space.quarantined.map((entry) => {
              return entry.hiddenFrom.length > 0 ? { ...entry, hiddenFrom: [actor] } : entry
            }),
          },
          actor,
          asked,
        ),
    },
  },
  { name: 'the phone drops what it only asked about', breaks: 10, broken: { breakPhone: phones.dropsUnsettled } },
  {
    name: 'the phone takes what it only asked about for applied',
    breaks: 6,
    broken: { breakPhone: phones.takesForApplied },
  },
  { name: 'the phone forgets what was put into the log', breaks: 10, broken: { breakPhone: phones.forgetsApplied } },
]
