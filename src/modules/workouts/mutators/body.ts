/** What was measured, and pictures of progress: only the athlete's own word. */
import { measurementRow, measurements, photoRow, progressPhotos } from '../model/body.ts'
import { rowMutations } from './row-mutations.ts'

// Version 1 knew nothing but the seventeen.
const measurementMutations = rowMutations('Measurement', measurements, measurementRow.shape, true, 2)
export const [addMeasurement, removeMeasurement, restoreMeasurement] = measurementMutations

/** The picture itself goes and comes by the upload queue. */
const photoMutations = rowMutations('Photo', progressPhotos, photoRow.shape)
export const [addPhoto, removePhoto, restorePhoto] = photoMutations

export const bodyMutations = [...measurementMutations, ...photoMutations] as const
