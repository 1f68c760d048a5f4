import {Flags} from '@osc-cli/core'

export const pageFlags = {
  limit: Flags.integer({description: 'Number of results per page', min: 0, helpValue: 'NUMBER'}),
  marker: Flags.string({description: 'ID of the last result of the previous page', helpValue: 'ID'}),
  'max-items': Flags.integer({description: 'Maximum number of results', min: 0, helpValue: 'NUMBER'}),
}

/** The first `count` of `rows`; all of them if it is 0 or undefined. */
export async function* firstOf<T>(rows: AsyncIterable<T>, count: number | undefined): AsyncGenerator<T> {
  let left = count || Number.POSITIVE_INFINITY
  for await (const row of rows) {
    yield row
    left -= 1
    if (left <= 0) return
  }
}
