/**
 * Times read in the page: from the tap's or the key's own time stamp to the frame after the change, and to the mark that
 * says *on this phone*.
 */
type Timed = {
  painted: number[]
  durable: number[]
  moved: number[]
  found: number[]
  long: number[]
  /** Frames that took longer than 50 ms, from their first task to their paint. */
  frames: number[]
  floor: number[]
  fcp: number
  interactive: number
}
declare global {
  interface Window {
    timed: Timed
  }
}

/** Runs in the page before anything of the app. */
export function watch() {
  const timed: Timed = {
    painted: [],
    durable: [],
    moved: [],
    found: [],
    long: [],
    frames: [],
    floor: [],
    fcp: 0,
    interactive: 0,
  }
  window.timed = timed
  const afterPaint = (then: () => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = then
      port2.postMessage(null)
    })
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) timed.long.push(duration)
  }).observe({ type: 'longtask', buffered: true })
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) timed.frames.push(duration)
  }).observe({ type: 'long-animation-frame' })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === 'first-contentful-paint') timed.fcp = entry.startTime
  }).observe({ type: 'paint', buffered: true })

  addEventListener(
    'click',
    (event) => {
      const target = event.target as Element
      const from = event.timeStamp
      const row = target.closest('button[aria-label^="Check "]')?.closest('[role="row"]')
      if (row) {
        let isPainted = false
        const look = () => {
          const label = row.getAttribute('aria-label') ?? ''
          if (!label.includes(', done, ')) return
          if (!isPainted) {
            isPainted = true
            afterPaint(() => timed.painted.push(performance.now() - from))
          }
          if (label.includes('being saved')) return
          timed.durable.push(performance.now() - from)
          observer.disconnect()
        }
        const observer = new MutationObserver(look)
        observer.observe(row, { attributes: true })
      }
      const link = target.closest('nav a')
      if (link && link.getAttribute('href') !== location.pathname) {
        const before = document.querySelector('main')?.textContent
        const observer = new MutationObserver(() => {
          const now = document.querySelector('main')
          if (!now?.querySelector('h1, h2') || now.textContent === before) return
          observer.disconnect()
          afterPaint(() => timed.moved.push(performance.now() - from))
        })
        observer.observe(document.body, { childList: true, subtree: true, characterData: true })
      }
    },
    { capture: true },
  )
  let searching: MutationObserver | undefined
  window.addEventListener(
    'keydown',
    (event) => {
      const sheet = (event.target as Element).closest('input[type="search"]')?.closest('dialog')
      if (!sheet || event.key.length > 1) return
      const from = event.timeStamp
      // It found what the letter before found.
      searching?.disconnect()
      const observer = new MutationObserver(() => {
        observer.disconnect()
        afterPaint(() => timed.found.push(performance.now() - from))
      })
      observer.observe(sheet, { childList: true, subtree: true, characterData: true })
      searching = observer
    },
    { capture: true },
  )
  // A tap starts a workout, once what the phone holds is on the screen.
  const begin = new MutationObserver(() => {
    const button = [...document.querySelectorAll('button')].find((one) =>
      one.textContent?.includes('Start empty workout'),
    )
    if (!button || timed.interactive > 0) return
    timed.interactive = -1
    afterPaint(() => {
      timed.interactive = performance.now()
    })
    begin.disconnect()
  })
  begin.observe(document, { childList: true, subtree: true, characterData: true })
}

/** Runs in the page: a button that counts its taps, in a corner; how long each took is in `timed.floor`. */
export function placeButton() {
  const button = document.createElement('button')
  button.style.cssText = 'position:fixed;inset:0 auto auto 0;width:20px;height:20px;z-index:9999'
  button.addEventListener('click', ({ timeStamp }) => {
    button.textContent = String(Number(button.textContent) + 1)
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => window.timed.floor.push(performance.now() - timeStamp)
      port2.postMessage(null)
    })
  })
  document.body.append(button)
}

/** Runs in the page: how long the browser takes for one record in a transaction that is on the disk when it completes. */
export async function emptyCommits(count: number): Promise<number[]> {
  const db = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('floor', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore('one')
    opening.onsuccess = () => resolve(opening.result)
  })
  const times: number[] = []
  for (let i = 0; i < count; i++) {
    const from = performance.now()
    await new Promise<void>((resolve) => {
      const tx = db.transaction('one', 'readwrite', { durability: 'strict' })
      tx.objectStore('one').put(i, 0)
      tx.oncomplete = () => resolve()
    })
    times.push(performance.now() - from)
  }
  db.close()
  return times
}

/** Runs in the page: whether the figures of all months are kept, in the one account's database. */
export async function figuresAreKept(): Promise<boolean> {
  const { name = '' } = (await indexedDB.databases()).find((one) => /^train-[0-9a-f-]{36}$/.test(one.name ?? '')) ?? {}
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const db = await done(indexedDB.open(name))
  const head = await done(db.transaction('derived').objectStore('derived').get('figures'))
  db.close()
  return head?.value.pending.length === 0
}

/** Runs in the page: from the tap on the tab to the frame with the streak and the muscles in it, in ms. */
export function openProgress(): Promise<number> {
  return new Promise((resolve) => {
    let from = 0
    const observer = new MutationObserver(() => {
      if (!document.querySelector('section[aria-label="Weeks in a row"]')) return
      observer.disconnect()
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve(performance.now() - from)
        port2.postMessage(null)
      })
    })
    observer.observe(document.body, { childList: true, subtree: true })
    from = performance.now()
    document.querySelector<HTMLAnchorElement>('nav a[href="/train/progress"]')?.click()
  })
}
