/** Where the files of an upload are. Keys name no person. */

import { UPLOAD_SIZES, type UploadSize } from '../model/uploads.ts'
import type { PhotoSize } from '../model.ts'

/** As it came, until it is ready. */
export const uploadKeyOf = (id: string) => `upload/${id}`
export const photoKey = (id: string, side: PhotoSize) => `photo/${id}/${side}.webp`
export const uploadVariantKey = (id: string, size: UploadSize) =>
  size === 0 ? `kept/${id}/0.bin` : `kept/${id}/${size}.webp`
/** Whatever kind it was. */
export const uploadVariantKeys = (id: string) => UPLOAD_SIZES.map((size) => uploadVariantKey(id, size))
