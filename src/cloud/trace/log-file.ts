import {UsageError} from '#errors'
import {fileReason} from '#files/file-error'

/** Appends lines with time stamps to a file, which only its owner may read when it is new. UsageError when it cannot be opened. */
export function openLogFile(file: string): (text: string) => void {
  const {openSync, writeSync} = process.getBuiltinModule('node:fs')
  let descriptor: number
  try {
    descriptor = openSync(file, 'a', 0o600)
  } catch (cause) {
    throw new UsageError(`The log file ${file} cannot be written: ${fileReason(cause)}.`, {
      hint: 'Specify another file with --log-file.',
      cause,
    })
  }
  return (text) => {
    const stamp = `${localTime(new Date())} ${process.pid}`
    const lines = text.split('\n').map((line) => `${stamp} ${line}\n`)
    try {
      writeSync(descriptor, lines.join(''))
    } catch {
      // The disk is full: the command itself goes on.
    }
  }
}

/** `2026-01-31 13:05:09.042` in local time, as Python's logging writes it. */
function localTime(date: Date): string {
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000)
  return local.toISOString().replace('T', ' ').slice(0, -1)
}
