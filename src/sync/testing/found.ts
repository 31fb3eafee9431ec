/** Histories that once broke a promise, as small as they could be made: what `npm run test:sync` found, by what was wrong. */
import type { Command, Kind } from './commands.ts'

const write = (phone: number, kind: Kind, target: number, value: number): Command => {
  return { do: 'write', phone, kind, target, value }
}
const push = (phone: number): Command => ({ do: 'push', phone, fault: undefined })
const boot = (phone: number): Command => ({ do: 'boot', phone, fault: undefined })

export const found: readonly (readonly [name: string, commands: readonly Command[]])[] = [
  [
    'an edit made before the month of its row came hid the row that the month brought (7)',
    [
      write(0, 'putSession', 1, 65),
      write(0, 'putMark', 4, 0),
      write(1, 'editMark', 0, 0),
      push(0),
      push(1),
      write(0, 'putMark', 0, 0),
      push(0),
      boot(1),
      boot(1),
      boot(1),
    ],
  ],
  [
    'what was set aside was not sent again to a restored server (13)',
    [write(3, 'forgotten', 0, 0), { do: 'backup' }, push(3), { do: 'restore' }],
  ],
  [
    'a clone whose refused write was forgotten by a restore, and that no seq has met since, is found out by the next (12)',
    [
      write(3, 'putSession', 0, 0),
      { do: 'backup' },
      { do: 'clone', phone: 3 },
      write(4, 'failRejected', 0, 0),
      push(4),
      { do: 'restore' },
    ],
  ],
  [
    'what was set aside before the first bootstrap was not sent again, where a clone had filled its place (13)',
    [{ do: 'backup' }, { do: 'clone', phone: 0 }, write(4, 'forgotten', 0, 0), push(4), { do: 'restore' }],
  ],
  [
    'what was set aside of a phone whose clock ran ahead was put into the log as if it were the newest (3)',
    [
      write(0, 'putMark', 0, 0),
      push(0),
      { do: 'skew', phone: 2, ms: 5_000 },
      write(2, 'editMark', 0, 2),
      { do: 'revoke' },
      push(2),
      write(0, 'editMark', 0, 4),
      push(0),
      { do: 'apply', phone: 0, target: 0, beside: 'nothing' },
    ],
  ],
]
