import {linkSync, renameSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {OscError} from '#errors'
import {readRegular} from '#files/regular-file'
import {uniqueHex} from '#files/unique-name'
import {pause} from '#terminal/pause'

interface Waiting {
  signal: AbortSignal
  waiting: (pid: number) => Promise<void>
}

/** A process that has a lock. Numbers of processes are used again, so the time of its start belongs to it where the system has it. */
interface Holder {
  pid: number
  started: string
}

/** Waits until no other process changes the plugins of `dataDir`, and keeps others from it until `release`. */
export const lockPlugins = (dataDir: string, waiting: Waiting): Promise<() => void> =>
  lockFile(join(dataDir, '.lock'), waiting)

/** Waits until `file` belongs to no process and takes it, until `release`. The lock of a process that has ended is ignored. */
export async function lockFile(file: string, {signal, waiting}: Waiting): Promise<() => void> {
  for (let reported = false; ; ) {
    if (take(file)) return () => rmSync(file, {force: true})
    const text = textOf(file)
    const holder = holderIn(text)
    if (holder === undefined || !isAlive(holder)) {
      breakLock(file, text)
      continue
    }
    if (!reported) await waiting(holder.pid)
    reported = true
    // No service is asked, so there are no outages.
    await pause(0.2, signal)
  }
}

/** Whether a running process is changing the plugins. */
export function isLocked(dataDir: string): boolean {
  const holder = holderIn(textOf(join(dataDir, '.lock')))
  return holder !== undefined && isAlive(holder)
}

/** The lock appears with its content: nobody ever reads one that is half written. */
function take(file: string): boolean {
  const draft = `${file}.${uniqueHex()}`
  writeFileSync(draft, `${process.pid} ${startOf(process.pid)}\n`, {mode: 0o600})
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
    if (statSync(file, {throwIfNoEntry: false})?.isDirectory())
      throw new OscError(`The lock ${file} is a folder.`, {hint: `Remove it: rmdir ${file}`})
    return false
  } finally {
    rmSync(draft, {force: true})
  }
}

/** Removes the lock with this text; when another process has taken it meanwhile, it gets it back. */
function breakLock(file: string, text: string | undefined): void {
  const aside = `${file}.${uniqueHex()}`
  try {
    renameSync(file, aside)
  } catch (error) {
    if (isCode(error, 'ENOENT')) return
    throw error
  }
  if (textOf(aside) === text) rmSync(aside, {force: true})
  else renameSync(aside, file)
}

function textOf(file: string): string | undefined {
  try {
    return readRegular(file)
  } catch {
    return undefined
  }
}

function holderIn(text: string | undefined): Holder | undefined {
  const [, pid, started = ''] = /^([1-9]\d*)(?: (\d*))?\n$/.exec(text ?? '') ?? []
  return pid === undefined ? undefined : {pid: Number(pid), started}
}

function isAlive({pid, started}: Holder): boolean {
  if (started !== '' && startOf(pid) !== started) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return isCode(error, 'EPERM')
  }
}

/** When a process started, in ticks since the machine did; empty where the system does not say. */
function startOf(pid: number): string {
  const stat = textOf(`/proc/${pid}/stat`) ?? ''
  // The name in front may hold blanks and brackets; the start is the 22nd field.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code
