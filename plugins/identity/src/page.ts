import {Flags} from '@osc-cli/core'

export const pageFlags = {
  limit: Flags.integer({description: 'Ask the service for this many a page.', min: 0, helpValue: 'NUMBER'}),
  marker: Flags.string({description: 'Begin behind this one (ID).', helpValue: 'ID'}),
  'max-items': Flags.integer({description: 'At most this many.', min: 0, helpValue: 'NUMBER'}),
}

/** The first `count` of `rows`; all of them when it is 0 or not given. */
export async function* firstOf<T>(rows: AsyncIterable<T>, count: number | undefined): AsyncGenerator<T> {
  let left = count || Number.POSITIVE_INFINITY
  for await (const row of rows) {
    yield row
    left -= 1
    if (left <= 0) return
  }
}
