/** Static files from disk, compressed once and kept in memory. Names under /_next/static are hashes: kept for ever. */
import { readFile, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}
const PACKED = new Set(['.js', '.css', '.html', '.json', '.svg', '.txt', '.webmanifest'])

type Held = { plain: Buffer; br?: Buffer; gzip?: Buffer; type: string }
export type FileServer = (
  req: IncomingMessage,
  res: ServerResponse,
  file: string,
  cacheControl: string,
  status?: number,
) => Promise<boolean>

const br = promisify(brotliCompress)
const gz = promisify(gzip)

/** Serves `file` below one of `roots` (the first that has it); answers false when none has, having sent nothing. */
export function createFileServer(roots: string[]): FileServer {
  const held = new Map<string, Held | null>()

  async function load(file: string): Promise<Held | null> {
    for (const root of roots) {
      const path = normalize(join(root, file))
      if (!path.startsWith(root + sep)) continue
      const found = await stat(path).catch(() => null)
      if (!found?.isFile()) continue
      const plain = await readFile(path)
      const ending = extname(path)
      const type = TYPES[ending] ?? 'application/octet-stream'
      if (!PACKED.has(ending) || plain.length < 600) return { plain, type }
      const [brotli, gzipped] = await Promise.all([
        br(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
        gz(plain, { level: 9 }),
      ])
      return { plain, type, br: brotli, gzip: gzipped }
    }
    return null
  }

  return async (req, res, file, cacheControl, status = 200) => {
    let entry = held.get(file)
    if (entry === undefined) {
      entry = await load(file)
      // Only what exists is remembered: a wrong address must not fill the memory.
      if (entry) held.set(file, entry)
    }
    if (!entry) return false
    const accepts = String(req.headers['accept-encoding'] ?? '')
    const encoding = entry.br && /\bbr\b/.test(accepts) ? 'br' : entry.gzip && /\bgzip\b/.test(accepts) ? 'gzip' : null
    const body = (encoding === 'br' ? entry.br : encoding === 'gzip' ? entry.gzip : null) ?? entry.plain
    res.statusCode = status
    res.setHeader('content-type', entry.type)
    res.setHeader('cache-control', cacheControl)
    if (entry.br) res.setHeader('vary', 'accept-encoding')
    if (encoding) res.setHeader('content-encoding', encoding)
    res.setHeader('content-length', body.length)
    res.end(req.method === 'HEAD' ? undefined : body)
    return true
  }
}
