/** Which figure is being typed, and its draft. Pure: the hook around it saves what `touched` says was changed. */
import type { PadDraft, PadFormat, PadKey } from '../../../../ui/pad-input.ts'
import { openDraft, pressPadKey, stepDraft } from '../../../../ui/pad-input.ts'
import type { SetFigures } from '../../model.ts'
import { draftOf, type FieldName, figuresOfDraft, formatOf, type Habits, inUnit, type PadUnits } from './set-fields.ts'

export type PadState = {
  setId: string
  field: FieldName
  unit: PadUnits
  draft: PadDraft
  /** False until something was typed: leaving an untouched field writes nothing. */
  touched: boolean
  /** Opened by a check that lacked a figure: behind the last field the check follows. */
  toCheck: boolean
}

export function openPad(
  setId: string,
  field: FieldName,
  figures: SetFigures,
  unit: PadState['unit'],
  habits: Habits,
): PadState {
  const text = draftOf(field, figures, habits, formatOf(field, unit))
  return { setId, field, unit, draft: openDraft(text), touched: false, toCheck: false }
}

export function formatOfPad({ field, unit }: PadState): PadFormat {
  return formatOf(field, unit)
}

export function pressKey(state: PadState, key: PadKey): PadState {
  const draft = pressPadKey(state.draft, key, formatOfPad(state))
  return draft === state.draft ? state : { ...state, draft, touched: true }
}

export function step(state: PadState, direction: 1 | -1, by: number): PadState {
  return { ...state, draft: stepDraft(state.draft, direction, by, formatOfPad(state)), touched: true }
}

/**
 * A number that was typed stays and its unit changes: what was read off the plate was right. A number that only stands
 * there stays the load that it is, said in the other unit.
 */
export function flipLoadUnit(state: PadState, figures: SetFigures, habits: Habits): PadState {
  const load = state.unit.load === 'kg' ? 'lb' : 'kg'
  const unit = { ...state.unit, load } as const
  if (!state.draft.fresh) return { ...state, unit, touched: true }
  const now = { ...figures, ...typedFigures(state, habits) }
  return { ...state, unit, draft: openDraft(draftOf('load', inUnit(now, load), habits, formatOf('load', unit))) }
}

/** What was typed, as figures; nothing when nothing was. */
export function typedFigures(state: PadState | null, habits: Habits): Partial<SetFigures> {
  if (!state?.touched) return {}
  return figuresOfDraft(state.field, state.draft.text, formatOfPad(state), state.unit, habits)
}
