import {basename} from 'node:path'
import type {OldClient} from '#advice/suggest/old-clients/types'
import type {CleanupKind} from '#common/cleanup/types'
import type {QuotaService} from '#common/quotas'
import type {ErrorCode} from '#error-codes'
import {readRegular} from '#files/regular-file'
import {decodeJson} from '#json'
import {oneLine} from '#plugins/reading'
import {flag, integer, list, matching, object, table, text, word} from '#plugins/shape'

/** Words, each with what it may be called in commands or help, the nearest first. */
export type Words = Readonly<Record<string, readonly string[]>>

/** What a plugin adds to tables of the core: the file that `osc.data` of its package.json names. Read only when needed. */
export interface PluginData {
  /** Services with quotas, for `quota show`, `list`, `set` and `delete`. */
  quotas: readonly QuotaService[]
  /** What `project cleanup` removes, in this order. */
  cleanup: readonly CleanupKind[]
  /** The service's own client from before `openstack`, by its program's name. */
  oldClients: Readonly<Record<string, OldClient>>
  /** Words of other tools for words of commands: `{"box": ["rack"]}`. */
  synonyms: Words
  /** Words of questions for words of help pages; for `osc search`. */
  meanings: Words
  /** Codes that the plugin's errors carry. */
  errorCodes: readonly (Omit<ErrorCode, 'also'> & Partial<ErrorCode>)[]
}

const words = table(list(word))
const names = table(word)

const quotas = list(
  object({service: word, member: word, path: word, defaults: text, usage: text, names}, {columns: names, shown: names}),
)

const removal = object(
  {method: matching(/^(?:DELETE|POST|PUT|PATCH)$/, 'a method'), path: word},
  {body: table(() => [])},
)

const cleanup = list(
  object(
    {
      name: matching(/^[a-z0-9_]+\.[a-z0-9_]+$/, 'a kind such as compute.server'),
      service: word,
      type: word,
      path: word,
      key: word,
    },
    {
      query: names,
      created: word,
      updated: word,
      label: word,
      only: word,
      member: word,
      removal,
      waits: flag,
      status: word,
      reason: word,
    },
  ),
)

const oldClients = table(object({nouns: names, others: names, options: table(text)}))
const errorCodes = list(
  object({code: matching(/^[A-Z]\w+$/, 'a code such as RackFull'), status: integer, meaning: word}, {also: list(word)}),
)

const data = object({}, {quotas, cleanup, oldClients, synonyms: words, meanings: words, errorCodes})

/** What the file says, and everything that is wrong with it; a file that is wrong says nothing. */
export function readDataFile(file: string): {data: Partial<PluginData>; problems: string[]} {
  try {
    const value: unknown = decodeJson(readRegular(file))
    const problems = data(value, '')
    return {data: problems.length === 0 ? (value as Partial<PluginData>) : {}, problems}
  } catch (error) {
    return {data: {}, problems: [`${basename(file)} cannot be read: ${oneLine(error)}`]}
  }
}
