import type {Query} from '#cloud/types'
import {isFailure} from '#errors'
import {asText} from '#json'
import type {ResourceApi} from '#resource/api'

/** The names of what has these IDs, from one list; names are a courtesy, so that a failure only leaves them out. */
export async function namesOf(
  {list}: Pick<ResourceApi, 'list'>,
  ids: Iterable<string>,
  query?: Query,
): Promise<Map<string, string>> {
  const wanted = new Set(ids)
  const names = new Map<string, string>()
  if (wanted.size === 0) return names
  try {
    for await (const {id, name} of list(query)) {
      const [key, text] = [asText(id), asText(name)]
      if (key !== undefined && text !== undefined && wanted.has(key)) names.set(key, text)
    }
  } catch (error) {
    if (!isFailure(error)) throw error
  }
  return names
}
