import { v5 } from 'uuid'

const IMPORT_NAMESPACE = '6f1d7a54-9a1c-5c1e-8a53-5f0b7f6f2f10'

/** The id of something imported: the same facts give the same id in every file and on every phone (UUIDv5). */
export function idFromFacts(...facts: (string | number)[]): string {
  return v5(facts.join('\u0000'), IMPORT_NAMESPACE)
}
