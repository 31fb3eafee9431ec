export function databaseSentence(text: string, folder: string): string
