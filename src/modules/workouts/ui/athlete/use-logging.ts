'use client'
/** Typing and checking: the pad's state, saving what was typed, one-tap checks and the rest that follows. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { thisDevice } from '../../../../client/device-memory.ts'
import type { PadKey } from '../../../../ui/pad-input.ts'
import { countedOf } from '../../../exercises/model.ts'
import type { LoadUnit, LoggedSet, SetFigures } from '../../model.ts'
import { pauseWorkout } from '../../mutators/session.ts'
import * as m from '../../mutators.ts'
import { setsToCarry } from '../../rules/carry-load.ts'
import { isPaused } from '../../rules/duration.ts'
import { restAfterS } from '../../rules/next-set.ts'
import { plateParts } from './late-plates.ts'
import { flipLoadUnit, openPad, type PadState, pressKey, step, typedFigures } from './pad-state.ts'
import { startRest } from './rest-timer.ts'
import {
  copyOf,
  distanceUnitOf,
  draftOf,
  type FieldName,
  fieldsOf,
  formatOf,
  type Habits,
  inUnit,
  loadUnitOf,
  missingField,
  shownFigures,
  stepOf,
} from './set-fields.ts'
import type { Mutate } from './use-mutate.ts'
import type { Block, OpenWorkout } from './use-open-workout.ts'

/** A pause in typing this long saves what was typed; so does leaving the field. */
const SAVE_AFTER_MS = 600

export type Place = { block: Block; set: LoggedSet; index: number; figures: SetFigures; fields: readonly FieldName[] }
export type Logging = ReturnType<typeof useLogging>

export function placeOf({ blocks }: OpenWorkout, setId: string, habits: Habits): Place | null {
  for (const block of blocks) {
    const index = block.sets.findIndex(({ id }) => id === setId)
    const set = block.sets[index]
    const figures = shownFigures(block, index)
    if (!set || !figures) continue
    const exercise = { ...block.exercise, loadMode: set.loadMode }
    return { block, set, index, figures, fields: fieldsOf(exercise, habits.effort, block.sides) }
  }
  return null
}

