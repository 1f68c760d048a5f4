import {closeSync, constants, fstatSync, openSync, readSync} from 'node:fs'
import {setTimeout} from 'node:timers/promises'

const PIECE = 64 * 1024
const POLL_MILLISECONDS = 20
const LONGEST_READ_MILLISECONDS = 10_000

/** A file or a stream holds more than the caller wants to read. */
export class TooLargeError extends Error {
  readonly mebibytes: number

  constructor(mebibytes: number) {
    super(`it is larger than ${mebibytes} MiB`)
    this.mebibytes = mebibytes
  }
}

/**
 * Reads a whole file of at most `mebibytes`; TooLargeError when it is larger, else the system's error. Devices without an
 * end, such as /dev/zero, hit the limit, and a pipe that nobody writes to blocks neither the process nor its signals.
 */
export async function readLimited(path: string, mebibytes: number): Promise<Buffer> {
  const most = mebibytes * 1024 * 1024
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const {size} = fstatSync(file)
    if (size > most) throw new TooLargeError(mebibytes)
    const pieces: Buffer[] = []
    let total = 0
    for (;;) {
      const piece = Buffer.allocUnsafe(total === 0 && size > 0 ? size + 1 : PIECE)
      const read = await readSome(file, piece)
      if (read === 0) return Buffer.concat(pieces, total)
      total += read
      if (total > most) throw new TooLargeError(mebibytes)
      pieces.push(piece.subarray(0, read))
    }
  } finally {
    closeSync(file)
  }
}

/** The whole of a stream of at most `mebibytes`; TooLargeError when it is larger. */
export async function collectLimited(body: AsyncIterable<string | Uint8Array>, mebibytes: number): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  let total = 0
  for await (const piece of body) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
    total += bytes.length
    if (total > mebibytes * 1024 * 1024) throw new TooLargeError(mebibytes)
    pieces.push(bytes)
  }
  return Buffer.concat(pieces, total)
}

/**
 * The text of a whole file of about `mebibytes` at most, for callers that cannot wait asynchronously. A pipe such as `<(command)` has ten seconds, in
 * which signals are not handled; one that nobody writes to is empty.
 */
export function readNow(path: string, mebibytes: number): string {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const deadline = Date.now() + LONGEST_READ_MILLISECONDS
    const pieces: Buffer[] = []
    for (;;) {
      if (pieces.length * PIECE > mebibytes * 1024 * 1024) throw new TooLargeError(mebibytes)
      const piece = Buffer.allocUnsafe(PIECE)
      const read = readIfThere(file, piece)
      if (read === 0) return Buffer.concat(pieces).toString()
      if (read !== undefined) pieces.push(piece.subarray(0, read))
      else if (Date.now() > deadline) throw new Error('it is a pipe that is not closed')
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, POLL_MILLISECONDS)
    }
  } finally {
    closeSync(file)
  }
}

/** A pipe that is empty for now says EAGAIN: undefined. */
function readIfThere(file: number, piece: Buffer): number | undefined {
  try {
    return readSync(file, piece)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return undefined
    throw error
  }
}

/** Waits for a pipe that is empty for now. */
async function readSome(file: number, piece: Buffer): Promise<number> {
  for (;;) {
    const read = readIfThere(file, piece)
    if (read !== undefined) return read
    await setTimeout(POLL_MILLISECONDS)
  }
}
