/** What phones brought, and which rows it belongs to: who sees it follows from those. */
import type { UploadPorts } from '../modules/media/service/uploads.ts'

export const uploadPorts: UploadPorts = {
  maySee: async () => [],
  named: async () => [],
}
