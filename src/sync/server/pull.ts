/** Pull: one page of what changed after the cursor, from one snapshot. The numbers are the steps of ../README.md. */
import type { PullInput, PullOutput } from '../protocol.ts'
import { type Engine, mustRead, type Principal } from './access.ts'

export async function pull(engine: Engine, principal: Principal, input: PullInput): Promise<PullOutput> {
  const shown = await mustRead(engine, principal, input.space)
  const after = input.cursor ?? [0, '', '']
  // (1) (3) Rows, version and lastSeq of the same moment; one row more than asked tells whether there are more.
  const scope = { actor: principal.id, space: input.space }
  const asked = input.aside ?? []
  const { rows, settled, ...snapshot } = await engine.store.pull(scope, input.deviceId, after, input.limit + 1, asked)
  const { epoch, version, lastSeq } = snapshot
  if (engine.pullSteps.mustReset(input, snapshot)) {
    return { epoch, reset: true, rows: [], cursor: after, more: false, version, lastSeq }
  }
  const page = rows.slice(0, input.limit)
  const more = rows.length > page.length
  const cursor = engine.pullSteps.cursor(page, more, version)
  // (5) Told by what the server holds, never by what it lacks: after a restore it may hold neither entry nor receipt.
  const told = settled.length > 0 && { settled }
  return { epoch, rows: shown.rows(page), cursor, more, version, lastSeq, ...told }
}
