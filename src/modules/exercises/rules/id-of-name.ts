/** The id of a shipped exercise as it follows from its name, `Bench press` → `bench-press`; a few have another. */
export function idOfName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
