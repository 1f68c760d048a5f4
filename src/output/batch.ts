import type {Sink} from '#output/types'

const BATCH = 32 * 1024

/** Writes pieces in larger chunks: a write a row would cost more than the row. */
export async function writeBatched(pieces: AsyncIterable<string> | Iterable<string>, sink: Sink): Promise<void> {
  let waiting = ''
  let isLong = false
  for await (const piece of pieces) {
    waiting += piece
    if (waiting.length < BATCH) continue
    if (!isLong) keepMemoryFlat()
    isLong = true
    await sink.write(waiting)
    waiting = ''
  }
  if (waiting !== '') await sink.write(waiting)
}

/** Writes each piece when it arrives, for a source that may be slow to provide the next one. */
export async function writeEach(pieces: AsyncIterable<string> | Iterable<string>, sink: Sink): Promise<void> {
  for await (const piece of pieces) await sink.write(piece)
}

/**
 * The rows of a long list are garbage as soon as they are printed. V8 would give its new space 30 MiB more for them, without
 * becoming faster.
 */
const keepMemoryFlat = (): void =>
  process.getBuiltinModule('node:v8').setFlagsFromString('--semi-space-growth-factor=1')

/**
 * The same as `writeBatched` for pieces that may fail halfway: what is written until then ends inside a line, or is nothing
 * at all, so that nobody takes it for the whole.
 */
export async function writeWhole(pieces: AsyncIterable<string> | Iterable<string>, sink: Sink): Promise<void> {
  let waiting = ''
  for await (const piece of pieces) {
    waiting += piece
    if (waiting.length < BATCH) continue
    const end = insideLastLine(waiting)
    await sink.write(waiting.slice(0, end))
    waiting = waiting.slice(end)
  }
  if (waiting !== '') await sink.write(waiting)
}

/** The middle of the last line, and not of a character. */
function insideLastLine(text: string): number {
  const end = text.trimEnd().length
  const start = text.lastIndexOf('\n', end - 1) + 1
  const middle = start + Math.ceil((end - start) / 2)
  return isLowSurrogate(text.charCodeAt(middle)) ? middle - 1 : middle
}

const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff
