/**
 * What is said of a row that is not here yet is checked when the row comes, with all else that was said of it: a wrong
 * word must not be among it.
 */
import * as z from 'zod/mini'
import type { Collection } from '../mutation.ts'
import { mustBeValid } from '../view.ts'

export function checkFields(collection: Collection, id: string, fields: object): void {
  mustBeValid(collection, id, z.partial(collection.row as never) as never, fields)
}
