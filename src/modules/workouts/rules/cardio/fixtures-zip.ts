/** A zip as archivers write one: packed, sizes told only in the directory at the end. */
async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(packed).arrayBuffer())
}

export async function zipOf(files: [name: string, bytes: Uint8Array<ArrayBuffer>][]): Promise<Uint8Array<ArrayBuffer>> {
  const out: number[] = []
  const directory: number[] = []
  const put = (to: number[], size: number, value: number) => {
    for (let i = 0; i < size; i++) to.push(Math.floor(value / 2 ** (8 * i)) & 0xff)
  }
  for (const [name, bytes] of files) {
    const packed = await deflated(bytes)
    const letters = [...new TextEncoder().encode(name)]
    const at = out.length
    // Version, a flag for sizes that come later, deflate, no time, no sum; then neither size.
    for (const [
      size,
      value,
    ] of [[4, 0x04034b50], [2, 20], [2, 8], [2, 8], [4, 0], [4, 0], [8, 0], [2, letters.length], [2, 0]] as const) // biome-ignore format: a table
      put(out, size, value)
    out.push(...letters, ...packed)
    for (const [
      size,
      value,
    ] of [[4, 0x02014b50], [2, 20], [2, 20], [2, 8], [2, 8], [4, 0], [4, 0], [4, packed.length], [4, bytes.length], [2, letters.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, at]] as const) // biome-ignore format: a table
      put(directory, size, value)
    directory.push(...letters)
  }
  const at = out.length
  out.push(...directory)
  for (const [
    size,
    value,
  ] of [[4, 0x06054b50], [4, 0], [2, files.length], [2, files.length], [4, directory.length], [4, at], [2, 0]] as const) // biome-ignore format: a table
    put(out, size, value)
  return Uint8Array.from(out)
}
