export type RunningPostgres = {
  url: string
  port: number
  pid: number
  dataDir: string
  /** Fast shutdown: open transactions are rolled back, the data folder is left clean. */
  stop(): Promise<void>
  /** As if the power went. */
  kill(): void
}
export function startPostgres(options: {
  dataDir: string
  password: string
  port?: number
  say?: (line: string) => void
  settings?: Record<string, string>
  run?: { remember(pid: number, holds: string): void }
}): Promise<RunningPostgres>
export function freePort(): Promise<number>
export function binaryDir(): string
