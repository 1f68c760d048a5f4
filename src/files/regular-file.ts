import {closeSync, constants, fstatSync, openSync, readFileSync} from 'node:fs'

const {O_APPEND, O_CREAT, O_NONBLOCK = 0, O_RDONLY, O_TRUNC, O_WRONLY} = constants

const FLAGS = {read: O_RDONLY, replace: O_WRONLY | O_CREAT | O_TRUNC, append: O_WRONLY | O_CREAT | O_APPEND}

/** Something else than a file has the name: a pipe, a socket, a device or a folder. */
class NotRegularError extends Error {
  readonly code = 'OSC_NOT_REGULAR'
  readonly syscall = 'open'
  readonly path: string

  constructor(path: string) {
    super(`${path} is not a regular file`)
    this.path = path
  }
}

/**
 * Opens a file that osc itself keeps or finds, not one that the user named. Opening a pipe that somebody put in its place
 * would block the process and its signals. The system's error, or NotRegularError.
 */
export function openRegular(path: string, how: keyof typeof FLAGS, mode = 0o666): number {
  const file = openSync(path, FLAGS[how] | O_NONBLOCK, mode)
  if (fstatSync(file).isFile()) return file
  closeSync(file)
  throw new NotRegularError(path)
}

/** The text of such a file. */
export const readRegular = (path: string): string => readRegularBytes(path).toString()

/** The bytes of such a file. */
export function readRegularBytes(path: string): Buffer {
  const file = openRegular(path, 'read')
  try {
    return readFileSync(file)
  } finally {
    closeSync(file)
  }
}
