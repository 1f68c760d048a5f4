import type {Row} from '#rows/columns'

/** The first row, for lists whose columns depend on what the cloud returns, and all rows including it, still arriving. */
export async function firstRow(rows: AsyncIterable<Row>): Promise<{first: Row | undefined; rows: AsyncIterable<Row>}> {
  const iterator = rows[Symbol.asyncIterator]()
  const head = await iterator.next()
  async function* all() {
    if (head.done) return
    yield head.value
    yield* {[Symbol.asyncIterator]: () => iterator}
  }
  return {first: head.done ? undefined : head.value, rows: all()}
}
