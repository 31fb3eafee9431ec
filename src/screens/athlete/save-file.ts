'use client'
/** Hands a file to the person: by the phone's share sheet where it takes files, else as a download. Called by a tap. */
export async function saveFile(name: string, content: BlobPart, type = 'application/json'): Promise<void> {
  const file = new File([content], name, { type })
  if (navigator.canShare?.({ files: [file] })) {
    try {
      await navigator.share({ files: [file] })
      return
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return
    }
  }
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
