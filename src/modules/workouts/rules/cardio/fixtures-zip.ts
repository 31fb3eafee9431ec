/** A zip as archivers write one: packed, sizes told only in the directory at the end. */
async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(packed).arrayBuffer())
}

export async function zipOf(files: [name: string, bytes: Uint8Array<ArrayBuffer>][]): Promise<Uint8Array<ArrayBuffer>> {
  const out: number[] = []
  const directory: number[] = []
  /** Numbers as so many bytes each, the lowest first. */
  const put = (to: number[], fields: readonly (readonly [size: number, value: number])[]) => {
    for (const [size, value] of fields) {
      for (let i = 0; i < size; i++) to.push(Math.floor(value / 2 ** (8 * i)) & 0xff)
    }
  }
  const none = (size: number) => [size, 0] as const
  for (const [name, bytes] of files) {
    const packed = await deflated(bytes)
    const letters = [...new TextEncoder().encode(name)]
    const at = out.length
    // Version, a flag for sizes that come later, deflate; no time, no sum, neither size.
    const how = [[2, 20], [2, 8], [2, 8], none(4), none(4)] as const
    put(out, [[4, 0x04034b50], ...how, none(8), [2, letters.length], none(2)])
    out.push(...letters, ...packed)
    const sizes = [
      [4, packed.length],
      [4, bytes.length],
      [2, letters.length],
    ] as const
    put(directory, [[4, 0x02014b50], [2, 20], ...how, ...sizes, none(12), [4, at]])
    directory.push(...letters)
  }
  const at = out.length
  out.push(...directory)
  const count = [2, files.length] as const
  put(out, [[4, 0x06054b50], none(4), count, count, [4, directory.length], [4, at], none(2)])
  return Uint8Array.from(out)
}
