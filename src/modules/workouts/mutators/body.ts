/** What was measured, and pictures of progress: only the athlete's own word. */
import { measurementRow, measurements, photoRow, progressPhotos } from '../model/body.ts'
import { rowMutations } from './row-mutations.ts'

const measurementMutations = rowMutations('Measurement', measurements, measurementRow.shape)
export const [addMeasurement, removeMeasurement, restoreMeasurement] = measurementMutations

/** The picture itself goes and comes by the upload queue. */
const photoMutations = rowMutations('Photo', progressPhotos, photoRow.shape)
export const [addPhoto, removePhoto, restorePhoto] = photoMutations

export const bodyMutations = [...measurementMutations, ...photoMutations] as const