export function useLogging(open: OpenWorkout, habits: Habits, mutate: Mutate) {
  const [pad, setPadState] = useState<PadState | null>(null)
  const latest = useRef({ open, habits, pad })
  latest.current = { open, habits, pad }

  const setPad = useCallback((next: PadState | null) => {
    // The ref first: two keys in one task must build on each other.
    latest.current.pad = next
    setPadState(next)
  }, [])

  const save = useCallback(() => {
    const { pad: typed, habits: own } = latest.current
    if (!typed?.touched) return
    void mutate(m.editSet, { id: typed.setId, fields: typedFigures(typed, own) })
    setPad({ ...typed, touched: false })
  }, [mutate, setPad])

  useEffect(() => {
    if (!pad?.touched) return
    const timer = setTimeout(save, SAVE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [pad, save])

  useEffect(() => {
    const onHide = () => {
      if (document.visibilityState === 'hidden') save()
    }
    document.addEventListener('visibilitychange', onHide)
    window.addEventListener('pagehide', save)
    return () => {
      document.removeEventListener('visibilitychange', onHide)
      window.removeEventListener('pagehide', save)
      save()
    }
  }, [save])

  const actions = useMemo(() => {
    const find = (setId: string) => placeOf(latest.current.open, setId, latest.current.habits)

    function openField(setId: string, field: FieldName): void {
      const typed = latest.current.pad
      if (typed?.setId === setId && typed.field === field) return
      save()
      const place = find(setId)
      if (!place) return
      const unit = {
        load: typingUnit(
          place,
          latest.current.open.place?.unit ?? latest.current.habits.loadUnit,
          latest.current.habits,
        ),
        distance: distanceUnitOf(place.figures, place.block.exercise.measure, latest.current.habits),
        counted: countedOf(place.block.exercise.measure) !== null,
      }
      const toCheck = typed?.setId === setId && typed.toCheck
      setPad({ ...openPad(setId, field, inUnit(place.figures, unit.load), unit, latest.current.habits), toCheck })
    }

    function close(): void {
      save()
      setPad(null)
    }

    /** As the row shows it: with what is typed and not saved yet. */
    function asShown(setId: string): Place | null {
      const place = find(setId)
      const { pad: typed, habits: own } = latest.current
      if (!place || typed?.setId !== setId) return place
      return { ...place, figures: { ...place.figures, ...typedFigures(typed, own) } }
    }

    /** One tap. Asks for a figure only where one is missing. */
    function check(setId: string, more: Partial<SetFigures> = {}): void {
      const place = asShown(setId)
      if (!place) return
      const { pad: typed, open: at } = latest.current
      const isTyped = typed?.setId === setId
      const figures = { ...place.figures, ...more }
      // What was timed over a distance is asked for it.
      const isFar = more.durationMs != null && figures.distanceM === null && place.fields.includes('distance')
      const missing = isFar ? 'distance' : missingField(figures, place.fields)
      if (missing) {
        if (Object.keys(more).length > 0) void mutate(m.editSet, { id: setId, fields: more })
        openField(setId, missing)
        if (latest.current.pad) setPad({ ...latest.current.pad, toCheck: true })
        return
      }
      if (isTyped) setPad(null)
      else close()
      const now = Date.now()
      void mutate(m.checkSet, { id: setId, doneAt: now, figures })
      const { sets, beside } = place.block
      for (const id of setsToCarry(sets, beside, place.index, figures.loadG)) {
        void mutate(m.editSet, { id, fields: copyOf('load', figures) })
      }
      const after = at.blocks.map((block) => ({
        entry: block.entry,
        sets: block.sets.map((set) => (set.id === setId ? { ...set, doneAt: now } : set)),
      }))
      // The clock itself says when the next set begins.
      const { restS, everyS } = place.block.entry
      const usualS = restS ?? place.block.exercise.restS
      startRest(at.workout.id, everyS != null ? 0 : restAfterS(after, setId, usualS, latest.current.habits.rest), now)
      navigator.vibrate?.(12)
      // Whoever does a set trains.
      if (isPaused(at.workout)) void mutate(pauseWorkout, { id: at.workout.id, at: now, isPaused: false })
      if (at.workout.holder !== thisDevice()) {
        void mutate(m.takeOverWorkout, { id: at.workout.id, holder: thisDevice() })
      }
    }

    /** Puts last time's figures into a set that is not done. */
    function takeLast(setId: string): void {
      const place = find(setId)
      const beside = place?.block.beside[place.index]
      if (!place || !beside || place.set.doneAt !== null) return
      setPad(null)
      const fields = place.fields.filter((field) => field !== 'effort')
      const figures = Object.assign({}, ...fields.map((field) => copyOf(field, beside))) as Partial<SetFigures>
      void mutate(m.editSet, { id: setId, fields: figures })
    }

    function press(key: PadKey): void {
      if (latest.current.pad) setPad(pressKey(latest.current.pad, key))
    }

    function stepBy(direction: 1 | -1): void {
      const typed = latest.current.pad
      const place = typed && find(typed.setId)
      if (!typed || !place) return
      const { open: at, habits: own } = latest.current
      const now = { ...place.figures, ...typedFigures(typed, own) }
      const to =
        typed.field === 'load'
          ? plateParts()?.nextLoad(at.place, place.block.exercise, now, direction, typed.unit.load)
          : undefined
      if (to === null) return
      if (to) {
        const unit = { ...typed.unit, load: to.unit }
        setPad({ ...typed, unit, draft: { text: to.text, fresh: true }, touched: true })
      } else setPad(step(typed, direction, stepOf(typed.field, place.block.exercise.equipment, typed.unit)))
    }

    function flipUnit(): void {
      const typed = latest.current.pad
      const place = typed && find(typed.setId)
      if (!typed || !place) return
      const flipped = flipLoadUnit(typed, place.figures, latest.current.habits)
      // What was stepped or copied is kept as the load that it is; in the other unit it is only looked at.
      if (typed.draft.fresh) save()
      setPad(typed.draft.fresh ? { ...flipped, touched: false } : flipped)
    }

    /** Copies the figure from another set into the field that is open. */
    function copyFrom(from: SetFigures): void {
      const typed = latest.current.pad
      const place = typed && find(typed.setId)
      if (!typed || !place) return
      const unit = {
        load: loadUnitOf(from, latest.current.habits),
        distance: distanceUnitOf(from, place.block.exercise.measure, latest.current.habits),
        counted: typed.unit.counted,
      }
      const text = draftOf(typed.field, from, latest.current.habits, formatOf(typed.field, unit))
      setPad({ ...typed, unit, draft: { text, fresh: true }, touched: true })
    }

    /** The first field of the set to do. */
    function openNext(): void {
      const { nextId } = latest.current.open
      const field = nextId === null ? undefined : find(nextId)?.fields[0]
      if (nextId && field) openField(nextId, field)
    }

    /** On to the next field; behind the last, the set to do is checked and any other just closed. */
    function next(): void {
      const typed = latest.current.pad
      const place = typed && find(typed.setId)
      if (!typed || !place) return
      const following = place.fields[place.fields.indexOf(typed.field) + 1]
      if (following) openField(typed.setId, following)
      else if (place.set.doneAt === null && (typed.toCheck || place.set.id === latest.current.open.nextId))
        check(typed.setId)
      else close()
    }

    /** Sideways over the fields, up and down over the sets, as in a sheet of numbers. */
    function move(dx: -1 | 0 | 1, dy: -1 | 0 | 1): void {
      const typed = latest.current.pad
      const place = typed && find(typed.setId)
      if (!typed || !place) return
      const field = place.fields[place.fields.indexOf(typed.field) + dx]
      const set = place.block.sets[place.index + dy]
      if (field && set) openField(set.id, field)
    }

    return { openField, close, asShown, check, takeLast, press, stepBy, flipUnit, copyFrom, openNext, next, move }
  }, [mutate, save, setPad])

  return { pad, ...actions, actions }
}

/**
 * What was done or typed today keeps its unit. What stands there from last time is typed as today's sets were, else in
 * the unit of the place, or as the athlete likes it.
 */
function typingUnit({ set, block, figures }: Place, usual: LoadUnit, habits: Habits): LoadUnit {
  const isLastTimes = block.last?.sets.some((one) => one.loadG === set.loadG && one.enteredUnit === set.enteredUnit)
  if (set.doneAt !== null || (set.loadG !== null && !isLastTimes)) return loadUnitOf(figures, habits)
  return block.sets.findLast(({ doneAt }) => doneAt !== null)?.enteredUnit ?? usual
}
