// The words of the other languages, as files of the app: two a language, since the logging screen waits for the first.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { compiled } from './messages-loader.mjs'

const read = (language, name) => JSON.parse(readFileSync(`src/messages/${language}/${name}.json`, 'utf8'))

/** Writes them below `dist/words`, compiled like the English ones, with a list by language: address, revision, KiB. */
export function buildWords(dist) {
  const folder = join(dist, 'words')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const languages = readdirSync('src/messages').filter((language) => language !== 'en')
  const list = Object.fromEntries(
    languages.map((language) => {
      const words = (name) => compiled(read(language, name))
      const first = { ...words('athlete'), ...words('athlete-today'), ...words('athlete-programs') }
      const rest = {
        messages: words('athlete-elsewhere'),
        exercises: read(language, 'exercises'),
        ready: read(language, 'ready'),
      }
      return [language, [write(folder, `${language}.json`, first), write(folder, `${language}-rest.json`, rest)]]
    }),
  )
  writeFileSync(join(folder, 'list.json'), JSON.stringify(list))
}

function write(folder, name, content) {
  const text = JSON.stringify(content)
  writeFileSync(join(folder, name), text)
  return {
    url: `/train/words/${name}`,
    revision: createHash('sha256').update(text).digest('hex').slice(0, 16),
    kib: Math.round((gzipSync(text, { level: 9 }).length / 1024) * 10) / 10,
  }
}
