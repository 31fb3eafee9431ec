// What stands in the way of a start, in one sentence: which thing, and what to do.

/** What the file system refused. @param {string} what the file or folder */
export function fileSentence(code, what) {
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return `The disk that holds ${what} is full: free some space, then start again.`
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return `${what} should be a folder, but a file is in its place: move it away, or set SPOTTER_DATA to another folder.`
  }
  if (['EACCES', 'EPERM', 'EROFS', 'ENOENT'].includes(code)) {
    return `${what} can't be written (${code}): give yourself the right to, or set SPOTTER_DATA to another folder.`
  }
  return null
}

/** Our own errors are sentences already; those of the file system carry a code and a path. */
export function sentenceFor(error) {
  if (!(error instanceof Error)) return String(error)
  return (error.path && fileSentence(error.code, error.path)) ?? error.message
}

/** From what PostgreSQL's programs wrote: the line that says why they ended. @param {string} text @param {string} folder */
export function databaseSentence(text, folder) {
  if (/No space left on device|Disk quota exceeded/.test(text)) return fileSentence('ENOSPC', folder)
  if (/Permission denied|has wrong ownership|Read-only file system/.test(text)) {
    return `The database in ${folder} belongs to another user or can't be written: start as the one it belongs to.`
  }
  const lines = text.trim().split('\n')
  const line = lines.findLast((one) => /FATAL|PANIC|ERROR|error:/.test(one)) ?? lines.at(-1)
  const reason = (line || 'it said nothing').replace(/^.*?(FATAL|PANIC|ERROR|error):\s*/, '').trim()
  return `The database in ${folder} does not start (${reason}): restore the folder from a backup, or move it away to begin with an empty one.`
}

/**
 * How a process of ours ended. One that was killed said nothing before.
 * @param {string} what the sentence's beginning @param {string | null} signal
 */
export function endSentence(what, signal) {
  if (!signal) return `${what}: see the line above.`
  const how =
    signal === 'SIGKILL'
      ? 'its process was killed, by somebody or by the system when memory ran out (SIGKILL)'
      : `its process was ended from outside (${signal})`
  return `${what}: ${how}. Nothing that was saved is lost: start again.`
}
