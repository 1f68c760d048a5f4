import {readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {pause} from '#terminal/pause'

interface Waiting {
  signal: AbortSignal
  waiting: (pid: number) => Promise<void>
}

/** Waits until no other process changes the plugins of `dataDir`, and keeps others from it until `release`. */
export const lockPlugins = (dataDir: string, waiting: Waiting): Promise<() => void> =>
  lockFile(join(dataDir, '.lock'), waiting)

/** Waits until `file` is nobody's and takes it, until `release`. The lock of a process that is gone counts for nothing. */
export async function lockFile(file: string, {signal, waiting}: Waiting): Promise<() => void> {
  for (let told = false; ; ) {
    if (take(file)) return () => rmSync(file, {force: true})
    const holder = holderOf(file)
    if (holder === undefined || !isAlive(holder)) {
      breakLock(file, holder)
      continue
    }
    if (!told) await waiting(holder)
    told = true
    await pause(0.2, signal)
  }
}

/** Whether a process that lives is changing the plugins. */
export function isLocked(dataDir: string): boolean {
  const holder = holderOf(join(dataDir, '.lock'))
  return holder !== undefined && isAlive(holder)
}

function take(file: string): boolean {
  try {
    writeFileSync(file, `${process.pid}\n`, {flag: 'wx', mode: 0o600})
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** Removes a dead lock, unless another process has just done so and taken it. */
function breakLock(file: string, holder: number | undefined): void {
  if (holderOf(file) === holder) rmSync(file, {force: true})
}

function holderOf(file: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10)
    return Number.isInteger(pid) && pid > 0 ? pid : undefined
  } catch {
    return undefined
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
