'use client'
/** What is known of the body, and what is done to it. The latest weight is the profile's bodyweight from then on. */
import { useCallback, useMemo } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useUploads } from '../../../../client/uploads.ts'
import { newId } from '../../../../shared/id.ts'
import { useLive, usePhone } from '../../../../sync/client/hooks.ts'
import { showToast } from '../../../../ui/toast.tsx'
import { editProfile } from '../../../users/mutators.ts'
import { type Measurement, measurements, type ProgressPhoto, progressPhotos } from '../../model/body.ts'
import {
  addMeasurement,
  addPhoto,
  removeMeasurement,
  removePhoto,
  restoreMeasurement,
  restorePhoto,
} from '../../mutators/body.ts'
import { unitsOf } from '../../rules/body-figures.ts'
import { bodyweightNow, byMoment } from '../../rules/latest-measures.ts'
import { type TrendPoint, weightTrend } from '../../rules/weight-trend.ts'
import { useKeepUnits, useProfile } from './habits.ts'
import { shrinkPhoto } from './photo-shrink.ts'
import { useMutate } from './use-mutate.ts'

export type Body = { measurements: Measurement[]; photos: ProgressPhoto[]; trend: TrendPoint[] }

export function useBody(): Body | undefined {
  const found = useLive(
    async (rows) => ({ measurements: await rows.all(measurements), photos: await rows.all(progressPhotos) }),
    [],
    'body',
  )
  return useMemo(
    () =>
      found && {
        measurements: found.measurements.toSorted(byMoment),
        photos: found.photos.toSorted((a, b) => byMoment(b, a)),
        trend: weightTrend(found.measurements.filter(({ kind }) => kind === 'weight')),
      },
    [found],
  )
}

export function useBodyUnits() {
  const { loadUnit, distanceUnit } = useProfile()
  const locale = useLocale()
  return useMemo(() => ({ units: unitsOf({ loadUnit, distanceUnit }), locale }), [loadUnit, distanceUnit, locale])
}

export function useMeasuring() {
  const t = useTranslations('body')
  const c = useTranslations('common')
  const phone = usePhone()
  const mutate = useMutate()
  const keepUnits = useKeepUnits()

  /** Workouts keep the bodyweight that they were done at; the next one begins with this. */
  const followWeight = useCallback(async () => {
    const bodyweightG = bodyweightNow(await phone.read((rows) => rows.find(measurements, 'kind', 'weight')))
    if (bodyweightG !== undefined) await mutate(editProfile, { fields: { bodyweightG } })
  }, [phone, mutate])

  const follow = useCallback(
    async (rows: readonly Pick<Measurement, 'kind'>[]) => {
      if (rows.some(({ kind }) => kind === 'weight')) await followWeight()
    },
    [followWeight],
  )

  const save = useCallback(
    async (rows: readonly Measurement[]) => {
      keepUnits()
      for (const row of rows) await mutate(addMeasurement, row)
      await follow(rows)
    },
    [mutate, keepUnits, follow],
  )

  const remove = useCallback(
    async (rows: readonly Measurement[]) => {
      for (const { id } of rows) await mutate(removeMeasurement, { id })
      await follow(rows)
      showToast({
        text: t('deleted', { n: rows.length }),
        action: {
          label: c('undo'),
          run: async () => {
            for (const { id } of rows) await mutate(restoreMeasurement, { id })
            await follow(rows)
          },
        },
      })
    },
    [mutate, follow, t, c],
  )
  return { save, remove }
}

export function usePhotos() {
  const t = useTranslations('body.photo')
  const c = useTranslations('common')
  const mutate = useMutate()
  const uploads = useUploads()

  /** The picture is on this phone before its row is: a row never stands there without one. */
  async function add(file: Blob, facts: Omit<ProgressPhoto, 'id'>): Promise<boolean> {
    if (!uploads) return false
    const id = newId()
    try {
      const { full, thumb } = await shrinkPhoto(file)
      await uploads.queue.add({ id, kind: 'progress_photo', rowId: id, file: full })
      await uploads.pictures.put(`${id} 360`, thumb)
    } catch (error) {
      const isFull = (error as Partial<Error> | null)?.name === 'QuotaExceededError'
      showToast({ tone: 'bad', text: t(isFull ? 'noRoom' : 'unreadable') })
      return false
    }
    const isKept = await mutate(addPhoto, { id, ...facts })
    if (!isKept) await uploads.queue.remove({ id, kind: 'progress_photo', rowId: id })
    return isKept
  }

  async function remove({ id }: ProgressPhoto): Promise<void> {
    const one = { id, kind: 'progress_photo', rowId: id } as const
    await mutate(removePhoto, { id })
    await uploads?.queue.remove(one)
    showToast({
      text: t('deleted'),
      action: {
        label: c('undo'),
        run: () => void mutate(restorePhoto, { id }),
      },
    })
  }
  return { add, remove, edit: (row: ProgressPhoto) => mutate(addPhoto, row), ready: uploads !== null }
}
