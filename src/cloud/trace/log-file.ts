import {UsageError} from '#errors'
import {fileReason} from '#files/file-error'

/** How long a pipe may stay full, in all, until lines are left out. */
const PATIENCE_MS = 1000
const POLL_MS = 10

/**
 * Appends lines with time stamps to a file, which only its owner may read when it is new, or writes them to a pipe such as
 * `>(gzip > log.gz)`. UsageError when it cannot be opened, also for a pipe that no program reads.
 */
export function openLogFile(file: string): (text: string) => void {
  const {constants, openSync} = process.getBuiltinModule('node:fs')
  const {O_APPEND, O_CREAT, O_NONBLOCK = 0, O_WRONLY} = constants
  let descriptor: number
  try {
    descriptor = openSync(file, O_WRONLY | O_CREAT | O_APPEND | O_NONBLOCK, 0o600)
  } catch (cause) {
    throw new UsageError(`The log file ${file} cannot be written: ${fileReason(cause)}.`, {
      hint: 'Specify another file with --log-file.',
      cause,
    })
  }
  let patience = PATIENCE_MS
  return (text) => {
    const stamp = `${localTime(new Date())} ${process.pid}`
    const lines = text.split('\n').map((line) => `${stamp} ${line}\n`)
    try {
      patience = writeAll(descriptor, Buffer.from(lines.join('')), patience)
    } catch {
      // The disk is full, or nobody reads the pipe any more: the command itself goes on.
    }
  }
}

/** Waits for a full pipe at most `patience` milliseconds. What is left of them. */
function writeAll(descriptor: number, bytes: Buffer, patience: number): number {
  const {writeSync} = process.getBuiltinModule('node:fs')
  let left = patience
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(descriptor, bytes, written)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error
      if (left <= 0) return 0
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, POLL_MS)
      left -= POLL_MS
    }
  }
  return left
}

/** `2026-01-31 13:05:09.042` in local time, as Python's logging writes it. */
function localTime(date: Date): string {
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000)
  return local.toISOString().replace('T', ' ').slice(0, -1)
}
