import type {ListOptions, Query} from '#cloud/types'
import {ConnectionError} from '#errors'
import {asArray, asObject, asText, isObject, type JsonObject} from '#json'

/**
 * One page: its elements as they arrive, several at a time, and at the end the rest of the body, where links to the next
 * page are.
 */
export type Page = AsyncGenerator<JsonObject[], JsonObject>

/** Gets the page for a query. */
export type GetPage = (query: Query | undefined) => Promise<Page>

/** The elements of all pages, several at a time. ConnectionError when the service leads back to an earlier page. */
export async function* allPages(key: string, options: ListOptions, getPage: GetPage): AsyncGenerator<JsonObject[]> {
  const {pageSize, fullPage = 1, singlePage, markerKey = 'id'} = options
  let query = pageSize === undefined ? options.query : {limit: pageSize, ...options.query}
  const visited = new Set<string>()
  for (;;) {
    let count = 0
    let last: JsonObject | undefined
    const page = await getPage(query)
    let step = await page.next()
    for (; !step.done; step = await page.next()) {
      count += step.value.length
      last = step.value.at(-1)
      yield step.value
    }
    // Some services link to a next page always; the one without elements is the last.
    if (singlePage || count < fullPage) return
    const linked = nextQuery(step.value, key)
    const marker = pageSize !== undefined && count >= Number(query?.limit) ? asText(last?.[markerKey]) : undefined
    const next = linked ?? (marker === undefined ? undefined : {...query, marker})
    if (!next) return
    const mark = JSON.stringify(next)
    if (visited.has(mark))
      throw new ConnectionError(`The service returned a page of ${key} twice (${mark}): the list would never end.`)
    visited.add(mark)
    query = next
  }
}

/**
 * The query of the next page, of `links.next`, `next` or `<key>_links`. Of a link only the query counts: scheme, host and
 * path are often those that the service sees behind its proxy, and the token must not go to a host that an answer names.
 */
export function nextQuery(rest: JsonObject, key: string): Query | undefined {
  const {links, next} = rest
  const href =
    relNext(rest[`${key}_links`]) ??
    (isObject(links) ? asText(links.next) : relNext(links)) ??
    (isObject(next) ? asText(next.href) : asText(next))
  const question = href?.indexOf('?') ?? -1
  if (href === undefined || question < 0) return undefined
  const query = new Map<string, string[]>()
  for (const [name, value] of new URLSearchParams(href.slice(question).replace(/#.*$/, ''))) {
    query.set(name, [...(query.get(name) ?? []), value])
  }
  return Object.fromEntries(query)
}

const relNext = (links: unknown): string | undefined =>
  asText(
    asArray(links)
      .map(asObject)
      .find((link) => link.rel === 'next')?.href,
  )
