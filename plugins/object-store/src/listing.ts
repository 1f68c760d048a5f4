import {type ApiResponse, asObject, asText, Flags, type JsonObject, OscError, type Query} from '@osc-cli/core'

/** Options of a list of containers or objects. */
export const listFlags = (nouns: 'containers' | 'objects') => ({
  prefix: Flags.string({description: `List ${nouns} whose names start with this prefix`, helpValue: 'PREFIX'}),
  limit: Flags.integer({description: `Maximum number of ${nouns} to return`, min: 0, helpValue: 'NUMBER'}),
  marker: Flags.string({description: 'Name of the last result of the previous page', helpValue: 'NAME'}),
  'end-marker': Flags.string({description: `List ${nouns} whose names sort before this name`, helpValue: 'NAME'}),
  long: Flags.boolean({description: 'List additional columns'}),
  all: Flags.boolean({description: `List all ${nouns} (default: one page, at most 10000)`}),
})

/** The query of `listFlags`. Empty strings and 0 are ignored. */
export const listQuery = (flags: {
  prefix?: string | undefined
  limit?: number | undefined
  marker?: string | undefined
  'end-marker'?: string | undefined
}): Query => ({
  prefix: flags.prefix || undefined,
  limit: flags.limit || undefined,
  marker: flags.marker || undefined,
  end_marker: flags['end-marker'] || undefined,
})

/** Asks for a page of a list. */
type GetPage = (query: Query) => Promise<ApiResponse>

/**
 * The rows of one page, or of `all` pages as they arrive. Unlike the lists of `session.list`, pages have no fixed size and rows
 * have different keys, and the headers say when a page is the last.
 */
export async function* pages(get: GetPage, query: Query, all: boolean): AsyncGenerator<JsonObject> {
  let next: Query = {...query, format: 'json'}
  const visited = new Set<unknown>([next.marker])
  for (let isFirst = true; ; isFirst = false) {
    const answer = await get(next)
    const rows = await rowsOf(answer)
    yield* rows
    const last = rows.at(-1)
    if (!all || !last || (isFirst && isComplete(rows.length, answer))) return
    const marker = nameOf(last)
    if (visited.has(marker))
      throw new OscError(`The list repeats the page before '${marker}' and would never end.`, {code: 'WrongBody'})
    visited.add(marker)
    next = {...next, marker}
  }
}

/** The rows of a page. An answer that is not a list must not count as an empty one, or `object sync --delete` deletes everything. */
async function rowsOf(answer: ApiResponse): Promise<JsonObject[]> {
  if (answer.status === 204) return []
  const rows = await answer.json()
  if (Array.isArray(rows)) return rows.map(asObject)
  throw new OscError('The response of the object store does not contain a list.', {code: 'WrongBody'})
}

/** Whether a page has everything, by the total in its headers, so that small lists need one request. */
function isComplete(rows: number, {headers}: ApiResponse): boolean {
  const count = Number(headers['x-container-object-count'] ?? headers['x-account-container-count'] ?? Number.NaN)
  return rows >= count
}

/** The name in a row; with a delimiter some rows are the beginning of several names. */
export const nameOf = ({name, subdir}: JsonObject): string => asText(name) ?? asText(subdir) ?? ''
