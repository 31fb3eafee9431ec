'use client'
/**
 * Recorded files from the choice to the log. It lives outside of the screens, as the import of tables does. A file is on
 * disk before its splits, and they are before their workout: whatever dies in between, nothing is half there.
 */
import type { Upload } from '../../../../client/upload-queue.ts'
import { newId } from '../../../../shared/id.ts'
import type { Phone, Readable } from '../../../../sync/client/api.ts'
import { workouts } from '../../model.ts'
import { addCardio } from '../../mutators/cardio.ts'
import { finishImport, importChunk, startImport, toImported } from '../../mutators/import.ts'
import type { Sport } from '../../rules/cardio/track.ts'
import { workoutOfTrack } from '../../rules/cardio/workout-of-track.ts'
import type { Said } from '../../rules/import/problems.ts'
import type { TrackFilePlan, TracksReply, TracksRequest } from './track-reading.ts'

export type TrackState =
  | { step: 'idle' }
  | { step: 'reading'; fileName: string; done: number; total: number }
  | { step: 'review'; files: TrackFilePlan[]; isPlanning: boolean }
  | { step: 'importing'; fileName: string; done: number; total: number }
  /** Why: what was thrown, or a sentence of imports. */
  | { step: 'stopped'; why: Said | string; done: number }
  | { step: 'done'; batchId: string; fileName: string; first: string; workouts: number; sets: number }

export type TrackRun = Readable<TrackState> & {
  choose(files: readonly File[]): Promise<void>
  /** Says what a track was: its pauses and splits are told anew. */
  say(track: string, sport: Sport): void
  start(): Promise<void>
  reset(): void
}

type Parts = {
  phone: Phone
  zone: string
  titles: () => Readonly<Record<Sport, string>>
  openWorker: () => Worker
  /** Keeps a file for good, on this phone at first. */
  keepFile: (upload: Upload) => Promise<void>
  now: () => number
}

const IDLE: TrackState = { step: 'idle' }

export function createTrackRun(parts: Parts): TrackRun {
  const { phone } = parts
  const listeners = new Set<() => void>()
  let state: TrackState = IDLE
  let worker: Worker | null = null
  let chosen: readonly File[] = []
  let sports: Record<string, Sport> = {}

  function set(next: TrackState): void {
    state = next
    for (const listener of [...listeners]) listener()
  }

  function close(): void {
    worker?.terminate()
    worker = null
  }

  async function ask(): Promise<void> {
    const known = await phone.read((rows) => rows.all(workouts))
    if (chosen.length === 0) return
    const existing = known.map(({ id, startedAt }) => ({ id, startedAt }))
    const context = { existing, zone: parts.zone, now: parts.now(), titles: parts.titles() }
    close()
    const opened = parts.openWorker()
    worker = opened
    opened.onmessage = ({ data }: MessageEvent<TracksReply | { type: 'failed' }>) => {
      if (worker !== opened) return
      if (data.type === 'trackProgress' && state.step === 'reading')
        set({ ...state, done: data.done, total: data.total })
      else if (data.type === 'tracks') {
        close()
        set({ step: 'review', files: data.files, isPlanning: false })
      } else if (data.type === 'failed') stop({ key: 'ours', values: {} }, 0)
    }
    opened.onerror = () => stop({ key: 'notLoaded', values: {} }, 0)
    opened.postMessage({ type: 'tracks', files: chosen, context, sports } satisfies TracksRequest)
  }

  function stop(why: Said | string, done: number): void {
    close()
    set({ step: 'stopped', why, done })
  }

  async function keep(file: File, plan: TrackFilePlan): Promise<ReturnType<typeof workoutOfTrack>[]> {
    const kept = { id: newId(), name: plan.name.slice(0, 255), sha256: plan.sha256 }
    const wholes = sessionsOf(plan).map((session) => workoutOfTrack(session, kept))
    const rowId = wholes[0]?.cardio.id ?? kept.id
    // The bytes as they are, under the one type that is kept as it comes.
    const body = new Blob([file], { type: 'application/octet-stream' })
    await parts.keepFile({ id: kept.id, kind: 'activity_file', rowId, file: body })
    return wholes
  }

  async function start(): Promise<void> {
    if (state.step !== 'review' || state.isPlanning) return
    const coming = state.files.flatMap((plan, at) => {
      const file = chosen[at]
      return file && sessionsOf(plan).length > 0 ? [{ plan, file }] : []
    })
    const [first] = coming
    const source = first && sessionsOf(first.plan)[0]?.format
    if (!first || !source) return
    const batchId = newId()
    const fileName = `${first.plan.name.slice(0, 240)}${coming.length > 1 ? ` + ${coming.length - 1}` : ''}`
    const total = coming.reduce((sum, { plan }) => sum + sessionsOf(plan).length, 0)
    const workoutIds: string[] = []
    set({ step: 'importing', fileName, done: 0, total })
    try {
      for (const { plan, file } of coming) {
        const wholes = await keep(file, plan)
        // Nothing is begun before the first file is on disk.
        if (workoutIds.length === 0) {
          await phone.mutate(startImport, { batch: { id: batchId, source, fileName, createdAt: parts.now(), total } })
        }
        // A session shows once its workout is there: that comes last.
        for (const { cardio } of wholes) await phone.mutate(addCardio, cardio)
        await phone.mutate(importChunk, { batchId, workouts: wholes.map(({ whole }) => toImported(whole)) })
        workoutIds.push(...wholes.map(({ whole }) => whole.workout.id))
        set({ step: 'importing', fileName, done: workoutIds.length, total })
      }
      await phone.mutate(finishImport, { id: batchId })
      chosen = []
      set({ step: 'done', batchId, fileName, first: workoutIds[0] ?? '', workouts: total, sets: total })
    } catch (error) {
      // What came in stays, and can be taken out: the files again bring the rest.
      if (workoutIds.length > 0) await phone.mutate(finishImport, { id: batchId }).catch(() => {})
      stop(error instanceof Error ? error.message : String(error), workoutIds.length)
    }
  }

  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async choose(files) {
      chosen = files
      sports = {}
      set({ step: 'reading', fileName: files[0]?.name ?? '', done: 0, total: files.length })
      await ask()
    },
    say(track, sport) {
      if (state.step !== 'review') return
      sports = { ...sports, [track]: sport }
      set({ ...state, isPlanning: true })
      void ask()
    },
    start,
    reset() {
      if (state.step === 'importing') return
      chosen = []
      close()
      set(IDLE)
    },
  }
}

function sessionsOf({ planned }: TrackFilePlan) {
  return planned.flatMap((one) => (one.kind === 'new' ? [one.session] : []))
}
