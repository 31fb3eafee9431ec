export function endSentence(what: string, signal: string | null): string
export function databaseSentence(text: string, folder: string): string
