/** Which sheet is open over the logging screen, and on what. */
export type SheetState =
  | { kind: 'set'; setId: string }
  | { kind: 'exercise'; entryId: string }
  | { kind: 'notes'; entryId: string | null }
  | { kind: 'pick'; swapEntryId: string | null }
  | { kind: 'order' }
  | { kind: 'workout' }
  | { kind: 'finish' }
