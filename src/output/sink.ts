import {OscError} from '#errors'
import {fileReason} from '#files/file-error'
import type {Sink} from '#output/types'

/** The size of a terminal that does not report it: 0 by 0. */
const [WIDTH, HEIGHT] = [80, 24]

/** The reader of a stream of the process has gone. Not a code alone: a connection to a service can break with EPIPE as well. */
export class ReaderGoneError extends Error {}

/**
 * A stream of the process as a sink. A write waits while the reader is slow. It rejects with ReaderGoneError when the reader
 * has gone, and with an OscError when the text cannot be written; a `lossy` sink then drops what it is given, as suits what is
 * said beside the result.
 */
export function createSink(stream: NodeJS.WriteStream, {lossy = false}: {lossy?: boolean} = {}): Sink {
  let failure: Error | undefined
  return {
    get isTTY() {
      return Boolean(stream.isTTY)
    },
    get width() {
      return stream.isTTY ? stream.columns || WIDTH : undefined
    },
    get height() {
      return stream.isTTY ? stream.rows || HEIGHT : undefined
    },
    async write(chunk) {
      failure ??= await written(stream, chunk)
      if (failure && !lossy) throw failure
    },
  }
}

async function written(stream: NodeJS.WriteStream, chunk: string | Uint8Array): Promise<Error | undefined> {
  // oclif's own listener ends the process with a stack; here whoever writes gets the error.
  stream.removeAllListeners('error').on('error', () => {})
  const error = await new Promise<Error | null | undefined>((resolve) => stream.write(chunk, resolve))
  if (!error) return undefined
  const isGone = 'code' in error && error.code === 'EPIPE'
  return isGone ? new ReaderGoneError('The reader of the output has gone.', {cause: error}) : unwritable(error)
}

const unwritable = (cause: Error): OscError =>
  new OscError(`The output cannot be written: ${fileReason(cause)}.`, {
    hint: 'Free some space, or write to another location. Changes that the command made in the cloud remain.',
    code: 'Output',
    cause,
  })
