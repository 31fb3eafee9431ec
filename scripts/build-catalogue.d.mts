export function buildCatalogue(folder?: string): { facts: string; instructions: string }
