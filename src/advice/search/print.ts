import {searchAsPage, searchPage, searchRecords} from '#advice/search/report'
import {search} from '#advice/search/search'
import {searchSources} from '#advice/search/sources'
import {NotFoundError} from '#errors'
import {dateOf, type Format, formatted} from '#help/formats'
import {helpWidth} from '#help/layout'
import {escapeUnsafe, sanitize} from '#output/sanitize'
import type {Runtime} from '#runtime'

/** Prints what is found in the help, at most `limit`; NotFoundError when that is nothing. */
export async function printSearch(
  words: readonly string[],
  {format, limit}: {format: Format | undefined; limit: number},
  {index, coreRoot, program, stdout, env}: Pick<Runtime, 'index' | 'coreRoot' | 'program' | 'stdout' | 'env'>,
): Promise<void> {
  const question = words.join(' ')
  const hits = search(question, searchSources(index, coreRoot)).slice(0, limit)
  if (format === 'json')
    await stdout.write(`${escapeUnsafe(JSON.stringify(searchRecords(hits, program), undefined, 2))}\n`)
  else if (format !== undefined && hits.length > 0)
    await stdout.write(formatted(searchAsPage(question, hits, program), format, {program, date: dateOf(env)}))
  else if (hits.length > 0)
    await stdout.write(`${searchPage(hits, program, helpWidth(stdout.width)).map(sanitize).join('\n')}\n`)
  if (hits.length > 0) return
  throw new NotFoundError(`No help page of osc or its plugins matches '${question}'.`, {
    hint: `List all commands: ${program} command list`,
  })
}
