import type {Sink} from '#output/types'

const BATCH = 32 * 1024

/** Writes pieces in larger chunks: a write a row would cost more than the row. */
export async function writeBatched(pieces: AsyncIterable<string> | Iterable<string>, sink: Sink): Promise<void> {
  let waiting = ''
  for await (const piece of pieces) {
    waiting += piece
    if (waiting.length < BATCH) continue
    await sink.write(waiting)
    waiting = ''
  }
  if (waiting !== '') await sink.write(waiting)
}
